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

it('works in slices, at least a step in each and no more than the time it is given, until all is done', () => {
  const { idle, give, asked, clock } = fakeIdleTime();
  let left = 12;
  const slices: number[] = [];
  new IdleFiller(idle).start(
    () => {
      clock.now++;
      return --left > 0;
    },
    () => slices.push(left),
  );
  expect(left).toBe(12);
  give(50);
  give(3);
  give(0);
  give(50);
  expect(slices).toEqual([11, 8, 7, 2]);
  give(50);
  expect(slices).toEqual([11, 8, 7, 2, 0]);
  expect(asked.size).toBe(0);
});

it('takes one step, then few in each slice that is laid out with its frame, then as many as time allows', () => {
  const { idle, give } = fakeIdleTime();
  let done = 0;
  const slices: number[] = [];
  new IdleFiller(idle).start(
    () => ++done < 500,
    () => slices.push(done),
  );
  for (let slice = 0; slice < 9; slice++) give(50);
  expect(slices).toEqual([1, 9, 17, 25, 33, 41, 49, 57, 500]);
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
