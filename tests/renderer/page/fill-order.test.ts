import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FillOrder } from '../../../renderer/page/fill-order';

/** All blocks in the order in which they are filled. */
function drain(order: FillOrder): number[] {
  const filled: number[] = [];
  for (let next = order.next(); next !== undefined; next = order.next()) {
    filled.push(next);
    order.done(next);
  }
  return filled;
}

it('blocks are filled from those that are seen outward, both ways', () => {
  const order = new FillOrder(9);
  order.near({ from: 3, to: 5 });
  expect(drain(order)).toEqual([3, 4, 5, 2, 6, 1, 7, 0, 8]);
  expect(order.left).toBe(0);
});

it('where the reader goes elsewhere the blocks there come next, and none is left out', () => {
  const order = new FillOrder(8);
  order.near({ from: 0, to: 2 });
  order.done(order.next() ?? -1);
  order.near({ from: 6, to: 7 });
  expect(drain(order)).toEqual([6, 7, 5, 4, 3, 2, 1]);
});

it('every block is filled once, whatever is seen and whatever was filled before its turn', () => {
  const moves = fc.array(fc.record({ from: fc.nat(40), length: fc.nat(5), own: fc.nat(40), steps: fc.nat(6) }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), moves, (count, all) => {
      const order = new FillOrder(count);
      const filled: number[] = [];
      const fill = (block: number | undefined): void => {
        if (block === undefined || !order.has(block)) return;
        order.done(block);
        filled.push(block);
      };
      for (const { from, length, own, steps } of all) {
        order.near({ from: Math.min(from, count), to: Math.min(from + length, count) });
        fill(own);
        for (let step = 0; step < steps; step++) fill(order.next());
        expect(order.left).toBe(count - filled.length);
      }
      filled.push(...drain(order));
      expect(filled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_block, index) => index));
    }),
  );
});
