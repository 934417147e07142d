import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isLive, type Annotation } from '#core/annotation/annotation';
import { contentOf } from '#core/exchange/content';
import { gather, gatherUnseen } from '#core/exchange/gather';
import { checkTemplate } from '#core/exchange/markdown/markdown-template';
import { templateSentence, type TemplateFault } from '#core/exchange/markdown/template-words';
import { noteCount, type ExportedText, type NotesModel } from '#core/exchange/notes-model';
import { showText } from '#core/exchange/show-text';
import { failure, success, type Result } from '#core/support/result';
import { drained } from '#core/support/drained';
import { bytesOf, type ByteMakers } from '../export/bytes-of';
import { writeExport } from '../export/save-export';
import type { ExportCommand } from './arguments';
import { readSource, readText, type NoteSource } from './note-source';

/** A template longer than this, in bytes, is none. */
const LARGEST_TEMPLATE = 1024 * 1024;

type Outcome = Result<string, string>;

/** The ids of the texts whose notes are wanted, all or those that were named; a sentence for a name that is none. */
function wantedTexts(
  { annotations, titleOf }: NoteSource,
  names: readonly string[],
): Result<readonly string[], string> {
  const ids = [...new Set(annotations.map(({ textId }) => textId))];
  if (names.length === 0) return success(ids);
  // The id of a text of a folder names the folder first.
  const isNamed = (id: string, name: string): boolean =>
    [id, titleOf(id), basename(id), id.slice(id.indexOf(':') + 1)].includes(name);
  const stranger = names.find((name) => !ids.some((id) => isNamed(id, name)));
  if (stranger !== undefined) {
    const known = ids.map(titleOf).join(', ');
    return failure(`There are no notes on a text “${stranger}”. There are notes on: ${known}.`);
  }
  return success(ids.filter((id) => names.some((name) => isNamed(id, name))));
}

async function gathered(
  source: NoteSource,
  textId: string,
  annotations: readonly Annotation[],
  { mode }: ExportCommand,
): Promise<ExportedText> {
  const { palette, corrections, titleOf } = source;
  const text = source.texts.find(({ id }) => id === textId);
  if (text === undefined) return drained(gatherUnseen({ textId, title: titleOf(textId), annotations, palette }));
  const shown = await showText(text, { mode, repairs: true, careful: false, corrections });
  return drained(gather({ shown, mode, annotations, palette }));
}

/** The notes that are wanted as a model; `version` is the program's. */
async function modelOf(
  source: NoteSource,
  textIds: readonly string[],
  command: ExportCommand,
  version: string,
): Promise<NotesModel> {
  const { format, mode, language, options } = command;
  const withBin = format.options.includes('bin') && options.bin;
  const texts: ExportedText[] = [];
  for (const textId of textIds) {
    const marks = source.annotations.filter((mark) => mark.textId === textId && (withBin || isLive(mark)));
    if (marks.length > 0) texts.push(await gathered(source, textId, marks, command));
  }
  return { version, exported: Date.now(), language, mode, palette: source.palette, texts };
}

const faultIn = (templateFile: string, fault: TemplateFault): string =>
  `“${templateFile}”: ${templateSentence(fault, 'en')}`;

async function readTemplate({ templateFile }: ExportCommand): Promise<Outcome> {
  if (templateFile === undefined) return success('');
  const file = await readText(templateFile, LARGEST_TEMPLATE);
  // Editors on Windows put a byte order mark first, which would stand before front matter.
  const template = file.ok ? success(file.value.replace(/^\ufeff/, '')) : file;
  if (template.ok && template.value.trim() === '') return failure(`“${templateFile}” is empty.`);
  const checked = template.ok ? checkTemplate(template.value) : success(undefined);
  return checked.ok ? template : failure(faultIn(templateFile, checked.reason));
}

const WHY_UNSAVED = {
  full: 'the disk is full',
  forbidden: 'you may not write there',
  other: 'it could not be written',
};

/** Where a file really is, whatever links lead to it; where there is none, where it would be. */
const realPlace = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/** True if the file to be written is one that is read. */
async function overwritesItsSource({ from, to, templateFile }: ExportCommand): Promise<boolean> {
  const [target, ...sources] = await Promise.all([to, from, templateFile ?? from].map(realPlace));
  return sources.includes(target ?? '');
}

/** Exports as asked; what was done in a sentence, or why it was not. */
export async function exportNotes(
  command: ExportCommand,
  { version, makers }: { readonly version: string; readonly makers: ByteMakers },
): Promise<Outcome> {
  if (await overwritesItsSource(command)) return failure(`“${command.to}” is read, and cannot be written too.`);
  const template = await readTemplate(command);
  if (!template.ok) return template;
  const source = await readSource(command.from);
  if (!source.ok) return source;
  const textIds = wantedTexts(source.value, command.texts);
  if (!textIds.ok) return textIds;
  const model = await modelOf(source.value, textIds.value, command, version);
  const count = noteCount(model);
  if (count === 0) return failure(`There are no notes to export in “${command.from}”.`);
  const written = command.format.write(model, { ...command.options, template: template.value });
  const { content, fault } = drained(contentOf(written));
  if (fault !== undefined) return failure(faultIn(command.templateFile ?? '', fault));
  const saved = await writeExport(resolve(command.to), await bytesOf(content, makers));
  if (saved.kind === 'failed') return failure(`“${command.to}” was not saved: ${WHY_UNSAVED[saved.reason]}.`);
  return success(`${count === 1 ? '1 note' : `${count} notes`} saved in “${command.to}”.`);
}
