import { lazy } from 'react';

export { DropHint } from './drop-hint';
export type { ChosenFile, Imported } from './import-dialog';
export { useDroppedFiles } from './use-dropped-files';

/** Takes notes in. Loaded when it is first opened: the start does not wait for what reads files. */
export const ImportDialog = lazy(() => import('./import-dialog').then((loaded) => ({ default: loaded.ImportDialog })));
