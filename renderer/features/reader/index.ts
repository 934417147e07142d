export { Reader } from './reader';
export type { ReaderPage } from './reader-page';
export { ReadingAids } from './reading-aids';
export { ScriptSwitch } from './script-switch';
export { SelectionToolbar } from './selection-toolbar';
export { TextHead } from './text-head';
export { useShownText, type Shown } from './use-shown-text';
export { WordMenu } from './word-menu';
