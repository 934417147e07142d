export { ExportDialog } from './export-dialog';
export { PrintDialog } from './print-dialog';
