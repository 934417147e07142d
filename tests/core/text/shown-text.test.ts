import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { codePointSpan } from '#core/support/offset';
import { blockRuns } from '#core/text/block-runs';
import { stepUnit, stepWord } from '#core/text/caret-steps';
import { overlaysOf } from '#core/text/overlays';
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
