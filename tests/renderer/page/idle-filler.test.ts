import { expect, it } from 'vitest';
import { IdleFiller, type IdleTime } from '../../../renderer/page/idle-filler';

type Run = Parameters<IdleTime['request']>[0];

/** Idle time that a test gives out; each step of work takes a millisecond. */
function fakeIdleTime() {
  const asked = new Map<number, Run>();
  const clock = { now: 0 };
  let handle = 0;
  const idle: IdleTime = {
    request: (run) => {
      asked.set(++handle, run);
      return handle;
    },
    cancel: (given) => {
      asked.delete(given);
    },
    now: () => clock.now,
  };
  const give = (milliseconds: number): void => {
    const runs = [...asked.values()];
    asked.clear();
    for (const run of runs) run({ timeRemaining: () => milliseconds });
  };
  return { idle, give, asked, clock };
}

it('takes one step in each slice that is laid out with its frame, then as many as the time given allows', () => {
  const { idle, give, asked, clock } = fakeIdleTime();
  let left = 50;
  const slices: number[] = [];
  new IdleFiller(idle).start(
    () => {
      clock.now++;
      return --left > 0;
    },
    () => slices.push(left),
  );
  expect(left).toBe(50);
  for (let slice = 0; slice < 16; slice++) give(50);
  expect(slices).toEqual(Array.from({ length: 16 }, (_slice, index) => 49 - index));
  for (const time of [3, 0, 50, 50, 50]) give(time);
  expect(slices.slice(16)).toEqual([31, 30, 25, 20, 15]);
  for (let slice = 0; slice < 3; slice++) give(50);
  expect(left).toBe(0);
  expect(asked.size).toBe(0);
});

it('begun anew it gives up what it did before', () => {
  const { idle, give, clock } = fakeIdleTime();
  const done: string[] = [];
  const filler = new IdleFiller(idle);
  const work = (name: string): void => {
    filler.start(
      () => {
        clock.now += 10;
        return done.push(name) < 5;
      },
      () => undefined,
    );
  };
  work('first');
  give(10);
  work('second');
  give(10);
  give(10);
  expect(done).toEqual(['first', 'second', 'second']);
  filler.stop();
  give(10);
  expect(done.length).toBe(3);
});
