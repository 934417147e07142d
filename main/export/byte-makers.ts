import { join } from 'node:path';
import type { ByteMakers } from './bytes-of';
import type { Print } from './pdf-of';

/** What turns models into bytes, found in the folder of the build. */
export const byteMakers = (outFolder: string, print: Print): ByteMakers => ({
  worker: join(outFolder, 'main', 'export-worker.js'),
  print,
});
