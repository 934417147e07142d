import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilOffset, compose, floorOffset } from '#core/script/alignment';
import { loadConversion } from '#core/script/conversion';
import type { Converted } from '#core/script/converted-pieces';
import { conversionSteps } from '#core/script/conversion-table';
import { SCRIPT_MODES, SOURCE_SCRIPTS, type ScriptMode, type SourceScript } from '#core/script/mode';
import type { Projection } from '#core/script/projection';
import { loadProjector } from '#core/script/projector';
import { indexCodePoints, splitsPair } from '#core/support/code-point-index';
import { codePoints, codePointSpan, unitSpan } from '#core/support/offset';
import { bundledSource, readingText } from '../../support/bundled-text';
import { chineseText } from '../../support/chinese';
import { hansCorpus } from '../../support/corpus';
import { oracle } from '../../support/oracle';

const directions = SOURCE_SCRIPTS.flatMap((source) =>
  SCRIPT_MODES.map((mode): [SourceScript, ScriptMode] => [source, mode]),
);
const viaOracle = (source: SourceScript, mode: ScriptMode) => {
  const steps = conversionSteps(source, mode).map(oracle);
  return (text: string): string => steps.reduce((before, step) => step(before), text);
};

describe.each(directions)('%s shown as %s', (source, mode) => {
  it('reads as opencc-js itself would convert the whole bundled text', async () => {
    const projector = await loadProjector(source, mode);
    const convert = viaOracle(source, mode);
    for (const text of [readingText, bundledSource.toString('utf8')]) {
      const lines = text.split('\n');
      expect(lines.map((line) => projector.project(line).display).join('\n')).toBe(convert(text));
    }
  });

  it('reads as opencc-js would convert random texts', async () => {
    const projector = await loadProjector(source, mode);
    const convert = viaOracle(source, mode);
    fc.assert(
      fc.property(chineseText(), (text) => {
        expect(projector.project(text).display).toBe(convert(text));
      }),
      { numRuns: 150 },
    );
  });

  it('maps every span outward and back, stably, and splits nothing', async () => {
    const projector = await loadProjector(source, mode);
    fc.assert(
      fc.property(chineseText(), fc.nat(60), fc.nat(60), (text, a, b) => {
        checkSpan(projector.project(text), a, b);
      }),
      { numRuns: 200 },
    );
  });
});

/** Blocks are sorted, apart, not empty, not one to one; between them both texts run at the same pace. */
function checkBlocks(text: string, { display, alignment }: Converted): void {
  let src = 0;
  let dst = 0;
  for (let block = 0; block < alignment.count; block++) {
    const [at, to] = [alignment.src[block] ?? -1, alignment.dst[block] ?? -1];
    const [length, shown] = [alignment.srcLength[block] ?? 0, alignment.dstLength[block] ?? 0];
    expect(at).toBeGreaterThanOrEqual(src);
    expect(to - dst).toBe(at - src);
    expect(length > 0 && shown > 0 && length + shown > 2).toBe(true);
    src = at + length;
    dst = to + shown;
  }
  expect(display.length - dst).toBe(text.length - src);
}

const VARIATION = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/y;

function splitsSequence(text: string, at: number): boolean {
  VARIATION.lastIndex = at;
  return at > 0 && !/[\r\n]/.test(text[at - 1] ?? '\n') && VARIATION.test(text);
}

