import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorStateOf, isPlaced, isToCheck, proposalOf, targetMovedTo } from '#core/anchor/health';
import { quoteChanges, type QuotePiece } from '#core/anchor/word-changes';
import { edited, newAnnotation, type AnchorHealth, type Annotation } from '#core/annotation/annotation';
import { markdown } from '#core/exchange/markdown/markdown';
import { loadFold, type Fold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { chineseText } from '../../support/chinese';
import { editionOf } from '../../support/editions';
import { modelOn, writtenText } from '../../support/exported';
import { textOfLines } from '../../support/kept-records';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

const proposal = codePointSpan(3, 5);

/** A mark made on the edition h1, with what became of it. */
const mark = (health?: AnchorHealth): Annotation => ({
  ...newAnnotation({
    id: 'a',
    textId: 't',
    textHash: 'h1',
    target: codePointSpan(0, 2),
    quote: { exact: '甲乙', prefix: '', suffix: '' },
    colour: 'yellow',
    script: 'original',
    created: 1,
  }),
  ...(health && { health }),
});

describe('the place of a mark', () => {
  it.each([
    ['as it was made', undefined, 'h1', 'exact', false],
    ['moved there', { state: 'moved' }, 'h1', 'moved', true],
    ['in another edition', undefined, 'h2', 'orphan', true],
    ['to be reviewed', { state: 'review', textHash: 'h2', proposal }, 'h2', 'review', true],
    ['to be reviewed in an edition that is gone', { state: 'review', textHash: 'h3', proposal }, 'h2', 'orphan', true],
    ['to be reviewed, its own edition being back', { state: 'review', textHash: 'h2', proposal }, 'h1', 'exact', false],
    ['without a place', { state: 'orphan', textHash: 'h2' }, 'h2', 'orphan', true],
    ['left without a place', { state: 'orphan', textHash: 'h2', isLeft: true }, 'h2', 'orphan', false],
    ['left in an edition that is gone', { state: 'orphan', textHash: 'h3', isLeft: true }, 'h2', 'orphan', true],
  ] as const)('%s', (_name, health, hash, state, checked) => {
    const made = mark(health);
    expect(anchorStateOf(made, hash)).toBe(state);
    expect(isToCheck(made, hash)).toBe(checked);
    expect(isPlaced(made, hash)).toBe(hash === 'h1');
    expect(proposalOf(made, hash)).toEqual(state === 'review' ? proposal : undefined);
  });

  it('is beyond doubt once a person gave it or accepted it, and after the bin was emptied nothing is left of it', () => {
    const moved = mark({ state: 'moved' });
    const to = { target: proposal, textHash: 'h2', quote: { exact: '丙丁', prefix: '', suffix: '' } };
    expect(edited(moved, { kind: 'accept' }, 2).health).toBeUndefined();
    expect(edited(moved, { kind: 'retarget', to }, 2).health).toBeUndefined();
    expect(edited(mark({ state: 'review', textHash: 'h2', proposal }), { kind: 'purge' }, 2).health).toBeUndefined();
    expect(edited(moved, { kind: 'leave', textHash: 'h2' }, 2)).toMatchObject({
      health: { state: 'orphan', textHash: 'h2', isLeft: true },
      rev: 2,
    });
  });
});

describe('a mark without a place', () => {
  it('goes out with the words that it was made on, and says no paragraph', async () => {
    const text = textOfLines('t', 'h2', ['別的字別的字別的字']);
    const written = writtenText(markdown, await modelOn(text, [mark()]));
    expect(written).toContain('> [!quote]\n> 甲乙');
    expect(written).not.toContain('¶');
  });
});

describe('the ends of a mark', () => {
  const text = (sourceHash: string): Text => ({
    ...{ id: 't', title: '', sourceHash, script: 'hant', derivation: 1 },
    ...{ ...editionOf('天地玄黃宇宙洪荒'), glosses: [], repairs: [], suspects: [] },
  });

  it('are moved only in the edition that it has a place in', () => {
    expect(targetMovedTo(text('h1'), mark(), codePointSpan(2, 4))).toMatchObject({
      ...{ textHash: 'h1', target: codePointSpan(2, 4) },
      quote: { exact: '玄黃' },
    });
    expect(targetMovedTo(text('h2'), mark(), codePointSpan(2, 4))).toBeUndefined();
    expect(targetMovedTo(text('h2'), mark({ state: 'review', textHash: 'h2', proposal }), proposal)).toBeUndefined();
  });
});

describe('where quotes differ', () => {
  const marked = (pieces: readonly QuotePiece[]): string =>
    pieces.map(({ words, isChanged }) => (isChanged ? `[${words}]` : words)).join('');

  it.each([
    ['科技創新', '科技創業', '科技創[新]', '科技創[業]'],
    ['科技創新', '科技创新', '科技創新', '科技创新'],
    ['發展', '發展了', '發展', '發展[了]'],
    ['', '甲', '', '[甲]'],
    ['𠮷野', '野', '[𠮷]野', '野'],
  ])('%s and %s', (before, after, was, now) => {
    const changes = quoteChanges(before, after, fold);
    expect([marked(changes.before), marked(changes.after)]).toEqual([was, now]);
  });

  it('is shown without losing a character of either', () => {
    fc.assert(
      fc.property(chineseText(), chineseText(), fc.boolean(), (before, after, folded) => {
        const changes = quoteChanges(before, after, folded ? fold : undefined);
        expect(changes.before.map(({ words }) => words).join('')).toBe(before);
        expect(changes.after.map(({ words }) => words).join('')).toBe(after);
      }),
    );
    const long = quoteChanges('甲'.repeat(1_000), '乙'.repeat(1_000), fold);
    expect([marked(long.before), marked(long.after)]).toEqual([`[${'甲'.repeat(1_000)}]`, `[${'乙'.repeat(1_000)}]`]);
  });
});
