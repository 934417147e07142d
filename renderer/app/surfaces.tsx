import type { ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { PaletteSection } from '../features/annotations';
import { CheckDialog } from '../features/check';
import { CorrectionsSection, type Corrections } from '../features/corrections';
import { ExportDialog } from '../features/export';
import { GoToLinkDialog } from '../features/links';
import type { Shown } from '../features/reader';
import { KeyboardSheet, SettingsDialog } from '../features/settings';
import type { Surface } from './actions';
import type { FollowLink } from './use-links';

interface SurfacesProps {
  readonly surface: Surface | undefined;
  readonly shown: Shown;
  readonly annotations: readonly Annotation[];
  readonly corrections: Corrections;
  readonly onFollow: FollowLink;
  readonly onClose: () => void;
}

/** What is open beside or over the page. */
export function Surfaces({ surface, shown, annotations, corrections, onFollow, onClose }: SurfacesProps): ReactNode {
  switch (surface) {
    case undefined:
      return null;
    case 'export':
      return <ExportDialog shown={shown.shown} mode={shown.mode} annotations={annotations} onClose={onClose} />;
    case 'settings':
      return (
        <SettingsDialog onClose={onClose}>
          <PaletteSection />
          <CorrectionsSection corrections={corrections} mode={shown.mode} />
        </SettingsDialog>
      );
    case 'keyboard':
      return <KeyboardSheet onClose={onClose} />;
    case 'check-notes':
      return <CheckDialog onClose={onClose} />;
    case 'go-to-link':
      return <GoToLinkDialog onFollow={onFollow} onClose={onClose} />;
  }
}