function checkSpan(projection: Projection, a: number, b: number): void {
  const { source, display } = projection;
  const points = indexCodePoints(source);
  const [from, to] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.min(at, points.length)) as [number, number];
  const span = codePointSpan(from, to);
  const shown = projection.toDisplay(span);
  expect(splitsPair(display, shown.start) || splitsPair(display, shown.end)).toBe(false);
  expect(splitsSequence(display, shown.start) || splitsSequence(display, shown.end)).toBe(false);
  const back = projection.toCanonical(shown);
  if (from < to) {
    expect(back.start <= from && back.end >= to).toBe(true);
    expect(shown.end).toBeGreaterThan(shown.start);
  } else expect(shown.start).toBe(shown.end);
  const again = projection.toDisplay(back);
  if (from < to) expect(again).toEqual(shown);
  expect(projection.toCanonical(again)).toEqual(from < to ? back : projection.toCanonical(again));

  const [left, right] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.min(at, display.length)) as [number, number];
  const picked = projection.toCanonical(unitSpan(left, right));
  const extent = projection.toDisplay(picked);
  if (left < right) {
    expect(extent.start <= left && extent.end >= right).toBe(true);
    expect(projection.toCanonical(extent)).toEqual(picked);
  }
  const units = [points.toUnits(picked.start), points.toUnits(picked.end)];
  for (const at of units) expect(splitsPair(source, at) || splitsSequence(source, at)).toBe(false);
  // Ends meet ends, and order is kept.
  expect(projection.toDisplay(codePointSpan(0, points.length))).toEqual(unitSpan(0, display.length));
  expect(projection.toDisplay(codePointSpan(from, from)).start).toBeLessThanOrEqual(
    projection.toDisplay(codePointSpan(to, to)).start,
  );
  expect(projection.toCanonical(unitSpan(left, left)).start).toBeLessThanOrEqual(
    projection.toCanonical(unitSpan(right, right)).start,
  );
}

describe('the words that the reader sees', () => {
  const reading = Array.from(readingText).join('');
  const spanOf = (text: string, words: string) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return codePointSpan(start, start + Array.from(words).length);
  };
  const shownFor = async (mode: ScriptMode, words: string): Promise<string> => {
    const projection = (await loadProjector('hant-from-hans', mode)).project(reading);
    const { start, end } = projection.toDisplay(spanOf(reading, words));
    return projection.display.slice(start, end);
  };
  const sourceOf = async (source: SourceScript, mode: ScriptMode, text: string, words: string): Promise<string> => {
    const projection = (await loadProjector(source, mode)).project(text);
    const at = projection.display.indexOf(words);
    const { start, end } = projection.toCanonical(unitSpan(at, at + words.length));
    return Array.from(text).slice(start, end).join('');
  };

  it.each([
    ['taiwan', ['並', '於', '築', '範', '製', '鬥', '鑽']],
    ['traditional', ['並', '於', '築', '範', '製', '鬥', '鑽']],
    ['hong-kong', ['並', '於', '範', '製']],
    ['simplified', ['意味着', '范式', '优化']],
    ['taiwan-phrases', ['人工智慧', '積體電路', '最佳化', '全域性']],
  ] as const)('in %s hold what they should', async (mode, words) => {
    const { display } = (await loadProjector('hant-from-hans', mode)).project(reading);
    for (const word of words) expect(display).toContain(word);
  });

  it('cover exactly the phrases of a mark, also where these change their length', async () => {
    expect(await shownFor('taiwan-phrases', '優化科研環境')).toBe('最佳化科研環境');
    expect(await shownFor('taiwan-phrases', '全局中的核心')).toBe('全域性中的核心');
    expect(await sourceOf('hant-from-hans', 'taiwan-phrases', reading, '最佳化科研環境')).toBe('優化科研環境');
    expect(await sourceOf('hant-from-hans', 'taiwan-phrases', reading, '佳化科研')).toBe('優化科研');
  });

  it('pair one by one where a phrase keeps its length', async () => {
    expect(await sourceOf('hant-from-hans', 'taiwan-phrases', '集成電路', '體電路')).toBe('成電路');
  });

  it('take in the whole phrase that was touched', async () => {
    expect(await sourceOf('hans', 'taiwan-phrases', '用内存。', '記憶')).toBe('内存');
    const projection = (await loadProjector('hans', 'taiwan-phrases')).project('用内存。');
    const { start, end } = projection.toDisplay(codePointSpan(1, 2));
    expect(projection.display.slice(start, end)).toBe('記憶體');
    expect(projection.isUnitForUnit(codePoints(1))).toBe(false);
    expect(projection.isUnitForUnit(codePoints(0))).toBe(true);
  });
});

