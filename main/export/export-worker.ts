import { parentPort, workerData } from 'node:worker_threads';
import { wordDocumentSchema } from '#core/exchange/document/word-document';
import { archiveOf } from './archive-of';
import { docxOf } from './docx-of';
import type { WorkerTask } from './worker-task';

// A thread of its own: what makes bytes of ten thousand notes would hold up the window, and can be stopped here.

const bytesOf = (task: WorkerTask): Promise<Uint8Array> =>
  task.kind === 'word' ? docxOf(wordDocumentSchema.parse(JSON.parse(task.document))) : archiveOf(task.entries);

// What main hands over is of this type: both are built together.
void bytesOf(workerData as WorkerTask).then((bytes) => parentPort?.postMessage(bytes));
