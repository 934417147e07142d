import { failure, success, type Result } from '../support/result';
import { epubAnnotationsReader, readiumReader } from './json/annotation-set-reader';
import { clippingsReader } from './table/clippings-reader';
import { hypothesisReader } from './json/hypothesis-reader';
import type { Incoming, NoteReader, ReadFailure, Reading } from './incoming';
import { readwiseReader } from './table/readwise-reader';
import { webAnnotationReader } from './json/web-annotation-reader';
import { zhupiNotesReader } from './json/zhupi-notes-reader';

/** All formats that notes come in by. A new one is a file of its own and a line here. */
export const READERS: readonly NoteReader[] = [
  zhupiNotesReader,
  webAnnotationReader,
  readiumReader,
  epubAnnotationsReader,
  hypothesisReader,
  readwiseReader,
  clippingsReader,
];

/** Whatever JSON a text is; undefined where it is none. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a file holds, with the id of its format. */
export interface ReadFile {
  readonly format: string;
  readonly incoming: Incoming;
}

/** Reads the text of a file step by step, whatever format it is of, and says which. A byte order mark is left out. */
export function* readingNotes(file: string): Reading<ReadFile> {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const parsed = parsedOf(text);
  const reader = READERS.find((each) => each.claims(text, parsed));
  if (reader === undefined) return failure('unknown');
  const incoming = yield* reader.read(text, parsed);
  return incoming.ok ? success({ format: reader.format, incoming: incoming.value }) : incoming;
}

/** Reads the text of a file in one go, where nothing waits meanwhile. */
export function readNotes(file: string): Result<ReadFile, ReadFailure> {
  const reading = readingNotes(file);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}
