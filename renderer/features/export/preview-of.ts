import type { Format } from '#core/exchange/format';
import type { ExportContent } from '#core/ipc/export-contract';
import { assertNever } from '#core/support/assert-never';
import { splitsPair } from '#core/support/code-point-index';
import { SHOWN_UNITS, type Made } from './make-export';
import { paperOfHtml, paperOfWord, type Paper } from './paper';

/** What is shown of a file: its own text, or the words of the document. */
export type Preview =
  | { readonly kind: 'text'; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'paper'; readonly paper: Paper; readonly isWhole: boolean };

/** The beginning of a file's text, cut at the end of a line where one ends in its last quarter. */
function beginningOf(text: string): Preview {
  if (text.length <= SHOWN_UNITS) return { kind: 'text', text, isWhole: true };
  const line = text.lastIndexOf('\n', SHOWN_UNITS) + 1;
  const end = splitsPair(text, SHOWN_UNITS) ? SHOWN_UNITS - 1 : SHOWN_UNITS;
  return { kind: 'text', text: text.slice(0, line > SHOWN_UNITS * 0.75 ? line : end), isWhole: false };
}

const onPaper = (paper: Paper): Preview => ({ kind: 'paper', paper, isWhole: paper.isWhole });

const isHtml = ({ extension }: Format): boolean => extension === 'html';

/** What is shown as soon as there is enough of a file; undefined for a document, of which words are shown when it is done. */
export const previewOfBeginning = (format: Format, text: string): Preview | undefined =>
  isHtml(format) || ['pdf', 'docx'].includes(format.extension) ? undefined : beginningOf(text);

function previewOfContent(format: Format, content: Exclude<ExportContent, { kind: 'word' }>): Preview {
  switch (content.kind) {
    case 'text':
      return isHtml(format) ? onPaper(paperOfHtml(content.text)) : beginningOf(content.text);
    case 'archive':
      // The notes of an archive stand in one file of it; the others say what is in it.
      return beginningOf(
        (content.entries.find(({ path }) => path.endsWith('annotations.json')) ?? content.entries[0])?.text ?? '',
      );
    case 'pdf':
      return onPaper(paperOfHtml(content.html));
    default:
      return assertNever(content);
  }
}

/** What is shown of a file. */
export function previewOf(format: Format, { content, document }: Made): Preview {
  if (content.kind !== 'word') return previewOfContent(format, content);
  return onPaper(document === undefined ? { paragraphs: [], isWhole: true } : paperOfWord(document));
}
