import { beforeAll, describe, expect, it } from 'vitest';
import { alignEditions } from '#core/anchor/align-editions';
import { followAll } from '#core/anchor/follow-all';
import { loadFold, type Fold } from '#core/search/fold';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { readingText } from '../../support/bundled-text';
import { hansCorpus, seeded } from '../../support/corpus';
import {
  deletions,
  editedText,
  editionOf,
  inScript,
  joinedParagraphs,
  movedParagraphs,
  noise,
  splitParagraphs,
  type Editing,
} from '../../support/editions';
import { judge, sumOf, type Figures } from '../../support/judge';
import { oracle } from '../../support/oracle';

// Marks on texts edited by a seed: since the edits are known, so is where each mark belongs.

const LENGTHS = [2, 4, 8, 16, 32, 64];
const MARKS = 1_000;
const SEEDS = [11, 12, 13];

let fold: Fold;
let long: string;
beforeAll(async () => {
  fold = await loadFold();
  long = await hansCorpus(60_000, 7);
});

function marksOn(points: number, seed: number): CodePointSpan[] {
  const random = seeded(seed);
  return Array.from({ length: MARKS }, () => {
    const length = LENGTHS[Math.floor(random() * LENGTHS.length)] ?? 8;
    const start = Math.floor(random() * (points - length));
    return codePointSpan(start, start + length);
  });
}

function figuresOf(text: string, ...edits: readonly Editing[]): Figures {
  const points = Array.from(text);
  return sumOf(
    SEEDS.map((seed) => {
      const { edition, origin } = editedText(text, seed, ...edits);
      const spans = marksOn(points.length, seed + 100);
      const marks = spans.map((span) => ({ span, exact: points.slice(span.start, span.end).join('') }));
      const outcomes = followAll(alignEditions(editionOf(text), edition, fold), marks, fold);
      return judge(outcomes, spans, origin);
    }),
  );
}

const all = SEEDS.length * MARKS;
const paragraphs = [movedParagraphs(0.2), splitParagraphs(0.2), joinedParagraphs(0.15)];

/** Edits, the share of marks accepted at least, and the share of those not accepted at most that could have been. */
const CASES: readonly (readonly [string, readonly Editing[], number, number])[] = [
  ['a fifth of the clauses left out', [deletions(0.2)], 0.75, 0.005],
  ['3% noise', [noise(0.03)], 0.99, 0.005],
  ['10% noise', [noise(0.1)], 0.99, 0.005],
  ['25% noise', [noise(0.25)], 0.95, 0.02],
  ['paragraphs moved, split and joined', paragraphs, 0.97, 0.005],
  ['paragraphs moved, split and joined with 10% noise', [...paragraphs, noise(0.1)], 0.95, 0.005],
  ['paragraphs moved, split and joined with 25% noise', [...paragraphs, noise(0.25)], 0.9, 0.03],
  ['clauses left out with 10% noise', [deletions(0.2), noise(0.1)], 0.7, 0.005],
];

describe.each([
  ['the bundled text', () => readingText, () => oracle('t2s')],
  ['a long text', () => long, () => oracle('s2t')],
])('marks on %s in another edition', (_name, textOf, otherScript) => {
  it.each(CASES)('stand on the right words after %s', (_edits, edits, accepted, missed) => {
    const figures = figuresOf(textOf(), ...edits);
    expect(figures.exact + figures.moved + figures.review + figures.orphan, 'none is lost').toBe(all);
    expect(figures.exact + figures.moved).toBeGreaterThanOrEqual(accepted * all);
    expect(figures.wrong).toBeLessThanOrEqual(0.01 * all);
    expect(figures.revived, 'of what was left out').toBeLessThanOrEqual(0.02 * figures.deleted);
    expect(figures.missed).toBeLessThanOrEqual(missed * all);
  });

  it('all stand on the right words in another script', () => {
    const figures = figuresOf(textOf(), inScript(otherScript()));
    expect(figures).toMatchObject({ wrong: 0, review: 0, orphan: 0 });
    expect(figures.exact).toBeGreaterThanOrEqual(0.98 * all);
  });

  it('stand on the right words in another script with 10% noise', () => {
    const figures = figuresOf(textOf(), inScript(otherScript()), ...paragraphs, noise(0.1));
    expect(figures.exact + figures.moved).toBeGreaterThanOrEqual(0.95 * all);
    expect(figures.wrong).toBeLessThanOrEqual(0.01 * all);
  });

  it('all stay where they are if nothing was changed', () => {
    expect(figuresOf(textOf())).toMatchObject({ exact: all, wrong: 0 });
  });
});

describe('a text of a million characters', () => {
  it('is aligned with ten thousand marks in a moment', { timeout: 120_000 }, async () => {
    const text = await hansCorpus(1_000_000, 3);
    const points = Array.from(text);
    const { edition } = editedText(text, 5, noise(0.03), movedParagraphs(0.02));
    const marks = Array.from({ length: 10_000 }, (_mark, index) => {
      const span = codePointSpan(index * 99, index * 99 + 12);
      return { span, exact: points.slice(span.start, span.end).join('') };
    });
    const from = process.cpuUsage();
    const outcomes = followAll(alignEditions(editionOf(text), edition, fold), marks, fold);
    // A second on an idle machine; a time that grows with the square would be minutes.
    expect(spentMs(from)).toBeLessThan(15_000);
    expect(outcomes.filter(({ health }) => health === 'exact' || health === 'moved').length).toBeGreaterThan(9_950);
  });

  it.each([
    ['one character', () => 'a'.repeat(200_000), () => 'a'.repeat(150_000)],
    ['two characters in no order', () => noiseOf(1, 200_000), () => noiseOf(2, 200_000)],
    ['the same short paragraph', () => 'ab\n'.repeat(60_000), () => 'ba\nab\n'.repeat(30_000)],
    ['paragraphs alike', () => linesOf(1, 6_000), () => linesOf(2, 6_000)],
    ['nothing in common', () => '甲'.repeat(100_000), () => '乙\n'.repeat(50_000)],
    ['nothing left', () => linesOf(1, 2_000), () => ''],
  ])('made of %s ends', { timeout: 120_000 }, (_name, before, after) => {
    const text = before();
    const marks = Array.from({ length: 2_000 }, (_mark, index) => {
      const span = codePointSpan(index * 3, index * 3 + 40);
      return { span, exact: text.slice(span.start, span.end) };
    });
    const from = process.cpuUsage();
    const outcomes = followAll(alignEditions(editionOf(text), editionOf(after()), fold), marks, fold);
    expect(spentMs(from)).toBeLessThan(20_000);
    expect(outcomes).toHaveLength(marks.length);
  });
});

/** Milliseconds of processor time since: what else the machine does is no matter. */
const spentMs = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
};

/** Two characters at random. */
function noiseOf(seed: number, length: number): string {
  const random = seeded(seed);
  return Array.from({ length }, () => (random() < 0.5 ? '甲' : '乙')).join('');
}

/** Many paragraphs of few different characters. */
function linesOf(seed: number, count: number): string {
  const random = seeded(seed);
  const line = (): string => Array.from({ length: 30 }, () => '甲乙丙丁'.charAt(Math.floor(random() * 4))).join('');
  return Array.from({ length: count }, line).join('\n');
}
