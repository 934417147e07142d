import { isLive, type Annotation } from '../../annotation/annotation';
import { eachNote } from './each-note';
import type { ExportOptions, Format } from '../format';
import { objectParts } from './json-parts';
import type { ExportedText, NotesModel } from '../notes-model';

// Notes as the program keeps them, for another copy of it: resources/schemas/zhupi-notes-1.schema.json says what stands
// in such a file. Records go out whole, with whatever a later version gave them, and come back as they were.

/** The newest format of such a file that this program writes and reads. A change to what is written is another number. */
export const NOTES_FORMAT = 1;

/** Whose file it is and of what kind; it stands first in it. */
export const NOTES_CLAIM = { program: 'Zhupi', kind: 'notes' } as const;

const textOf = ({ id, title, sourceTitle, sourceHash, shown, language, sourceLanguage }: ExportedText) => ({
  id,
  title: sourceTitle,
  displayedTitle: title,
  sourceHash,
  script: shown?.text.script,
  language: sourceLanguage,
  displayedLanguage: language,
});

function* records(model: NotesModel, { bin }: ExportOptions): Generator<Annotation, undefined, undefined> {
  for (const { note } of eachNote(model)) if (bin || isLive(note.annotation)) yield note.annotation;
}

function parts(model: NotesModel, options: ExportOptions): Iterable<string> {
  const { version, exported, mode, palette, texts } = model;
  const head = {
    ...NOTES_CLAIM,
    ...{ format: NOTES_FORMAT, version, exported, mode },
    palette: { labels: palette.labels, own: palette.own },
    texts: texts.map(textOf),
  };
  return objectParts(head, 'notes', records(model, options));
}

/** Notes as the program keeps them. */
export const zhupiNotes: Format = {
  id: 'zhupi',
  extension: 'json',
  words: {
    en: { name: 'Zhupi JSON', description: 'All there is of each note, to keep, or to take to another computer.' },
    'zh-Hant': { name: '朱批 JSON', description: '每則批註的全部資料，可供留存，或帶到另一部電腦。' },
    'zh-Hans': { name: '朱批 JSON', description: '每条批注的全部数据，可供保存，或带到另一台电脑。' },
  },
  options: ['bin'],
  write: (model, options) => ({ kind: 'text', parts: parts(model, options) }),
};
