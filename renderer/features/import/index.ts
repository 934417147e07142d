export { DropHint } from './drop-hint';
export { ImportDialog, type ChosenFile, type Imported } from './import-dialog';
export { useDroppedFiles } from './use-dropped-files';
