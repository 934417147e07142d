import type { NamedColour, Style } from '../../annotation/annotation';
import { isNamed } from '../../annotation/palette';
import type { Language } from '../../ipc/language';
import type { ExportedNote, NotesModel } from '../notes-model';

/** What a document says of marks and notes, in one language. */
interface MarkWords {
  readonly colours: Readonly<Record<NamedColour, string>>;
  /** A colour of the person's own that they have not named. */
  readonly ownColour: string;
  readonly styles: Readonly<Record<Style, string>>;
  /** Notes that stand nowhere in this edition. */
  readonly apart: string;
  readonly notesOn: (paragraph: number) => string;
  readonly toNote: (number: number) => string;
  readonly toText: (number: number) => string;
  readonly count: (notes: number) => string;
  readonly madeBy: (version: string) => string;
  readonly colon: string;
}

const WORDS: Readonly<Record<Language, MarkWords>> = {
  en: {
    colours: { yellow: 'Yellow', red: 'Red', green: 'Green', blue: 'Blue', purple: 'Purple' },
    ownColour: 'Own colour',
    styles: {
      highlight: 'Highlight',
      underline: 'Underline',
      wavy: 'Wavy line',
      outline: 'Frame',
      strikethrough: 'Strikethrough',
    },
    apart: 'Notes without a place in this edition',
    notesOn: (paragraph) => `Notes on paragraph ${paragraph}`,
    toNote: (number) => `Note ${number}`,
    toText: (number) => `Note ${number}, back to the text`,
    count: (notes) => (notes === 1 ? '1 note' : `${notes} notes`),
    madeBy: (version) => `Exported from Zhupi 朱批 ${version}`.trim(),
    colon: ': ',
  },
  'zh-Hant': {
    colours: { yellow: '黃', red: '紅', green: '綠', blue: '藍', purple: '紫' },
    ownColour: '自訂顏色',
    styles: { highlight: '螢光標示', underline: '底線', wavy: '波浪線', outline: '外框', strikethrough: '刪除線' },
    apart: '此版本中未定位的批註',
    notesOn: (paragraph) => `第 ${paragraph} 段的批註`,
    toNote: (number) => `批註 ${number}`,
    toText: (number) => `批註 ${number}，回到內文`,
    count: (notes) => `${notes} 則批註`,
    madeBy: (version) => `由 Zhupi 朱批 ${version} 匯出`,
    colon: '：',
  },
  'zh-Hans': {
    colours: { yellow: '黄', red: '红', green: '绿', blue: '蓝', purple: '紫' },
    ownColour: '自定义颜色',
    styles: { highlight: '高亮', underline: '下划线', wavy: '波浪线', outline: '外框', strikethrough: '删除线' },
    apart: '此版本中未定位的批注',
    notesOn: (paragraph) => `第 ${paragraph} 段的批注`,
    toNote: (number) => `批注 ${number}`,
    toText: (number) => `批注 ${number}，回到正文`,
    count: (notes) => `${notes} 条批注`,
    madeBy: (version) => `由 Zhupi 朱批 ${version} 导出`,
    colon: '：',
  },
};

/** What a document says of marks and notes, in the language of the model. */
export const markWords = ({ language }: Pick<NotesModel, 'language'>): MarkWords => WORDS[language];

/** What a mark's colour means to the person; where they have not said, what it is called. */
export function colourWords(model: Pick<NotesModel, 'language'>, { label, annotation }: ExportedNote): string {
  const words = markWords(model);
  if (label !== '') return label;
  return isNamed(annotation.colour) ? words.colours[annotation.colour] : words.ownColour;
}

/** The day on which the export was made, as YYYY-MM-DD (UTC); empty for a time that no calendar has. */
export function dayOf({ exported }: Pick<NotesModel, 'exported'>): string {
  const date = new Date(exported);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
