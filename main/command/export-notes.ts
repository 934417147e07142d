import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { isInBin, isLive, type Annotation } from '#core/annotation/annotation';
import { PALETTE_KEY, parsePalette } from '#core/annotation/palette';
import { LARGEST_BACKUP, parseBackup, type Backup, type BackupFailure } from '#core/backup/backup-file';
import { contentOf, drained } from '#core/exchange/content';
import { gather } from '#core/exchange/gather';
import { noteCount, type ExportedText, type NotesModel } from '#core/exchange/notes-model';
import { showText, type Showing } from '#core/exchange/show-text';
import type { KeptRecords, KeptTable } from '#core/kept/change';
import { failure, success, type Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import { writeExport } from '../export/save-export';
import { bytesOf, type ByteMakers } from '../export/bytes-of';
import { openTextFile, type OpenedFile } from '../files/open-text-file';
import type { ExportCommand } from './arguments';

/** A template longer than this, in bytes, is none. */
const LARGEST_TEMPLATE = 1024 * 1024;

type Outcome = Result<string, string>;

const WHY_UNREADABLE: Readonly<Record<Extract<OpenedFile, { kind: 'failed' }>['reason'], string>> = {
  missing: 'there is no such file',
  forbidden: 'it may not be read',
  'too-large': 'it is too large',
  'not-text': 'it is no text file in UTF-8',
  other: 'it cannot be read',
};

async function readText(path: string, limit: number): Promise<Outcome> {
  const opened = await openTextFile(resolve(path), limit);
  return opened.kind === 'opened' ? success(opened.text) : failure(`“${path}”: ${WHY_UNREADABLE[opened.reason]}.`);
}

function whyUnusable(path: string, reason: BackupFailure): string {
  switch (reason.kind) {
    case 'not-ours':
      return `“${path}” is no backup of Zhupi. File → Back Up makes one.`;
    case 'newer':
      return `“${path}” was made by a newer version of Zhupi${reason.version === '' ? '' : `, ${reason.version}`}.`;
    case 'damaged':
      return `“${path}” is damaged and cannot be used: ${reason.what}.`;
  }
}

const recordsOf = <Table extends KeptTable>({ records }: Backup, table: Table): KeptRecords[Table][] =>
  // A table with one of its records: filtered by the table, the record is of its kind.
  records.filter((change) => change.table === table).map(({ record }) => record as KeptRecords[Table]);

const sha256 = (text: string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));

/** The texts that are wanted: all, or those whose title, id or file name was given; a sentence for one that is none. */
function wantedTexts(all: readonly Text[], names: readonly string[]): Result<readonly Text[], string> {
  if (names.length === 0) return success(all);
  const isNamed = ({ id, title }: Text, name: string): boolean =>
    id === name || title === name || basename(id) === name;
  const stranger = names.find((name) => !all.some((text) => isNamed(text, name)));
  if (stranger !== undefined) {
    return failure(
      `There is no text “${stranger}” in the backup. There are: ${all.map(({ title }) => title).join(', ')}.`,
    );
  }
  return success(all.filter((text) => names.some((name) => isNamed(text, name))));
}

/** The notes of a backup as a model; `version` is the program's. */
async function modelOf(
  backup: Backup,
  texts: readonly Text[],
  command: ExportCommand,
  version: string,
): Promise<NotesModel> {
  const { format, mode, language, options } = command;
  const isWanted = (mark: Annotation): boolean =>
    isLive(mark) || (format.options.includes('bin') && options.bin && (isInBin(mark) || mark.purged !== undefined));
  const annotations = recordsOf(backup, 'annotations').filter(isWanted);
  const palette = parsePalette(recordsOf(backup, 'settings').find(({ key }) => key === PALETTE_KEY)?.value);
  const corrections = recordsOf(backup, 'corrections').filter(({ deleted }) => deleted === undefined);
  const showing: Showing = { mode, repairs: true, careful: false, corrections };
  const exported: ExportedText[] = [];
  for (const text of texts) {
    const marks = annotations.filter(({ textId }) => textId === text.id);
    if (marks.length === 0) continue;
    exported.push(drained(gather({ shown: await showText(text, showing), mode, annotations: marks, palette })));
  }
  return { version, exported: Date.now(), language, mode, palette, texts: exported };
}

const WHY_UNSAVED = {
  full: 'the disk is full',
  forbidden: 'you may not write there',
  other: 'it could not be written',
};

/** Exports as asked; what was done in a sentence, or why it was not. */
export async function exportNotes(
  command: ExportCommand,
  { version, makers }: { readonly version: string; readonly makers: ByteMakers },
): Promise<Outcome> {
  const template =
    command.templateFile === undefined ? success('') : await readText(command.templateFile, LARGEST_TEMPLATE);
  if (!template.ok) return template;
  const file = await readText(command.from, LARGEST_BACKUP);
  if (!file.ok) return file;
  const backup = await parseBackup(file.value, sha256);
  if (!backup.ok) return failure(whyUnusable(command.from, backup.reason));
  const texts = wantedTexts(recordsOf(backup.value, 'texts'), command.texts);
  if (!texts.ok) return texts;
  const model = await modelOf(backup.value, texts.value, command, version);
  const count = noteCount(model);
  if (count === 0) return failure(`There are no notes to export in “${command.from}”.`);
  const written = command.format.write(model, { ...command.options, template: template.value });
  const saved = await writeExport(resolve(command.to), await bytesOf(drained(contentOf(written)).content, makers));
  if (saved.kind === 'failed') return failure(`“${command.to}” was not saved: ${WHY_UNSAVED[saved.reason]}.`);
  return success(`${count === 1 ? '1 note' : `${count} notes`} saved in “${command.to}”.`);
}
