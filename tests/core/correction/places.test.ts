import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctableAt, formOf, placesOf, shownAround, wordAt } from '#core/correction/places';
import { resolverOf } from '#core/correction/resolver';
import type { Correction } from '#core/correction/correction';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { codePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { canonicalOf } from '#core/text/text-index';
import { bundledText } from '../../support/bundled-text';
import { correction, inText } from '../../support/corrections';

let text: Text;
const plain = new Map<ScriptMode, ShownText>();

beforeAll(async () => {
  text = await bundledText();
  for (const mode of SCRIPT_MODES) plain.set(mode, new ShownText(text, await loadProjector(text.script, mode), true));
});

const of = (mode: ScriptMode): ShownText =>
  plain.get(mode) ??
  new ShownText(
    text,
    {
      project: () => {
        throw new Error('no projector');
      },
      isForm: () => false,
    },
    true,
  );
const corrected = (mode: ScriptMode, all: readonly Correction[]): ShownText =>
  of(mode).withFixed(resolverOf(all, mode, text).fixedIn);
const display = (shown: ShownText): string => text.blocks.map((_block, index) => shown.block(index).display).join('\n');
const spanOf = (words: string) => {
  const at = text.canonical.indexOf(words);
  return codePointSpan(at, at + words.length);
};
const globally = correction('全局', '全局', { modes: ['taiwan-phrases'] });

/** Corrections of words of the text, some of which change their length, some at one place. */
const ofText = fc.array(
  fc
    .tuple(
      fc.nat(1500),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('甲', '子丑', '𠮷寅卯', '長長長長長'),
      fc.nat(2),
    )
    .map(([start, length, right, kind]): Correction => {
      const span = codePointSpan(start, Math.min(start + length, 1511));
      const source = canonicalOf(text, span).replace(/\n.*$/s, '') || '北';
      const end = start + Array.from(source).length;
      return correction(source, right, {
        id: `${start}${length}${right}`,
        ...(kind === 0 && { reach: inText(text.id) }),
        ...(kind === 1 && {
          reach: {
            scope: 'occurrence',
            textId: text.id,
            title: '',
            textHash: text.sourceHash,
            target: codePointSpan(start, end),
            quote: { exact: '', prefix: '', suffix: '' },
          },
        }),
      });
    }),
  { maxLength: 6 },
);

describe('a text with corrections', () => {
  it('keeps every mark on the same words, and is as before when they are removed', () => {
    const before = JSON.stringify(text);
    const marks = fc.tuple(fc.nat(1500), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(ofText, fc.constantFrom(...SCRIPT_MODES), marks, (all, mode, [start, length]) => {
        const was = display(of(mode));
        const page = corrected(mode, all);
        const mark = codePointSpan(start, Math.min(start + length, 1511));
        const stretches = page.stretchesOf(mark);
        const [first] = stretches;
        const last = stretches.at(-1);
        if (first !== undefined && last !== undefined) {
          const back = page.spanBetween(
            { block: first.block, offset: first.span.start },
            { block: last.block, offset: last.span.end },
          );
          // Outward to whole units, and no further when done again.
          expect(canonicalOf(text, back ?? mark)).toContain(canonicalOf(text, mark).replace(/^\n|\n$/g, ''));
          if (back !== undefined) expect(page.stretchesOf(back)).toEqual(stretches);
        }
        const resolver = resolverOf(all, mode, text);
        for (const each of all) {
          for (const place of placesOf(page, resolver, each)) expect(page.displayOf(place)).toBe(each.right);
        }
        expect(display(page.withFixed(resolverOf([], mode, text).fixedIn))).toBe(was);
      }),
      { numRuns: 300 },
    );
    expect(JSON.stringify(text)).toBe(before);
  });

  it('shows 全局 in Taiwan phrases where the reader wants it, here, in the text, everywhere', () => {
    const span = spanOf('全局');
    const place = correctableAt(of('taiwan-phrases'), span);
    expect(place).toEqual({ span, source: '全局', shown: '全域性' });
    const page = corrected('taiwan-phrases', [globally]);
    expect(display(page)).toContain('建設全局中的核心');
    expect(page.displayOf(spanOf('全局中的核心'))).toBe('全局中的核心');
    expect(placesOf(page, resolverOf([globally], 'taiwan-phrases', text), globally)).toEqual([span]);
    expect(shownAround(page, span, 4)).toEqual({ before: '代化建設', words: '全局', after: '中的核心' });
    // In the other modes the dictionaries show it rightly by themselves.
    for (const mode of SCRIPT_MODES) {
      expect(formOf(of(mode), span)).toBe(mode === 'taiwan-phrases' ? '全域性' : '全局');
    }
  });

  it('takes the words at a point in whole units, and refuses what lies in several blocks', () => {
    const page = of('taiwan-phrases');
    const point = page.pointOf(spanOf('全局').start);
    for (const offset of [0, 1, 2]) {
      expect(wordAt(page, { block: point.block, offset: point.offset + offset })).toEqual(spanOf('全局'));
    }
    const [first] = text.blocks;
    const end = first?.span.end ?? 0;
    expect(wordAt(page, { block: 0, offset: page.block(0).display.length })?.end).toBe(end);
    expect(correctableAt(page, codePointSpan(end - 2, end + 3))).toBeUndefined();
    expect(correctableAt(page, codePointSpan(0, 0))).toBeUndefined();
    expect(formOf(page, codePointSpan(spanOf('全局').start, spanOf('全局').start + 1))).toBeUndefined();
  });
});
