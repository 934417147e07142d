import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadVariants } from '#core/script/variants';
import { loadFold } from '#core/search/fold';
import { codePoints, codePointSpan } from '#core/support/offset';
import { blockRuns } from '#core/text/block-runs';
import { stepParagraph, stepUnit, stepWord } from '#core/text/caret-steps';
import { overlaysOf, type VariantNotice } from '#core/text/overlays';
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
const of = (mode: ScriptMode): ShownText =>
  shown.get(mode) ??
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

const spans = fc
  .tuple(fc.nat(1510), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => codePointSpan(start, Math.min(1511, start + length)));

describe.each(SCRIPT_MODES)('the bundled text shown as %s', (mode) => {
  it('gives back for what it shows of a span that span or the whole units around it', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const page = of(mode);
        const stretches = page.stretchesOf(span);
        const [first] = stretches;
        const last = stretches.at(-1);
        if (first === undefined || last === undefined) return;
        const back = page.spanBetween(
          { block: first.block, offset: first.span.start },
          { block: last.block, offset: last.span.end },
        );
        expect(back).toBeDefined();
        if (back === undefined) return;
        // A newline at either end belongs to no block and is given back.
        const words = canonicalOf(text, span).replace(/^\n|\n$/g, '');
        expect(canonicalOf(text, back)).toContain(words);
        expect(page.stretchesOf(back)).toEqual(stretches);
        if (mode === 'original') expect(canonicalOf(text, back)).toBe(words);
      }),
      { numRuns: 300 },
    );
  });

  it('lets a caret go through it unit by unit and word by word, from end to end and back', () => {
    const page = of(mode);
    for (const step of [stepUnit, stepWord]) {
      const stops = [0];
      for (let next = step(page, 0, 'forward'); next !== stops.at(-1); next = step(page, next, 'forward'))
        stops.push(next);
      expect(stops.at(-1)).toBe(1511);
      expect(stops.every((stop, index) => index === 0 || stop > (stops[index - 1] ?? 0))).toBe(true);
      const back = [1511];
      for (let next = step(page, 1511, 'backward'); next !== back.at(-1); next = step(page, next, 'backward'))
        back.push(next);
      expect(back.at(-1)).toBe(0);
      if (step === stepUnit) expect(back.reverse()).toEqual(stops);
    }
  });

  it('lets a caret go from paragraph to paragraph, to the ends going on and to the starts going back', () => {
    const page = of(mode);
    const walk = (from: number, direction: 'forward' | 'backward'): number[] => {
      const stops: number[] = [];
      for (let at = from, next; (next = stepParagraph(page, at, direction)) !== at; at = next) stops.push(next);
      return stops;
    };
    expect(walk(0, 'forward')).toEqual(text.blocks.map(({ span }) => span.end));
    expect(walk(1511, 'backward')).toEqual(text.blocks.map(({ span }) => span.start).reverse());
  });

  it('is cut into runs that are the displayed text, readings and notices laid over it', () => {
    const page = of(mode);
    text.blocks.forEach((_block, index) => {
      const { rubies, notices } = overlaysOf(page, index);
      const runs = blockRuns(page.block(index).display, rubies, notices);
      const pieces = runs.flatMap((run) => run.pieces);
      expect(pieces.map((piece) => piece.text).join('')).toBe(page.block(index).display);
      expect(pieces.filter(({ reading }) => reading !== undefined)).toHaveLength(rubies.length);
      expect(runs.filter(({ notice }) => notice !== undefined)).toHaveLength(notices.length);
      for (const { text: base, reading } of pieces) if (reading !== undefined) expect(Array.from(base)).toHaveLength(1);
    });
  });
});

describe('what is said of the page', () => {
  it('is every gloss, repair and suspect in the original, fewer readings where phrases change', () => {
    const all = (mode: ScriptMode) => text.blocks.map((_block, index) => overlaysOf(of(mode), index));
    const original = all('original');
    expect(original.flatMap(({ rubies }) => rubies)).toHaveLength(316);
    expect(original.flatMap(({ notices }) => notices).filter(({ kind }) => kind === 'suspect')).toHaveLength(13);
    expect(original.flatMap(({ notices }) => notices).filter(({ kind }) => kind === 'repair')).toHaveLength(55);
    expect(all('taiwan-phrases').flatMap(({ rubies }) => rubies).length).toBeLessThan(316);
    // Where the text is converted there is nothing left to suspect.
    for (const mode of SCRIPT_MODES.slice(1)) {
      expect(
        all(mode)
          .flatMap(({ notices }) => notices)
          .filter(({ kind }) => kind === 'suspect'),
      ).toEqual([]);
    }
  });

  it('is nothing while repairs are off, and the words are those of the file', async () => {
    const raw = new ShownText(text, await loadProjector(text.script, 'original'), false);
    expect(text.blocks.flatMap((_block, index) => overlaysOf(raw, index).notices)).toEqual([]);
    expect(text.blocks.map((_block, index) => raw.block(index).display).join('\n')).toBe(text.canonical);
  });
});

