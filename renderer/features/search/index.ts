export { FindBar } from './find-bar';
export type { Finder } from './finder';
export { useFinder } from './use-finder';
