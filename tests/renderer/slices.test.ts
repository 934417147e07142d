import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Slices, type SliceTime } from '../../renderer/slices';

/** Time that passes only where a test says so; each pause is noted with the moment of it. */
function fakeTime() {
  const clock = { now: 0 };
  const pauses: number[] = [];
  const time: SliceTime = {
    now: () => clock.now,
    pause: () => {
      pauses.push(clock.now);
      // A frame, and whatever else had its turn.
      clock.now += 100;
      return Promise.resolve();
    },
  };
  return { clock, pauses, time };
}

/** Steps that take so many milliseconds each, and come to their count. */
function* taking(costs: readonly number[], clock: { now: number }): Generator<number, number, undefined> {
  for (const [index, cost] of costs.entries()) {
    clock.now += cost;
    yield index;
  }
  return costs.length;
}

it('pauses before the first step and whenever 8 ms are over, and takes all steps in order', async () => {
  const { clock, pauses, time } = fakeTime();
  const seen: number[] = [];
  const outcome = await new Slices(time, new AbortController().signal).run(
    taking(
      Array.from({ length: 10 }, () => 3),
      clock,
    ),
    (step) => seen.push(step),
  );
  expect(outcome).toEqual({ ok: true, value: 10 });
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // Three steps of 3 ms fill a slice of 8.
  expect(pauses).toEqual([0, 109, 218, 327]);
});

it('never works longer than a slice and one step between two pauses, whatever the steps take', async () => {
  const costs = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(costs, costs, async (one, other) => {
      const { clock, pauses, time } = fakeTime();
      const slices = new Slices(time, new AbortController().signal);
      // Work that follows other work goes on in the slice that is under way.
      await slices.run(taking(one, clock));
      await slices.run(taking(other, clock));
      const ends = [...pauses.slice(1), clock.now];
      const dearest = Math.max(0, ...one, ...other);
      for (const [index, end] of ends.entries()) {
        const begun = (pauses[index] ?? 0) + 100;
        expect(end - begun).toBeLessThan(8 + Math.max(1, dearest));
      }
    }),
  );
});

it('takes no step any more once it is cancelled, and lets the steps end', async () => {
  const { clock, time } = fakeTime();
  const controller = new AbortController();
  let ended = false;
  function* steps(): Generator<number, void, undefined> {
    try {
      yield* taking([3, 3, 3, 3, 3, 3], clock);
    } finally {
      ended = true;
    }
  }
  const seen: number[] = [];
  const outcome = await new Slices(time, controller.signal).run(steps(), (step) => {
    seen.push(step);
    if (step === 1) controller.abort();
  });
  expect(outcome).toEqual({ ok: false, reason: 'cancelled' });
  expect(seen).toEqual([0, 1]);
  expect(ended).toBe(true);
});

it('throws what a step throws', async () => {
  const { time } = fakeTime();
  function* steps(): Generator<number, void, undefined> {
    yield 1;
    throw new Error('a fault of the format');
  }
  await expect(new Slices(time, new AbortController().signal).run(steps())).rejects.toThrow('a fault of the format');
});
