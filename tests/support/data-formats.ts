import { FIRST_OPTIONS, type ExportOptions, type Format } from '#core/exchange/format';
import type { Incoming, IncomingNote } from '#core/exchange/incoming';
import type { NotesModel } from '#core/exchange/notes-model';
import { readNotes } from '#core/exchange/readers';

/** The JSON that a data format makes of a model, that of an archive from the one file in it. */
export function writtenJson(format: Format, model: NotesModel, options: Partial<ExportOptions> = {}): string {
  const written = format.write(model, { ...FIRST_OPTIONS, ...options });
  if (written.kind === 'text') return [...written.parts].join('');
  const [entry] = written.kind === 'archive' ? written.entries : [];
  if (entry === undefined) throw new Error(`${format.id} makes no JSON`);
  return [...entry.parts].join('');
}

/** What our own reader makes of a file, which has to be of this format. */
export function readBack(format: string, text: string): Incoming {
  const read = readNotes(text);
  if (!read.ok) throw new Error(`not read: ${read.reason}`);
  if (read.value.format !== format) throw new Error(`read as ${read.value.format}`);
  return read.value.incoming;
}

/** The notes of a file in which nothing may be refused. */
export function notesBack(format: string, text: string): readonly IncomingNote[] {
  const { notes, refused } = readBack(format, text);
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return notes;
}

/** A file of JSON with some of it changed, as JSON. */
export const jsonWith = (text: string, change: (value: never) => unknown): string =>
  JSON.stringify(change(JSON.parse(text) as never));

/** The first of some values, of which there has to be one. */
export function firstOf<Value>(values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined) throw new Error('there is none');
  return first;
}
