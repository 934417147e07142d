import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import { PALETTE_KEY, parsePalette, type Palette } from '#core/annotation/palette';
import { LARGEST_BACKUP, parseBackup, type Backup, type BackupFailure } from '#core/backup/backup-file';
import type { Correction } from '#core/correction/correction';
import { readNotes } from '#core/exchange/readers';
import type { KeptRecords, KeptTable } from '#core/kept/change';
import { failure, success, type Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import { openTextFile, type OpenedFile } from '../files/open-text-file';

/** What notes are exported from. */
export interface NoteSource {
  /** Those that are at hand; of notes on others only the words are known that they were made on. */
  readonly texts: readonly Text[];
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
  /** The live ones. */
  readonly corrections: readonly Correction[];
  /** What a text is called, also one that is not at hand. */
  readonly titleOf: (textId: string) => string;
}

const WHY_UNREADABLE: Readonly<Record<Extract<OpenedFile, { kind: 'failed' }>['reason'], string>> = {
  missing: 'there is no such file',
  forbidden: 'it may not be read',
  'too-large': 'it is too large',
  'not-text': 'it is no text file in UTF-8',
  other: 'it cannot be read',
};

/** The text of a file of at most so many bytes; a sentence where it cannot be read. */
export async function readText(path: string, limit: number): Promise<Result<string, string>> {
  const opened = await openTextFile(resolve(path), limit);
  return opened.kind === 'opened' ? success(opened.text) : failure(`“${path}”: ${WHY_UNREADABLE[opened.reason]}.`);
}

function whyUnusable(path: string, reason: BackupFailure): string {
  switch (reason.kind) {
    case 'not-ours':
      return `“${path}” is no backup of Zhupi, nor its notes as JSON. File → Back Up makes a backup.`;
    case 'newer':
      return `“${path}” was made by a newer version of Zhupi${reason.version === '' ? '' : `, ${reason.version}`}.`;
    case 'damaged':
      return `“${path}” is damaged and cannot be used: ${reason.what}.`;
  }
}

const recordsOf = <Table extends KeptTable>({ records }: Backup, table: Table): KeptRecords[Table][] =>
  // A table with one of its records: filtered by the table, the record is of its kind.
  records.filter((change) => change.table === table).map(({ record }) => record as KeptRecords[Table]);

function sourceOfBackup(backup: Backup): NoteSource {
  const texts = recordsOf(backup, 'texts');
  const titles = new Map(texts.map(({ id, title }) => [id, title]));
  return {
    texts,
    annotations: recordsOf(backup, 'annotations'),
    palette: parsePalette(recordsOf(backup, 'settings').find(({ key }) => key === PALETTE_KEY)?.value),
    corrections: recordsOf(backup, 'corrections').filter(({ deleted }) => deleted === undefined),
    titleOf: (textId) => titles.get(textId) ?? textId,
  };
}

/** Notes that were exported as Zhupi JSON: whole records, without the texts. Undefined for any other file. */
function sourceOfNotes(file: string): NoteSource | undefined {
  const read = readNotes(file);
  if (!read.ok || read.value.format !== 'zhupi') return undefined;
  const { notes } = read.value.incoming;
  // It was just read as JSON of this very form.
  const { palette } = JSON.parse(file.replace(/^\ufeff/, '')) as { readonly palette?: unknown };
  const titles = new Map(notes.map(({ record, source }) => [record?.textId, source.title]));
  return {
    texts: [],
    annotations: notes.flatMap(({ record }) => record ?? []),
    palette: parsePalette(palette),
    corrections: [],
    titleOf: (textId) => titles.get(textId) ?? textId,
  };
}

const sha256 = (text: string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));

/** Reads what notes are exported from: a backup, or notes as Zhupi JSON. A sentence where it cannot be used. */
export async function readSource(path: string): Promise<Result<NoteSource, string>> {
  const file = await readText(path, LARGEST_BACKUP);
  if (!file.ok) return file;
  const backup = await parseBackup(file.value, sha256);
  if (backup.ok) return success(sourceOfBackup(backup.value));
  const notes = backup.reason.kind === 'not-ours' ? sourceOfNotes(file.value) : undefined;
  return notes === undefined ? failure(whyUnusable(path, backup.reason)) : success(notes);
}
