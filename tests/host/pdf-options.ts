import type { Page } from '@playwright/test';
import type { PdfOptions } from './messages';

/** Electron's options of printToPDF as Playwright names them. */
export const pdfOptions = (options: PdfOptions): Parameters<Page['pdf']>[0] => ({
  printBackground: options.printBackground ?? false,
  landscape: options.landscape ?? false,
  preferCSSPageSize: options.preferCSSPageSize ?? false,
  tagged: options.generateTaggedPDF ?? true,
  outline: options.generateDocumentOutline ?? false,
  ...(typeof options.pageSize === 'string' && { format: options.pageSize }),
});
