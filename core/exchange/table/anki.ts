import { stringify } from '../../support/csv-packages';
import { overlaysOf } from '../../text/overlays';
import type { ShownText } from '../../text/shown-text';
import { citationOf, quotesOf, type GivenQuote } from '../export-words';
import type { ExportOptions, Format } from '../format';
import { oneLine, withoutControls } from '../markdown/markdown-escape';
import { describeMarkLink } from '../mark-link';
import { allTitles, titleOf } from '../given-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '[': '&#91;' };

/**
 * Words as HTML of a card, line by line. A bracket that would begin a sound, speech or a formula of LaTeX is but a
 * bracket. One of MathJax, which reads what is shown, is parted from its backslash by an element.
 */
const html = (words: string): string =>
  withoutControls(words)
    .replace(/[&<>"]|\[(?=sound:|anki:|\/?latex\]|\/?\$+\])/gi, (sign) => SIGNS[sign] ?? sign)
    .replace(/\\(\(|\[|&#91;)/g, '\\<span>$1</span>')
    .replace(/[\n\u2028\u2029]/g, '<br>');

/** What is displayed of a mark, with readings over the characters that the source gives them for. */
function withReadings(shown: ShownText, { annotation }: ExportedNote): string {
  return shown
    .stretchesOf(annotation.target)
    .map(({ block, span }) => {
      const { display } = shown.block(block);
      let at: number = span.start;
      let written = '';
      for (const ruby of overlaysOf(shown, block).rubies) {
        const { start, end } = ruby.span;
        if (start < at || end > span.end) continue;
        const base = html(display.slice(start, end));
        written += `${html(display.slice(at, start))}<ruby>${base}<rt>${html(ruby.reading)}</rt></ruby>`;
        at = end;
      }
      return written + html(display.slice(at, span.end));
    })
    .join('<br>');
}

function frontOf(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string {
  const quotes = quotesOf(model, text, note, options.quotes);
  const { shown } = text;
  const hasReadings = options.glosses && shown !== undefined && shown.text.glosses.length > 0;
  const isPlaced = note.paragraphs !== undefined;
  const wordsOf = ({ words }: GivenQuote): string =>
    // Readings stand over what is displayed; only a mark with a place has any.
    hasReadings && isPlaced && words === note.displayed && options.quotes !== 'source'
      ? withReadings(shown, note)
      : html(words);
  return quotes
    .map((quote) => {
      const script = options.citation || quotes.length > 1 ? `<br><small>${html(quote.script)}</small>` : '';
      return `<div lang="${quote.language}">${wordsOf(quote)}</div>${script}`;
    })
    .join('<br>');
}

function backOf(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string {
  const { annotation, label } = note;
  const link = describeMarkLink({ markId: annotation.id, textId: text.id, quote: annotation.quote.exact });
  const parts = [
    html(annotation.note.trim()),
    html(label) && `<small>${html(label)}</small>`,
    options.citation ? `<small><a href="${html(link)}">${html(citationOf(model, text, note))}</a></small>` : '',
  ];
  return parts.filter((part) => part !== '').join('<br><br>');
}

/** Tags as Anki parts them, by spaces. */
const tagsOf = (tags: readonly string[]): string =>
  [...new Set(tags.map((tag) => oneLine(tag).replace(/ /g, '_')))].filter((tag) => tag !== '').join(' ');

const row = (fields: readonly string[]): string =>
  stringify([fields], { delimiter: '\t', record_delimiter: '\n', quoted: true, quoted_empty: true });

/** Headers of a file of Anki's, first and one after the other (its manual, “Text Files”). */
function headers(model: NotesModel, options: ExportOptions): string {
  const [text] = model.texts;
  // Two colons make a deck within a deck: a title means none by them.
  const title = (
    model.texts.length === 1 && text !== undefined ? titleOf(text, options) : allTitles(model, options)
  ).replaceAll('::', '：：');
  const deck = oneLine(options.deck) || title || 'Zhupi';
  return [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${deck}`,
    '#tags column:3',
    '#guid column:4',
    '',
  ].join('\n');
}

function* parts(model: NotesModel, options: ExportOptions): Generator<string> {
  yield headers(model, options);
  for (const text of model.texts) {
    for (const note of text.notes) {
      const { tags, id } = note.annotation;
      yield row([frontOf(model, text, note, options), backOf(model, text, note, options), tagsOf(tags), id]);
    }
  }
}

/**
 * Notes as cards for Anki: UTF-8, tabs between fields, every field quoted. The fields are those of the note type Basic,
 * front and back, then tags and the id of the mark, by which Anki knows a card again and renews it. The front is what is
 * marked, the back the note. Two things it cannot carry: control characters, and spaces in tags.
 */
export const anki: Format = {
  id: 'anki',
  extension: 'txt',
  words: {
    en: { name: 'Anki', description: 'Cards to learn by: what is marked in front, your note on the back.' },
    'zh-Hant': { name: 'Anki', description: '學習卡片：正面是標記的字句，背面是您的批註。' },
    'zh-Hans': { name: 'Anki', description: '学习卡片：正面是标记的字句，背面是您的批注。' },
  },
  options: ['quotes', 'citation', 'deck', 'glosses'],
  write: (model, options) => ({ kind: 'text', parts: parts(model, options) }),
};