describe('a printed reading', () => {
  /** The bundled text as if each of its characters had a reading: itself. */
  const glossed = (): Text => ({
    ...text,
    glosses: Array.from(text.canonical).flatMap((base, at) =>
      /\p{Script=Han}/u.test(base) ? [{ at: codePoints(at), rawAt: codePoints(at), base, reading: base }] : [],
    ),
  });

  it.each(SCRIPT_MODES)('stands in %s over its own character or a form of it, and over no other', async (mode) => {
    const fold = await loadFold();
    const source = glossed();
    const page = new ShownText(source, await loadProjector(text.script, mode), true);
    let rubies = 0;
    source.blocks.forEach((_block, index) => {
      const { display } = page.block(index);
      for (const { span, reading } of overlaysOf(page, index).rubies) {
        rubies++;
        const base = display.slice(span.start, span.end);
        expect(fold.fold(base), `${reading} over ${base}`).toBe(fold.fold(reading));
      }
    });
    // Nearly every character stays one; in the text as it is written, each but what a repair restores.
    expect(rubies).toBeGreaterThan(source.glosses.length * 0.97);
  });

  it('goes with its word in Taiwan phrases, and comes back with it', () => {
    const at = text.canonical.indexOf('發布');
    const readings = (page: ShownText): string[] =>
      overlaysOf(page, 0)
        .rubies.filter(({ span }) => span.start === page.block(0).toDisplay(codePointSpan(at, at + 1)).start)
        .map(({ reading }) => reading);
    expect(of('taiwan-phrases').displayOf(codePointSpan(at, at + 2))).toBe('釋出');
    expect(readings(of('taiwan-phrases'))).toEqual([]);
    expect(of('taiwan').displayOf(codePointSpan(at, at + 2))).toBe('發佈');
    expect(readings(of('taiwan'))).toEqual(['fā']);
    expect(readings(of('simplified'))).toEqual(['fā']);
    const fix = (reading: string): ShownText =>
      of('taiwan-phrases').withFixed(({ start }) =>
        start === 0 ? [{ span: codePointSpan(at, at + 2), reading }] : [],
      );
    expect(readings(fix('發佈'))).toEqual(['fā']);
    expect(readings(fix('公告'))).toEqual([]);
  });
});

describe('the variants of the page', () => {
  const withVariants = async (source: Text, mode: ScriptMode, repairs = true): Promise<ShownText> =>
    new ShownText(
      source,
      await loadProjector(source.script, mode),
      repairs,
      undefined,
      await loadVariants(source.script, mode),
    );
  const variantsOf = (page: ShownText): VariantNotice[] =>
    page.text.blocks.flatMap((_block, index) =>
      overlaysOf(page, index).notices.filter((notice) => notice.kind === 'variant'),
    );

  it.each(SCRIPT_MODES)('say in %s what the source has, what is shown and what could be', async (mode) => {
    const page = await withVariants(text, mode);
    const plain = of(mode);
    for (const { target, source, shown: form, alternatives } of variantsOf(page)) {
      expect(canonicalOf(text, target)).toBe(source);
      expect(page.displayOf(target)).toBe(form);
      expect(alternatives).not.toContain(form);
      expect(alternatives.length).toBeGreaterThan(0);
    }
    text.blocks.forEach((_block, index) => {
      const { rubies, notices } = overlaysOf(page, index);
      expect(rubies).toEqual(overlaysOf(plain, index).rubies);
      expect(notices.filter(({ kind }) => kind !== 'variant')).toEqual(overlaysOf(plain, index).notices);
      // In order, and no two over the same words, so that each has its run.
      notices.forEach(({ span }, at) => {
        expect(span.start).toBeGreaterThanOrEqual(notices[at - 1]?.span.end ?? 0);
      });
      const runs = blockRuns(page.block(index).display, rubies, notices);
      expect(runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(page.block(index).display);
      expect(runs.filter(({ notice }) => notice !== undefined)).toHaveLength(notices.length);
    });
  });

  it('are as many as these in the bundled text', async () => {
    const counts = await Promise.all(
      SCRIPT_MODES.map(async (mode) => variantsOf(await withVariants(text, mode)).length),
    );
    expect(counts).toEqual([0, 1, 71, 64, 62, 66]);
  });

  it('are none over a repair, which has more to say', async () => {
    const page = await withVariants(text, 'traditional');
    const repaired = text.repairs.find(({ reason }) => reason === 'mojibake');
    const over = new ShownText(
      { ...text, repairs: repaired ? [{ ...repaired, span: codePointSpan(34, 35), found: '布', reading: '布' }] : [] },
      await loadProjector(text.script, 'traditional'),
      true,
      undefined,
      page.variants,
    );
    expect(variantsOf(page).some(({ target }) => target.start === 34)).toBe(true);
    expect(variantsOf(over).some(({ target }) => target.start === 34)).toBe(false);
    expect(variantsOf(over)).toHaveLength(variantsOf(page).length - 1);
  });

  it('stay while repairs are off', async () => {
    expect(variantsOf(await withVariants(text, 'traditional', false)).length).toBeGreaterThan(60);
  });

  it('follow what the reader has corrected, and leave alone what is shown as no counterpart of theirs', async () => {
    const projector = await loadProjector(text.script, 'traditional');
    const fixed = (reading: string, length = 1): ShownText =>
      new ShownText(
        text,
        projector,
        true,
        ({ start }) => (start === 0 ? [{ span: codePointSpan(34, 34 + length), reading }] : []),
        page.variants,
      );
    const page = await withVariants(text, 'traditional');
    const at = (shownText: ShownText) => variantsOf(shownText).find(({ target }) => target.start === 34);
    expect(at(page)).toMatchObject({ source: '布', shown: '佈', alternatives: ['布'] });
    expect(at(fixed('布'))).toMatchObject({ source: '布', shown: '布', alternatives: ['佈'] });
    expect(at(fixed('告'))).toBeUndefined();
    expect(at(fixed('佈告'))).toBeUndefined();
    // Two characters shown as one are a unit, of which no half can be corrected.
    expect(at(fixed('佈', 2))).toBeUndefined();
  });
});
