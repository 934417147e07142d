import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { codePointSpan, isSameSpan, type CodePointSpan } from '#core/support/offset';
import { endMovedBy, endMovedTo, snappedOutward, type MarkEnd } from '#core/text/mark-ends';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { canonicalOf } from '#core/text/text-index';
import { bundledText } from '../../support/bundled-text';

let text: Text;
const shown = new Map<ScriptMode, ShownText>();
beforeAll(async () => {
  text = await bundledText();
  for (const mode of SCRIPT_MODES) shown.set(mode, new ShownText(text, await loadProjector(text.script, mode), true));
});

function of(mode: ScriptMode): ShownText {
  const found = shown.get(mode);
  if (found === undefined) throw new Error('not projected');
  return found;
}

/** The first place of some canonical words. */
function spanOf(words: string): CodePointSpan {
  const start = text.canonical.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return codePointSpan(start, start + words.length);
}

const words = (span: CodePointSpan): string => canonicalOf(text, span);

const spans = fc
  .tuple(fc.nat(1490), fc.integer({ min: 1, max: 300 }))
  .map(([start, length]) => codePointSpan(start, Math.min(1511, start + length)))
  .filter((span) => words(span).trim() !== '');
const ends = fc.constantFrom<MarkEnd>('start', 'end');

describe.each(SCRIPT_MODES)('an end of a mark moved in %s', (mode) => {
  it('leaves the other end where it is, is snapped to whole units, and never leaves the mark empty', () => {
    fc.assert(
      fc.property(spans, ends, fc.nat(5), fc.nat(400), (span, end, block, offset) => {
        const page = of(mode);
        const at = { block, offset: Math.min(offset, page.block(block).display.length) };
        const moved = endMovedTo(page, span, end, at);
        const other = end === 'start' ? 'end' : 'start';
        expect(moved[other]).toBe(span[other]);
        expect(page.displayOf(moved).trim()).not.toBe('');
        const whole = snappedOutward(page, moved);
        expect(whole[end]).toBe(moved[end]);
      }),
      { numRuns: 200 },
    );
  });

  it('goes a step of the keyboard further, until the text or the mark ends', () => {
    fc.assert(
      fc.property(spans, ends, fc.constantFrom('unit', 'word'), fc.boolean(), (span, end, step, isForward) => {
        const page = of(mode);
        const moved = endMovedBy(page, span, end, { step, direction: isForward ? 'forward' : 'backward' });
        if (isSameSpan(moved, span)) return;
        expect(Math.sign(moved[end] - snappedOutward(page, span)[end])).toBe(isForward ? 1 : -1);
        expect(page.displayOf(moved).trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('comes from one end of the text to the other by steps alone', () => {
    const page = of(mode);
    let span = snappedOutward(page, codePointSpan(0, 1));
    for (let steps = 0; steps < 2_000; steps++) {
      const next = endMovedBy(page, span, 'end', { step: 'unit', direction: 'forward' });
      if (isSameSpan(next, span)) break;
      span = next;
    }
    expect(span.end).toBe(text.blocks.at(-1)?.span.end);
  });
});

describe('where phrases change their length', () => {
  it('a phrase is taken or left whole', () => {
    const page = of('taiwan-phrases');
    const mark = spanOf('科研環境');
    const { block, offset } = page.pointOf(mark.start);
    expect(page.displayOf(spanOf('優化科研環境'))).toBe('最佳化科研環境');
    // To the gap behind 最, and behind 最佳: both are inside the phrase.
    for (const back of [2, 1]) {
      expect(words(endMovedTo(page, mark, 'start', { block, offset: offset - back }))).toBe('優化科研環境');
    }
    const whole = spanOf('優化科研環境');
    expect(words(endMovedBy(page, whole, 'start', { step: 'unit', direction: 'forward' }))).toBe('科研環境');
    expect(words(endMovedTo(page, whole, 'end', { block, offset: offset - 1 }))).toBe('優化');
  });

  it('an end that lies inside a unit of this script is moved from where it is seen', () => {
    const page = of('taiwan-phrases');
    const inside = codePointSpan(spanOf('優化科研').start, spanOf('優化科研').start + 1);
    expect(page.displayOf(inside)).toBe('最佳化');
    expect(words(endMovedBy(page, inside, 'end', { step: 'unit', direction: 'forward' }))).toBe('優化科');
  });
});

describe('an end that is moved past the other', () => {
  it.each<[MarkEnd, number, string]>([
    ['end', 0, '優'],
    ['start', Infinity, '境'],
  ])('stops one unit from it: the %s', (end, offset, left) => {
    const page = of('original');
    const mark = spanOf('優化科研環境');
    const { block } = page.pointOf(mark.start);
    const at = { block, offset: Math.min(offset, page.block(block).display.length) };
    expect(words(endMovedTo(page, mark, end, at))).toBe(left);
  });
});
