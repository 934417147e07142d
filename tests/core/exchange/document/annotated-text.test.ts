import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS, STYLES, type Annotation } from '#core/annotation/annotation';
import { annotatedText, type AnnotatedBlock } from '#core/exchange/document/annotated-text';
import type { ExportedText } from '#core/exchange/notes-model';
import { SCRIPT_MODES } from '#core/script/mode';
import { codePoints } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { exportedText, markAt } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';

const wordsOf = ({ runs }: AnnotatedBlock): string => runs.map(({ words }) => words).join('');

/** The words between where each note begins and where it ends, blocks joined by a newline. */
function coveredBy(blocks: readonly AnnotatedBlock[]): Map<number, string> {
  const open = new Map<number, string>();
  const covered = new Map<number, string>();
  for (const { runs } of blocks) {
    // A block without words is no part of what is displayed of a mark.
    if (runs.length > 0) for (const [note, words] of open) open.set(note, `${words}\n`);
    for (const { words, begins, ends } of runs) {
      for (const note of begins) open.set(note, '');
      for (const [note, before] of open) open.set(note, before + words);
      for (const note of ends) {
        covered.set(note, open.get(note) ?? 'ends before it begins');
        open.delete(note);
      }
    }
  }
  return covered;
}

/** The looks that marks over each run should have, found out by going through all of them. */
function looksOver(blocks: readonly AnnotatedBlock[], { notes }: ExportedText): string[][] {
  const open = new Set<number>();
  return blocks.flatMap(({ runs }) =>
    runs.map(({ begins, ends }) => {
      for (const note of begins) open.add(note);
      const looks = [...open].map((note) => `${notes[note]?.annotation.colour} ${notes[note]?.annotation.style}`);
      for (const note of ends) open.delete(note);
      return [...new Set(looks)].sort();
    }),
  );
}

const LINES = [
  '我在互联网上写博客，用硬盘和U盘备份数据库',
  '𠮷野家的集成电路😀，程序员𪚥说',
  '',
  '人工智能的算法',
  '优化软件',
];
const plain = textOfLines('t', 'ab'.repeat(32), LINES);
const characters = Array.from(plain.canonical);
const text: Text = {
  ...plain,
  script: 'hans',
  glosses: [2, 5, 22, 30].map((at) => ({
    at: codePoints(at),
    rawAt: codePoints(at),
    base: characters[at] ?? '',
    reading: 'hù',
  })),
};
const { length } = characters;

const someMarks = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 30 }), fc.nat(4), fc.nat(4)), { maxLength: 12 })
  .map((places) =>
    places.map(([start, long, colour, style], index): Annotation => {
      const parts = { colour: COLOURS[colour] ?? 'yellow', style: STYLES[style] ?? 'wavy' };
      return markAt(text, index + 1, start, Math.min(length, start + long), parts);
    }),
  );

describe('a text cut at its marks', () => {
  it.each(SCRIPT_MODES)('has each block and each note’s words exactly as displayed in %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(someMarks, fc.boolean(), async (marks, withReadings) => {
        const exported = await exportedText(text, marks, mode);
        const { shown } = exported;
        const { blocks, apart } = annotatedText(exported, withReadings);
        const all = [...blocks];
        expect(all.map(wordsOf)).toEqual(LINES.map((_line, index) => shown?.block(index).display));
        const covered = coveredBy(all);
        exported.notes.forEach(({ displayed }, note) => {
          // A mark on the end of a line alone covers no words.
          if (apart.includes(note)) expect(displayed).toBe('');
          else expect(covered.get(note)).toBe(displayed);
        });
        expect(
          all.flatMap(({ runs }) =>
            runs.map(({ looks }) => looks.map(({ colour, style }) => `${colour} ${style}`).sort()),
          ),
        ).toEqual(looksOver(all, exported));
        expect([...all.flatMap(({ begun }) => begun), ...apart].sort((a, b) => a - b)).toEqual([
          ...exported.notes.keys(),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives readings only where they are asked for, each over its own character', async () => {
    const exported = await exportedText(text, [markAt(text, 1, 0, 3)]);
    const readings = (withReadings: boolean) =>
      [...annotatedText(exported, withReadings).blocks].flatMap(({ runs }) =>
        runs.flatMap(({ words, reading }) => (reading === undefined ? [] : [words])),
      );
    expect(readings(true)).toEqual([2, 5, 22, 30].map((at) => characters[at]));
    expect(readings(false)).toEqual([]);
  });

  it('lists notes without a place apart', async () => {
    const elsewhere = { ...markAt(text, 2, 0, 3), textHash: 'cd'.repeat(32) };
    const exported = await exportedText(text, [elsewhere, markAt(text, 1, 0, 3)]);
    expect(annotatedText(exported, false).apart).toEqual([1]);
    expect(annotatedText({ ...exported, shown: undefined }, false)).toEqual({ blocks: [], apart: [0, 1] });
  });

  it('costs what text and marks add up to, not what they multiply to', async () => {
    const runsOf = async (times: number): Promise<number> => {
      const line = '我在互联网上写博客，用硬盘和U盘备份数据库。'.repeat(50);
      const long = textOfLines(
        'l',
        'ab'.repeat(32),
        Array.from({ length: times * 10 }, () => line),
      );
      const marks = Array.from({ length: times * 100 }, (_each, index) =>
        markAt(long, index, index * 100, index * 100 + 5000),
      );
      const exported = await exportedText(long, marks);
      let runs = 0;
      for (const block of annotatedText(exported, true).blocks) runs += block.runs.length;
      return runs;
    };
    expect(await runsOf(100)).toBeLessThan((await runsOf(10)) * 11);
  });
});
