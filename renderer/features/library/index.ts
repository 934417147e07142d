export { LibraryList } from './library-list';
export { openText, type OpenedText, type OpenTextFailure } from './open-text';
