import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstCharacters } from '#core/support/first-characters';

it('takes as many code points as it is told to, and never half of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
      expect(firstCharacters(text, most)).toBe(Array.from(text).slice(0, most).join(''));
    }),
  );
});