describe('conversion', () => {
  const names = ['s2t', 's2tw', 's2twp', 's2hk', 't2s', 'tw2s', 'tw2sp', 'hk2s', 't2twp', 'hk2twp'] as const;

  it.each(names)('%s does not look across the end of a line or of a sentence', async (name) => {
    const { convert } = await loadConversion(name);
    fc.assert(
      fc.property(chineseText(), chineseText(), fc.constantFrom('\n', '。'), (one, other, end) => {
        expect(convert(`${one}${end}${other}`).display).toBe(`${convert(one).display}${end}${convert(other).display}`);
      }),
      { numRuns: 200 },
    );
  });

  it.each(names)('%s maps all that is not unit for unit, and nothing else', async (name) => {
    const { convert } = await loadConversion(name);
    fc.assert(
      fc.property(chineseText(30), (text) => {
        checkBlocks(text, convert(text));
      }),
      { numRuns: 300 },
    );
  });

  it('of a long text is that of its lines, one after the other, and so is its map', async () => {
    const { convert } = await loadConversion('s2twp');
    const text = await hansCorpus(100_000, 5);
    const { display, alignment } = convert(text);
    const lines = text.split(/(?<=\n)/);
    expect(display).toBe(lines.map((line) => convert(line).display).join(''));
    checkBlocks(text, { display, alignment });
    let at = 0;
    let shown = 0;
    for (const line of lines) {
      const own = convert(line);
      for (let offset = 0; offset <= line.length; offset++) {
        expect(floorOffset(alignment, at + offset)).toBe(shown + floorOffset(own.alignment, offset));
        expect(ceilOffset(alignment, at + offset)).toBe(shown + ceilOffset(own.alignment, offset));
      }
      at += line.length;
      shown += own.display.length;
    }
  });

  it('chains associatively', async () => {
    const [one, two, three] = await Promise.all(
      ['tw2s', 's2twp', 't2hk'].map((name) => loadConversion(name as 'tw2s')),
    );
    if (one === undefined || two === undefined || three === undefined) throw new Error('not loaded');
    fc.assert(
      fc.property(chineseText(20), (text) => {
        const first = one.convert(text);
        const second = two.convert(first.display);
        const third = three.convert(second.display);
        expect(compose(compose(first.alignment, second.alignment), third.alignment)).toEqual(
          compose(first.alignment, compose(second.alignment, third.alignment)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ideographic description characters', '\u2ff0'.repeat(1_000_000)],
    ['descriptions within descriptions', '\u2ff0木'.repeat(500_000)],
    ['one character', '一'.repeat(1_000_000)],
    ['beginnings of phrases', '人工智人工智能人'.repeat(125_000)],
    ['phrases that grow', '内存'.repeat(500_000)],
    ['characters that become two units', '㓆'.repeat(1_000_000)],
    ['lone surrogates', '\ud800'.repeat(1_000_000)],
  ])('ends soon on a long run of %s', async (_name, text) => {
    const projector = await loadProjector('hans', 'taiwan-phrases');
    const projection = projector.project(text);
    expect(projection.toDisplay(codePointSpan(0, text.length)).end).toBe(projection.display.length);
  });

  it('leaves a text alone that is in the script asked for, with an empty map', async () => {
    const projection = (await loadProjector('hans', 'simplified')).project('发展 𠮷');
    expect(projection.display).toBe('发展 𠮷');
    expect(projection.toDisplay(codePointSpan(3, 4))).toEqual(unitSpan(3, 5));
    expect(projection.toCanonical(unitSpan(4, 5))).toEqual(codePointSpan(3, 4));
  });
});
