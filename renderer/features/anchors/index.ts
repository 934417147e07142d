export { HealthSign } from './health-sign';
export { ReattachBar } from './reattach-bar';
export { ToCheck } from './to-check';
export { useAnchors, type Anchors } from './use-anchors';
export { usePlaced } from './use-placed';
