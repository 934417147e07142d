import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile, toFile } from '#core/correction/corrections-file';
import { planImport } from '#core/correction/import-plan';
import { liveAfter } from '#core/correction/changes';
import type { Correction } from '#core/correction/correction';
import { correction, corrections, inText, placeAt } from '../../support/corrections';

let ids = 0;
const making = { newId: () => `new${ids++}`, at: 100 };
const TWP = ['taiwan-phrases'] as const;

/** What a correction says, without what only this profile knows of it. */
const content = ({ reach, source, wrong, right, modes }: Correction): string =>
  JSON.stringify([reach, source, wrong, right, modes]);

describe('the file of corrections', () => {
  it('has two columns, grouped by direction, and keeps in comments what they cannot say', () => {
    const file = toFile([
      correction('全局', '全局', { wrong: '全域性', modes: ['taiwan-phrases'] }),
      correction('甲 乙', '丙 丁', { modes: ['taiwan-phrases'] }),
      correction('于', '於', { reach: inText() }),
      correction('後', '后', { modes: ['simplified'] }),
      correction('髮', '發', { reach: placeAt(3, 4), modes: ['taiwan'] }),
    ]);
    expect(file.split('\n')).toEqual([
      '# Zhupi corrections, two columns as in a dictionary of OpenCC: source, tab, right form',
      '',
      '#zhupi {"scope":"everywhere","modes":["simplified"]}',
      '後\t后',
      '',
      '#zhupi {"scope":"everywhere","modes":["taiwan-phrases"]}',
      '#zhupi {"wrong":"全域性"}',
      '全局\t全局',
      '#zhupi {"source":"甲 乙","right":"丙 丁"}',
      '',
      '#zhupi {"scope":"text","textId":"t","title":"題","modes":["traditional","taiwan","taiwan-phrases","hong-kong"]}',
      '于\t於',
      '',
      '#zhupi {"scope":"occurrence","textId":"t","title":"題","textHash":"h","target":[3,4],"quote":{"exact":"","prefix":"","suffix":""},"modes":["taiwan"]}',
      '#zhupi {"source":"髮","right":"發"}',
      '',
    ]);
  });

  it('gives back everything when it is read again, and a second import changes nothing', () => {
    fc.assert(
      fc.property(corrections, (all) => {
        // As in a profile: no two of one subject hold in the same mode.
        const live = liveAfter([], planImport([], all, [], making).changes, 1);
        const settled: readonly Correction[] = live.filter(
          (one, at) => !live.some((other, before) => before < at && subject(other) === subject(one)),
        );
        const { entries, bad } = parseFile(toFile(settled));
        expect(bad).toEqual([]);
        const fresh = planImport([], entries, [], making);
        const back = liveAfter([], fresh.changes, 1);
        expect(back.map(content).sort()).toEqual(settled.map(content).sort());
        expect(fresh.added).toBe(settled.length);
        const again = planImport(back, entries, [], making);
        expect(again).toEqual({ changes: [], added: 0, replaced: 0, present: entries.length });
        expect(toFile(back)).toBe(toFile(settled));
      }),
    );
  });

  it.each([
    [
      'a byte order mark, any line ends, blank lines and comments',
      '\ufeff# 註\r\n\r\n全局\t全局\n  \n# x\r于\t於\r\n',
      ['全局>全局', '于>於'],
      [],
    ],
    ['the first of several values', '发\t發 髮\n干\t 幹 乾\n', ['发>發', '干>幹'], []],
    ['spaces of the source, and wide ones of the right form', ' 甲 \t\u3000乙', [' 甲 >\u3000乙'], []],
    ['a file without a last line end', '发\t發', ['发>發'], []],
    ['nothing', '', [], []],
    [
      'lines that are no entry',
      'a b\n\t於\n甲\t\n甲\t乙\t丙\n发\t發\n发\t髮\n#zhupi {"scope":"klingon"}\n#zhupi nonsense\n',
      ['发>發'],
      ['1 columns', '2 empty', '3 empty', '4 columns', '6 repeated', '7 comment', '8 comment'],
    ],
    ['words beyond measure', `${'长'.repeat(500)}\t長\n长\t${'長'.repeat(300)}`, [], ['1 long', '2 long']],
  ])('is read from anyone: %s', (_title, text, entries, bad) => {
    const parsed = parseFile(text);
    expect(parsed.entries.map(({ source, right }) => `${source}>${right}`)).toEqual(entries);
    expect(parsed.bad.map(({ line, why }) => `${line} ${why}`)).toEqual(bad);
    expect(parsed.entries.every(({ modes }) => modes === undefined)).toBe(true);
  });

  it('cannot make a correction of two directions or of no place', () => {
    for (const head of [
      '{"scope":"everywhere","modes":["simplified","taiwan"]}',
      '{"scope":"everywhere","modes":["original"]}',
      '{"scope":"everywhere","modes":[]}',
      '{"scope":"text","modes":["taiwan"]}',
      '{"scope":"occurrence","textId":"t","title":"","textHash":"h","target":[4,4],"quote":{"exact":"","prefix":"","suffix":""},"modes":["taiwan"]}',
    ]) {
      expect(parseFile(`#zhupi ${head}\n`).bad).toEqual([{ line: 1, why: 'comment' }]);
    }
  });
});

const subject = ({ reach, source }: Correction): string => JSON.stringify([reach, source]);

describe('importing', () => {
  const live = [
    correction('全局', '全局', { id: 'a', modes: ['taiwan-phrases'] }),
    correction('于', '於', { id: 'b', modes: ['traditional', 'taiwan-phrases'] }),
  ];

  it('tells what is new, what takes the place of another, and what is there already', () => {
    const { entries } = parseFile('全局\t全局\n于\t于\n发\t發\n');
    const { added, replaced, present, changes } = planImport(live, entries, TWP, making);
    expect({ added, replaced, present }).toEqual({ added: 1, replaced: 1, present: 1 });
    const after = liveAfter(live, changes, 1).map(({ source, right, modes }) => [source, right, ...modes]);
    // The mode that the file is not about keeps what it had.
    expect(after).toEqual([
      ['全局', '全局', 'taiwan-phrases'],
      ['于', '於', 'traditional'],
      ['于', '于', 'taiwan-phrases'],
      ['发', '發', 'taiwan-phrases'],
    ]);
  });

  it('takes a dictionary of 50,000 entries within a second or so', () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `詞${index.toString(36)}\t词${index} 次`).join('\n');
    const { entries } = parseFile(text);
    expect(planImport(live, entries, TWP, making).added).toBe(50_000);
  });
});
