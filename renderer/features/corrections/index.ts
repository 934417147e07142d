export { CorrectionCard } from './correction-card';
export { CorrectionsSection } from './corrections-section';
export { useCorrections, type ChangeOutcome, type Corrections } from './use-corrections';
export { useFixedIn, useLiveCorrections } from './use-fixed-in';
