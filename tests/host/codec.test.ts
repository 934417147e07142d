import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from './codec';

const copied = (value: unknown): unknown => decode(encode(value));

describe('what crosses between page and main', () => {
  it('is what structured clone would make of it, whatever it is', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(anything, (value) => {
        let clone: unknown;
        try {
          clone = structuredClone(value);
        } catch {
          expect(() => encode(value)).toThrow('could not be cloned');
          return;
        }
        expect(copied(value)).toEqual(clone);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an own __proto__ key', JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')],
    ['an invalid date', new Date(NaN)],
    ['a date', new Date(0)],
    ['minus zero and what is no number', [-0, NaN, Infinity, -Infinity]],
    ['a big integer', 2n ** 80n],
    ['a map of maps', new Map([[new Map([[1, 2]]), new Set(['三'])]])],
    ['a typed array in the middle of its buffer', new Uint16Array(new ArrayBuffer(16), 2, 3)],
    ['a view', new DataView(new ArrayBuffer(4), 1)],
    ['a buffer', new Uint8Array([1, 2, 3]).buffer],
    ['a regular expression', /漢+/gu],
    ['lone surrogates', '\ud800x\udc00'],
    ['undefined inside', { a: undefined, b: [undefined, null] }],
  ])('keeps %s', (_name, value: unknown) => {
    expect(copied(value)).toEqual(structuredClone(value));
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('keeps an own __proto__ key as a key, and no prototype comes of it', () => {
    const value = copied(JSON.parse('{"__proto__":{"x":1}}')) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('keeps cycles, and what is shared stays shared', () => {
    const shared = { n: 1 };
    const value: { self?: unknown; a: unknown; b: unknown } = { a: shared, b: shared };
    value.self = value;
    const copy = copied(value) as typeof value;
    expect(copy.self).toBe(copy);
    expect(copy.a).toBe(copy.b);
  });

  it('keeps the name and the message of an error', () => {
    const error = copied(new RangeError('zu weit')) as Error;
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message]).toEqual(['RangeError', 'zu weit']);
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('refuses %s', (_name, value: unknown) => {
    expect(() => encode({ inside: value })).toThrow('An object could not be cloned.');
  });
});
