import { isPlaced } from '../../anchor/health';
import { indexOf } from '../../text/text-index';
import { eachLiveNote, type NoteOnText } from './each-note';
import type { ExportOptions, Format } from '../format';
import { isoTime } from '../iso-time';
import { objectParts } from './json-parts';
import type { NotesModel } from '../notes-model';
import { quoteSelectorOf } from './selectors';
import { sourceUrn } from './urns';

// What the Hypothesis client exports and imports: annotations as its API has them. Offsets are those of a page's
// JavaScript, UTF-16 units; a mark on an edition that is not at hand has none. It knows no colours and no styles.

/** Whose annotations they are, in the form that it asks for. */
const USER = 'acct:zhupi@localhost';

function placeOf({ text, note }: NoteOnText): readonly object[] {
  const { annotation } = note;
  if (text.shown === undefined || !isPlaced(annotation, text.shown.text.sourceHash)) return [];
  const index = indexOf(text.shown.text);
  const [start, end] = [index.toUnits(annotation.target.start), index.toUnits(annotation.target.end)];
  return [{ type: 'TextPositionSelector', start, end }];
}

function annotationOf({ author }: ExportOptions, on: NoteOnText): object {
  const { annotation } = on.note;
  const uri = sourceUrn(annotation.textHash);
  return {
    id: annotation.id,
    created: isoTime(annotation.created),
    updated: isoTime(annotation.modified),
    user: USER,
    user_info: { display_name: author.trim() === '' ? null : author.trim() },
    uri,
    text: annotation.note,
    tags: annotation.tags,
    group: '__world__',
    permissions: { read: [USER], admin: [USER], update: [USER], delete: [USER] },
    document: { title: [on.text.sourceTitle] },
    target: [{ source: uri, selector: [...placeOf(on), quoteSelectorOf(annotation.quote)] }],
    links: {},
    hidden: false,
    flagged: false,
  };
}

function* annotations(model: NotesModel, options: ExportOptions): Generator<object, undefined, undefined> {
  for (const on of eachLiveNote(model)) yield annotationOf(options, on);
}

/** Notes as the Hypothesis client exports them. */
export const hypothesis: Format = {
  id: 'hypothesis',
  extension: 'json',
  words: {
    en: { name: 'Hypothesis JSON', description: 'As the Hypothesis client exports and imports; without colours.' },
    'zh-Hant': { name: 'Hypothesis JSON', description: 'Hypothesis 匯出與匯入的格式，不含顏色。' },
    'zh-Hans': { name: 'Hypothesis JSON', description: 'Hypothesis 导出和导入的格式，不含颜色。' },
  },
  options: ['author'],
  write: (model, options) => ({
    kind: 'text',
    parts: objectParts(
      { export_date: isoTime(model.exported), export_userid: USER, client_version: `Zhupi ${model.version}`.trim() },
      'annotations',
      annotations(model, options),
    ),
  }),
};
