import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '#core/correction/correction';
import { resolverOf, type Placed } from '#core/correction/resolver';
import { codePointSpan } from '#core/support/offset';
import { correction, inText, placeAt } from '../../support/corrections';

const TEXT = { id: 't', sourceHash: 'h', script: 'hans' } as const;
const whole = (words: string) => codePointSpan(0, Array.from(words).length);
const resolve = (words: string, all: readonly Correction[]): Placed[] =>
  resolverOf(all, 'taiwan-phrases', TEXT).placedIn(whole(words), words);
const said = (words: string, all: readonly Correction[]): string[] =>
  resolve(words, all).map(({ span, correction: { right } }) => `${span.start}-${span.end} ${right}`);

/** The rules said plainly: every match of every correction, the best first, each where nothing better stands. */
function naive(words: string, all: readonly Correction[]): Placed[] {
  const characters = Array.from(words);
  const ranks = { occurrence: 0, text: 1, everywhere: 2 };
  const whole = new Set([0]);
  let offset = 0;
  for (const [index, character] of characters.entries()) {
    offset += 1;
    const next = characters[index + 1];
    if (next === undefined || !/\p{Variation_Selector}/u.test(next) || character === '\n') whole.add(offset);
  }
  const matches = all.flatMap((each) => {
    if (!each.modes.includes('taiwan-phrases')) return [];
    const { reach } = each;
    if (reach.scope !== 'everywhere' && reach.textId !== 't') return [];
    if (reach.scope === 'occurrence' && reach.textHash !== 'h') return [];
    const length = Array.from(each.source).length;
    return characters.flatMap((_character, start) => {
      const end = start + length;
      if (characters.slice(start, end).join('') !== each.source || !whole.has(start) || !whole.has(end)) return [];
      if (reach.scope === 'occurrence' && (reach.target.start !== start || reach.target.end !== end)) return [];
      return [{ each, start, end, length }];
    });
  });
  matches.sort(
    (a, b) =>
      ranks[a.each.reach.scope] - ranks[b.each.reach.scope] ||
      b.length - a.length ||
      a.start - b.start ||
      b.each.modified - a.each.modified ||
      (a.each.id > b.each.id ? -1 : 1),
  );
  const won: typeof matches = [];
  for (const match of matches) {
    if (won.every(({ start, end }) => match.end <= start || match.start >= end)) won.push(match);
  }
  return won
    .sort((a, b) => a.start - b.start)
    .map(({ each, start, end }) => ({ span: codePointSpan(start, end), correction: each }));
}

const LETTERS = ['甲', '乙', '丙', '𠮷', '\u{e0100}', '\ufe00', '\n'];
const letters = (maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength }).map((all) => all.join(''));
const some = fc.array(
  fc
    .tuple(letters(3), fc.constantFrom('子', '丑', '寅'), fc.nat(3), fc.nat(9), fc.nat(4))
    .map(([source, right, kind, start, modified]): Correction =>
      correction(source, right, {
        id: `${kind}${start}${modified}${source}${right}`,
        modified,
        ...(kind === 0 && { reach: placeAt(start, start + Array.from(source).length, modified > 3 ? 'other' : 'h') }),
        ...(kind === 1 && { reach: inText(modified > 3 ? 'u' : 't') }),
        ...(kind === 2 && { modes: ['taiwan'] }),
      }),
    ),
  { maxLength: 8 },
);

describe('which corrections hold where', () => {
  it('is what the plain rules say, sorted and without overlaps', () => {
    fc.assert(
      fc.property(letters(12), some, (words, all) => {
        const placed = resolve(words, all);
        expect(placed.map(({ span, correction: { id } }) => [span, id])).toEqual(
          naive(words, all).map(({ span, correction: { id } }) => [span, id]),
        );
        for (const [index, { span }] of placed.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(placed[index - 1]?.span.end ?? 0);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, string, Correction[], string[]]>([
    [
      'an occurrence beats the text, and that beats everywhere',
      '甲甲甲',
      [
        correction('甲', '天', { id: '1' }),
        correction('甲', '地', { id: '2', reach: inText() }),
        correction('甲', '人', { id: '3', reach: placeAt(1, 2) }),
      ],
      ['0-1 地', '1-2 人', '2-3 地'],
    ],
    [
      'a narrower one wins over a longer one',
      '甲乙丙',
      [correction('甲乙丙', '天'), correction('乙', '人', { reach: inText() })],
      ['1-2 人'],
    ],
    [
      'the longer beats the shorter',
      '甲乙丙',
      [correction('乙丙', '天'), correction('甲', '地'), correction('乙', '人')],
      ['0-1 地', '1-3 天'],
    ],
    ['the one further left wins', '甲乙丙', [correction('乙丙', '天'), correction('甲乙', '地')], ['0-2 地']],
    ['what was changed last wins', '甲', [correction('甲', '天', { modified: 5 }), correction('甲', '地')], ['0-1 天']],
    ['an occurrence needs its words at its place', '甲乙', [correction('甲', '天', { reach: placeAt(1, 2) })], []],
    ['an occurrence needs its edition', '甲乙', [correction('甲', '天', { reach: placeAt(0, 1, 'old') })], []],
    ['another text has its own', '甲', [correction('甲', '天', { reach: inText('other') })], []],
    ['another mode has its own', '甲', [correction('甲', '天', { modes: ['taiwan'] })], []],
    ['half a surrogate pair is no match', '𠮷', [correction('\ud842', '天'), correction('\udfb7', '地')], []],
    ['a character without its variation selector is no match', '葛\u{e0100}飾', [correction('葛', '天')], []],
    ['a variation sequence is matched whole', '葛\u{e0100}飾', [correction('葛\u{e0100}', '天')], ['0-2 天']],
  ])('%s', (_title, words, all, expected) => {
    expect(said(words, all)).toEqual(expected);
  });

  it('is nothing where nothing is converted', () => {
    const all = [correction('甲', '天', { modes: ['simplified', 'traditional'] })];
    expect(resolverOf(all, 'simplified', TEXT).placedIn(whole('甲'), '甲')).toEqual([]);
    expect(resolverOf(all, 'original', TEXT).placedIn(whole('甲'), '甲')).toEqual([]);
    expect(resolverOf(all, 'traditional', TEXT).placedIn(whole('甲'), '甲')).toHaveLength(1);
  });
});
