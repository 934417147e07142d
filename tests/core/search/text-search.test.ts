import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPT_MODES, SOURCE_SCRIPTS, type ScriptMode } from '#core/script/mode';
import { loadFold, type Fold } from '#core/search/fold';
import type { CodePointSpan } from '#core/support/offset';
import type { DisplayStretch, ShownText } from '#core/text/shown-text';
import { canonicalOf } from '#core/text/text-index';
import facts from '../../fixtures/facts.json';
import { bundledText } from '../../support/bundled-text';
import { chineseText } from '../../support/chinese';
import { correction } from '../../support/corrections';
import { searched, textOfLines, type Searched } from '../../support/searched';

const PROSE = '我们在互联网上写博客，用硬盘和U盘备份数据库。\n程序员说软件的算法正在优化，体系和Wi-Fi后来也好了。';

let fold: Fold;
let bundled: Searched;
let prose: Searched;
beforeAll(async () => {
  fold = await loadFold();
  bundled = await searched(await bundledText());
  prose = await searched(textOfLines(PROSE));
});

/** Hits by brute force: folded, character by character, from left to right, without overlap. */
function slowHits(text: string, words: string): CodePointSpan[] {
  const points = Array.from(text, (point) => fold.fold(point));
  const wanted = Array.from(words, (point) => fold.fold(point));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at + wanted.length <= points.length; at++) {
    if (wanted.length === 0 || !wanted.every((point, index) => points[at + index] === point)) continue;
    found.push({ start: at, end: at + wanted.length });
    at += wanted.length - 1;
  }
  return found as CodePointSpan[];
}

describe('words of the source', () => {
  it.each([
    ['发展', '發展'],
    ['發展', '發展'],
    ['意味着', '意味著'],
    ['量子计算', '量子計算'],
    ['２．９', '2.9'],
  ])('are found in the bundled text as %s', (typed, source) => {
    const found = bundled.words(typed);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set([source]));
    expect(bundled.find(typed, 'taiwan-phrases')).toEqual(bundled.find(typed));
  });

  it.each(Object.entries(facts.find))('are found as often as the facts say: %s', (typed, count) => {
    for (const mode of SCRIPT_MODES) expect(bundled.find(typed, mode)).toHaveLength(count);
  });

  it('are those that brute force finds, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(chineseText(), fc.nat(40), fc.integer({ min: 1, max: 4 }), async (text, from, length) => {
        const one = await searched(textOfLines(text));
        const line = text.split('\n').find((each) => each !== '') ?? '';
        const points = Array.from(line);
        const words = points
          .slice(from % Math.max(1, points.length))
          .slice(0, length)
          .join('');
        expect(one.find(words)).toEqual(expect.arrayContaining(slowHits(text, words)));
        // In the original of a Simplified text nothing but its words is shown; other modes give pairs and longer.
        if (Array.from(words).length < 2) expect(one.find(words)).toEqual(slowHits(text, words));
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it('are found beside astral characters, at code points', async () => {
    const astral = await searched(textOfLines('𠮷野家𡃁仔\n𠮷發展𠮷', 'hant'));
    expect(astral.find('发展')).toEqual([{ start: 7, end: 9 }]);
    expect(astral.find('𠮷')).toEqual([
      { start: 0, end: 1 },
      { start: 6, end: 7 },
      { start: 9, end: 10 },
    ]);
    expect(astral.find('野家𡃁')).toEqual([{ start: 1, end: 4 }]);
    // Half of a pair is the whole of it.
    expect(astral.find('𠮷'.slice(0, 1))[0]).toEqual({ start: 0, end: 1 });
  });

  it('do not run from one paragraph into the next', () => {
    expect(prose.find('。程序')).toEqual([]);
    expect(prose.find('数据库。\n程序员')).toEqual([]);
    expect(prose.find('')).toEqual([]);
  });
});

describe('words as displayed', () => {
  it.each<[string, ScriptMode, string[]]>([
    ['網際網路', 'taiwan-phrases', ['互联网']],
    ['網際網路', 'original', ['互联网']],
    ['网际网路', 'simplified', ['互联网']],
    ['互聯網', 'taiwan-phrases', ['互联网']],
    ['際', 'taiwan-phrases', ['互联网']],
    ['際', 'original', []],
    ['路上', 'taiwan-phrases', ['互联网上']],
    ['軟體', 'simplified', ['软件']],
    ['體', 'simplified', ['体']],
    ['體', 'taiwan-phrases', ['件', '体']],
    ['最佳化', 'taiwan-phrases', ['优化']],
    ['化', 'taiwan-phrases', ['化']],
    ['資料庫', 'taiwan-phrases', ['数据库']],
    ['wi-fi', 'taiwan-phrases', ['Wi-Fi']],
    ['後', 'original', ['后']],
  ])('%s, shown as %s, are %j in the source', (typed, mode, source) => {
    expect(prose.words(typed, mode)).toEqual(source);
  });

  it('stay found after a change of script, once they were seen', () => {
    expect(prose.words('體', 'simplified', { modes: ['taiwan-phrases', 'simplified'] })).toEqual(['件', '体']);
  });

  it('are found in the repairs, and what the file says as well, whichever is shown', () => {
    for (const mode of SCRIPT_MODES) {
      expect(bundled.words('“十四五”期間', mode)).toContain('!笆奈濉逼陂g');
      expect(bundled.words('笆奈濉逼陂', mode)).toEqual(['笆奈濉逼陂']);
    }
    // A sign that a full-width one was folded to is the same sign.
    expect(bundled.find('；')).toEqual(bundled.find(';'));
  });

  it('are found where a correction shows them, and those of the dictionaries no more', async () => {
    const corrected = await searched(textOfLines('从全局看'), [correction('全局', '大局')]);
    expect(corrected.words('大局', 'taiwan-phrases')).toEqual(['全局']);
    expect(corrected.words('全局', 'taiwan-phrases')).toEqual(['全局']);
    expect(corrected.find('全域性', 'taiwan-phrases')).toEqual([]);
  });
});

