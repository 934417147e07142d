import type { Language } from '../ipc/language';
import type { ScriptMode } from '../script/mode';
import type { QuoteChoice } from './format';
import type { ExportedNote, ExportedText, NotesModel } from './notes-model';

/** What an export says of itself, in one language. */
interface ExportWords {
  readonly modes: Readonly<Record<ScriptMode, string>>;
  readonly asInSource: string;
  readonly cite: (title: string, first: number, last: number) => string;
  readonly noPlace: (title: string) => string;
  readonly notesOn: (title: string) => string;
  /** Over notes that have no place in the edition that is read. */
  readonly withoutPlace: string;
  /** Stands between titles. */
  readonly comma: string;
  /** Stands between what is said of one thing. */
  readonly between: string;
}

const WORDS: Readonly<Record<Language, ExportWords>> = {
  en: {
    modes: {
      original: 'Original',
      simplified: 'Simplified',
      traditional: 'Traditional',
      taiwan: 'Taiwan',
      'taiwan-phrases': 'Taiwan phrases',
      'hong-kong': 'Hong Kong',
    },
    asInSource: 'As in the source',
    cite: (title, first, last) => `《${title}》, ${first === last ? `¶ ${first}` : `¶¶ ${first}–${last}`}`,
    noPlace: (title) => `《${title}》, no place in this edition`,
    notesOn: (title) => `Notes on 《${title}》`,
    withoutPlace: 'Without a place',
    comma: ', ',
    between: ' · ',
  },
  'zh-Hant': {
    modes: {
      original: '原文',
      simplified: '簡體',
      traditional: '繁體',
      taiwan: '臺灣正體',
      'taiwan-phrases': '臺灣用語',
      'hong-kong': '香港繁體',
    },
    asInSource: '依原文',
    cite: (title, first, last) => `《${title}》，第 ${first === last ? first : `${first}–${last}`} 段`,
    noPlace: (title) => `《${title}》，此版本中未定位`,
    notesOn: (title) => `《${title}》批註`,
    withoutPlace: '未定位',
    comma: '、',
    between: '・',
  },
  'zh-Hans': {
    modes: {
      original: '原文',
      simplified: '简体',
      traditional: '繁体',
      taiwan: '台湾正体',
      'taiwan-phrases': '台湾用语',
      'hong-kong': '香港繁体',
    },
    asInSource: '依原文',
    cite: (title, first, last) => `《${title}》，第 ${first === last ? first : `${first}–${last}`} 段`,
    noPlace: (title) => `《${title}》，此版本中未定位`,
    notesOn: (title) => `《${title}》批注`,
    withoutPlace: '未定位',
    comma: '、',
    between: '·',
  },
};

/** What an export says of itself in the language of the model. */
export const exportWords = ({ language }: Pick<NotesModel, 'language'>): ExportWords => WORDS[language];

/** A quote in one of the scripts that are asked for. */
export interface GivenQuote {
  readonly words: string;
  /** BCP 47 tag of its script. */
  readonly language: string;
  /** The name of its script for people. */
  readonly script: string;
}

/**
 * The quotes of a note that are asked for, one or two; two only where they differ. Without a place there are the words of
 * the source alone that were kept, in no other script.
 */
export function quotesOf(
  model: NotesModel,
  text: ExportedText,
  note: ExportedNote,
  choice: QuoteChoice,
): readonly [GivenQuote, ...GivenQuote[]] {
  const words = exportWords(model);
  const displayed = { words: note.displayed, language: text.language, script: words.modes[model.mode] };
  const source = { words: note.source, language: text.sourceLanguage, script: words.asInSource };
  if (choice === 'source' || note.paragraphs === undefined) return [source];
  return choice === 'displayed' || displayed.words === source.words ? [displayed] : [displayed, source];
}

/** Where a note stands, in words. */
export function citationOf(model: NotesModel, { title }: ExportedText, { paragraphs }: ExportedNote): string {
  const words = exportWords(model);
  return paragraphs === undefined ? words.noPlace(title) : words.cite(title, paragraphs.first, paragraphs.last);
}
