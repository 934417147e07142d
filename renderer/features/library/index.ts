export { LibraryList } from './library-list';
export { openText, type Occasion, type OpenedText, type OpenTextFailure } from './open-text';
