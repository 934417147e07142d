export { LibraryList } from './library-list';
export { openText, readListed, type Occasion, type OpenedText, type OpenTextFailure } from './open-text';