/** True if what is painted for one of the hits covers a displayed stretch, or hits of the same words reach into it. */
function covers(shown: ShownText, hits: readonly CodePointSpan[], wanted: DisplayStretch): boolean {
  const painted = hits.flatMap((hit) => shown.stretchesOf(hit)).filter(({ block }) => block === wanted.block);
  return painted.some(({ span }) => span.start <= wanted.span.start && span.end >= wanted.span.end);
}

const overlapsItself = (words: string): boolean =>
  Array.from({ length: words.length - 1 }, (_part, at) => at + 1).some((at) => words.startsWith(words.slice(at)));

function everyStretchIsFound(one: Searched, mode: ScriptMode, repairs: boolean, seeds: readonly number[]) {
  const shown = one.shown(mode, repairs);
  one.text.blocks.forEach((_block, block) => {
    const { display } = shown.block(block);
    const points = Array.from(display);
    for (const seed of seeds) {
      if (points.length === 0) continue;
      const from = seed % points.length;
      const length = 1 + (Math.floor(seed / 7) % 6);
      const words = points.slice(from, from + length).join('');
      const start = points.slice(0, from).join('').length;
      // A match that another of the same words overlaps is no hit of its own.
      if (words.includes('\n') || overlapsItself(fold.fold(words))) continue;
      const span = { start, end: start + words.length } as DisplayStretch['span'];
      for (const exactly of [undefined, shown]) {
        const hits = one.find(words, mode, { exactly });
        if (!covers(shown, hits, { block, span })) {
          expect.fail(
            `${JSON.stringify(words)} at ${start} of block ${block}, ${mode}, exact: ${exactly !== undefined}`,
          );
        }
      }
    }
  });
}

describe('any words that are displayed', () => {
  it.each(SCRIPT_MODES)('are found in the bundled text shown as %s, and the hit covers them', (mode) => {
    const seeds = Array.from({ length: 400 }, (_seed, at) => at * 7919);
    everyStretchIsFound(bundled, mode, true, seeds);
    everyStretchIsFound(bundled, mode, false, seeds.slice(0, 100));
  });

  it('are found in any text of any script, with corrections too', async () => {
    await fc.assert(
      fc.asyncProperty(
        chineseText(),
        fc.constantFrom(...SOURCE_SCRIPTS),
        fc.constantFrom(...SCRIPT_MODES),
        fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (text, script, mode, seeds, corrects) => {
          const made = corrects
            ? [correction('发展', '進展'), correction('全局', '大大局'), correction('优化', '優')]
            : [];
          everyStretchIsFound(await searched(textOfLines(text, script), made), mode, true, seeds);
        },
      ),
      { numRuns: 400, seed: 20 },
    );
  });
});

describe('the exact script', () => {
  it.each<[string, ScriptMode, number]>([
    ['發展', 'original', 0],
    ['发展', 'original', 1],
    ['發展', 'traditional', 1],
    ['发展', 'traditional', 0],
    ['網際網路', 'taiwan-phrases', 1],
    ['網際網路', 'traditional', 0],
    ['化', 'taiwan-phrases', 1],
    ['WI-FI', 'original', 1],
  ])('finds %s shown as %s %d times', async (typed, mode, count) => {
    const one = await searched(textOfLines('互联网的优发展，用Wi-Fi。优化'));
    expect(one.find(typed, mode, { exactly: one.shown(mode) })).toHaveLength(count);
  });

  it('looks through repairs only where they are shown', () => {
    const count = (repairs: boolean): number =>
      bundled.find('十四五”期間', 'original', { exactly: bundled.shown('original', repairs) }).length;
    expect(count(true)).toBe(count(false) + 1);
  });
});

describe('while modes are being taken up', () => {
  it('finds the words of the source at once', async () => {
    const { text } = prose;
    const { TextSearch } = await import('#core/search/text-search');
    const search = new TextSearch(text, fold);
    expect(search.find({ words: '數據庫', modes: [] }).count).toBe(1);
    expect(search.step()).toBe(false);
    expect(canonicalOf(text, search.find({ words: '數據庫', modes: [] }).span(0))).toBe('数据库');
  });
});
