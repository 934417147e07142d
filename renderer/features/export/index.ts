import { lazy } from 'react';

/** Takes notes out. Loaded when it is first opened: the start does not wait for what makes files. */
export const ExportDialog = lazy(() => import('./export-dialog').then((loaded) => ({ default: loaded.ExportDialog })));
