import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutPieces, type Piece } from '#core/text/block-runs';
import { lastTogether } from '#core/text/last-line';

it.each([
  ['做出新的貢獻力。', '獻力。'],
  ['并回答記者提問。', '提問。'],
  ['他說：「很好。」', '很好。」'],
  ['已到2035年', '到2035年'],
  ['所謂A計劃', '計劃'],
  // Nothing to part, and nothing near the end.
  ['好。', undefined],
  ['', undefined],
  ['做出新的貢獻（see below）', undefined],
])('of %s keeps together %s', (display, together) => {
  const at = lastTogether(display);
  expect(at === undefined ? undefined : display.slice(at)).toBe(together);
});

it('cuts pieces at a place, and at nothing else', () => {
  const piece = fc.oneof(
    fc.string({ minLength: 1, maxLength: 5 }).map((text): Piece => ({ text })),
    fc.constant<Piece>({ text: '字', reading: 'zì' }),
    fc.constant<Piece>({ text: '24', upright: true }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: -2, max: 30 }), (pieces, place) => {
      const cut = cutPieces(pieces, place);
      const joined = (all: readonly Piece[]): string => all.map(({ text }) => text).join('');
      expect(joined(cut)).toBe(joined(pieces));
      expect(cut.every(({ text }) => text !== '')).toBe(true);
      expect(cut.length - pieces.length).toBeLessThanOrEqual(1);
      let start = 0;
      for (const { text, reading, upright } of cut) {
        const isWhole = reading === undefined && upright !== true;
        if (isWhole) expect(start < place && place < start + text.length).toBe(false);
        start += text.length;
      }
    }),
  );
});
