import { alignEditions } from '../core/anchor/align-editions';
import { followAll } from '../core/anchor/follow-all';
import { loadFold } from '../core/search/fold';
import { codePointSpan } from '../core/support/offset';
import { hansCorpus } from '../tests/support/corpus';
import {
  editedText,
  editionOf,
  inScript,
  joinedParagraphs,
  movedParagraphs,
  noise,
  splitParagraphs,
  type Editing,
} from '../tests/support/editions';
import { oracle } from '../tests/support/oracle';
import { figure, median, printTable } from './table';

// How long it takes until the marks on a long text stand in its changed edition.

const LENGTH = 1_000_000;
const MARKS = 10_000;
const RUNS = 3;

const EDITS: readonly (readonly [string, readonly Editing[]])[] = [
  ['nothing', []],
  ['another script', [inScript(oracle('s2t'))]],
  ['3% noise', [noise(0.03)]],
  ['10% noise', [noise(0.1)]],
  ['25% noise', [noise(0.25)]],
  ['paragraphs moved, split, joined', [movedParagraphs(0.2), splitParagraphs(0.2), joinedParagraphs(0.15)]],
];

async function main(): Promise<void> {
  const fold = await loadFold();
  const text = await hansCorpus(LENGTH, 7);
  const points = Array.from(text);
  const marks = Array.from({ length: MARKS }, (_mark, index) => {
    const span = codePointSpan(index * 99, index * 99 + 12);
    return { span, exact: points.slice(span.start, span.end).join('') };
  });
  const rows = EDITS.map(([name, edits]) => {
    const { edition } = editedText(text, 11, ...edits);
    const runs = Array.from({ length: RUNS }, () => {
      const from = performance.now();
      const alignment = alignEditions(editionOf(text), edition, fold);
      const aligned = performance.now();
      followAll(alignment, marks, fold);
      return { align: aligned - from, follow: performance.now() - aligned };
    });
    return [name, figure(median(runs.map(({ align }) => align))), figure(median(runs.map(({ follow }) => follow)))];
  });
  printTable(`${MARKS} marks on ${LENGTH} characters in a changed edition, ms`, [
    ['edits', 'align', 'follow'],
    ...rows,
  ]);
}

void main();
