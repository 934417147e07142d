import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { alignEditions } from '#core/anchor/align-editions';
import { followAll } from '#core/anchor/follow-all';
import { followOffset } from '#core/anchor/follow-span';
import { foldEdition, pointsOf } from '#core/anchor/folded-edition';
import { loadFold, type Fold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import { chineseText } from '../../support/chinese';
import { editionOf } from '../../support/editions';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

/** What becomes of words that stand once in a text. */
function follow(before: string, after: string, quote: string): string {
  const points = Array.from(before);
  const start = Array.from(before.slice(0, before.indexOf(quote))).length;
  const span = codePointSpan(start, start + Array.from(quote).length);
  const alignment = alignEditions(editionOf(before), editionOf(after), fold);
  const [outcome] = followAll(alignment, [{ span, exact: points.slice(span.start, span.end).join('') }], fold);
  const there = Array.from(after);
  switch (outcome?.health) {
    case 'exact':
    case 'moved':
      return `${outcome.health}: ${there.slice(outcome.span.start, outcome.span.end).join('')}`;
    case 'review':
      return `review: ${there.slice(outcome.proposal.start, outcome.proposal.end).join('')}`;
    case 'orphan':
    case undefined:
      return 'orphan';
  }
}

const ONE = '北京市發展人工智能產業，建設國際科技創新中心。';
const TWO = '第二天下雨，孩子們都留在家裡讀書寫字。';
const THREE = '河邊的老樹開花了，漁夫把船停在樹下等客人。';

describe('a mark in another edition of its text', () => {
  it.each([
    [
      'stays where words are added before it',
      [ONE, TWO].join('\n'),
      `據報道，${ONE}\n${TWO}`,
      '國際科技',
      'exact: 國際科技',
    ],
    [
      'is the same in another script',
      ONE,
      '北京市发展人工智能产业，建设国际科技创新中心。',
      '國際科技創新',
      'exact: 国际科技创新',
    ],
    [
      'tells of words changed within it',
      ONE,
      ONE.replace('科技', '科學技術'),
      '國際科技創新',
      'moved: 國際科學技術創新',
    ],
    ['keeps the words that replaced its end', ONE, ONE.replace('創新', '創業'), '科技創新', 'moved: 科技創業'],
    [
      'keeps the words that replaced its start',
      ONE,
      ONE.replace('發展', '拓展'),
      '發展人工智能',
      'moved: 拓展人工智能',
    ],
    ['takes in nothing that stands beside it', ONE, ONE.replace('，建設', '。現在開始建設'), '產業', 'exact: 產業'],
    [
      'follows a paragraph that was moved',
      [ONE, TWO, THREE].join('\n'),
      [TWO, THREE, ONE].join('\n'),
      '國際科技',
      'moved: 國際科技',
    ],
    [
      'follows a paragraph that was cut',
      [ONE, TWO].join('\n'),
      ONE.replace('，', '，\n') + `\n${TWO}`,
      '國際科技',
      'exact: 國際科技',
    ],
    ['follows paragraphs that were joined', [ONE, TWO].join('\n'), ONE + TWO, '孩子們都', 'exact: 孩子們都'],
    [
      'is to be reviewed if half of it is new',
      ONE,
      ONE.replace('人工智能', '農林漁牧'),
      '人工智能產業，建',
      'review: 農林漁牧產業，建',
    ],
    [
      'is to be reviewed where its words stand now',
      [ONE, TWO, THREE].join('\n'),
      [ONE, THREE.replace('漁夫', '孩子們都說漁夫')].join('\n'),
      '孩子們都',
      'review: 孩子們都',
    ],
    ['has no place if its words are gone', [ONE, TWO].join('\n'), ONE, '孩子們都', 'orphan'],
    [
      'has no place if its words stand in several places',
      [ONE, TWO].join('\n'),
      `${ONE}\n孩子們都來，孩子們都走`,
      '孩子們都',
      'orphan',
    ],
    [
      'spans paragraphs',
      [ONE, TWO].join('\n'),
      [THREE, ONE, TWO].join('\n'),
      '中心。\n第二天',
      'exact: 中心。\n第二天',
    ],
    ['counts astral characters as one', `𠮷野家的${ONE}`, `大𠮷野家的𡃁${ONE}`, '野家', 'exact: 野家'],
  ])('%s', (_name, before, after, quote, outcome) => {
    expect(follow(before, after, quote)).toBe(outcome);
  });

  it('is never put outside the new text, and never lost', () => {
    fc.assert(
      fc.property(chineseText(), chineseText(), fc.nat(60), fc.nat(20), (before, after, from, length) => {
        const [old, now] = [pointsOf(before), pointsOf(after)];
        const start = Math.min(from, old.length);
        const span = codePointSpan(start, Math.min(start + length, old.length));
        const alignment = alignEditions(editionOf(before), editionOf(after), fold);
        const [outcome, ...more] = followAll(alignment, [{ span, exact: '' }], fold);
        expect(more).toEqual([]);
        if (outcome === undefined) throw new Error('lost');
        if (outcome.health === 'orphan') return;
        const found = outcome.health === 'review' ? outcome.proposal : outcome.span;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(now.length);
      }),
    );
  });

  it('is exact only on the same words', () => {
    fc.assert(
      fc.property(chineseText(), chineseText(), (before, after) => {
        const alignment = alignEditions(editionOf(before), editionOf(`${before}\n${after}`), fold);
        const { points } = foldEdition(editionOf(before), fold);
        const spans = Array.from({ length: points.length }, (_point, at) =>
          codePointSpan(at, Math.min(at + 3, points.length)),
        );
        const outcomes = followAll(
          alignment,
          spans.map((span) => ({ span, exact: '' })),
          fold,
        );
        outcomes.forEach((outcome, index) => {
          if (outcome.health !== 'exact') return;
          const span = spans[index] ?? codePointSpan(0, 0);
          expect(alignment.now.points.subarray(outcome.span.start, outcome.span.end)).toEqual(
            points.subarray(span.start, span.end),
          );
        });
      }),
    );
  });
});

describe('a place in another edition', () => {
  it.each([
    ['that of the same character', `${ONE}\n${TWO}`, `新聞\n${ONE}\n${TWO}`, 30, 33],
    ['that of the nearest character left', `${ONE}\n${TWO}`, `${ONE.slice(0, 5)}\n${TWO}`, 10, 5],
    ['where words were taken away, what stood in front of them', `${ONE}\n${TWO}`, ONE.slice(0, 12) + TWO, 22, 12],
    ['the start if nothing is left', ONE, '', 10, 0],
  ])('is %s', (_name, before, after, offset, there) => {
    expect(followOffset(alignEditions(editionOf(before), editionOf(after), fold), offset)).toBe(there);
  });
});

describe('a folded edition', () => {
  it('has as many code points as the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldEdition(editionOf(text), fold).points).toHaveLength(Array.from(text).length);
      }),
    );
  });
});
