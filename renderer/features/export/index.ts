import { lazy } from 'react';

/** Takes notes out. Loaded when it is first opened: the start does not wait for what makes files. */
export const ExportDialog = lazy(() => import('./export-dialog').then((loaded) => ({ default: loaded.ExportDialog })));

/** Prints the text; loaded when it is first opened, as it makes a file too. */
export const PrintDialog = lazy(() => import('./print-dialog').then((loaded) => ({ default: loaded.PrintDialog })));
