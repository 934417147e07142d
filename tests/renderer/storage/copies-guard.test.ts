import { describe, expect, it } from 'vitest';
import { guardBy } from '../../../renderer/storage/copies-guard';
import { fakeLocks } from '../../support/fake-locks';

const later = <Value>(value: Value, ms = 5): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(value);
    }, ms);
  });

describe('the guard of the two copies', () => {
  it('lets a start compare them only between writes, and writes wait for it', async () => {
    const guard = guardBy(fakeLocks());
    const order: string[] = [];
    const write = (name: string) =>
      guard.writing(async () => {
        order.push(`${name} in the journal`);
        await later(undefined);
        order.push(`${name} in both`);
      });
    const first = write('a');
    const compared = guard.comparing(async () => {
      order.push('compares');
      await later(undefined);
      order.push('compared');
      return 'found';
    });
    await Promise.all([first, write('b'), compared]);
    expect(order).toEqual(['a in the journal', 'a in both', 'compares', 'compared', 'b in the journal', 'b in both']);
    expect(await compared).toBe('found');
  });

  it('does not let a start wait for a window that hangs while it writes', async () => {
    const guard = guardBy(fakeLocks(), 20);
    void guard.writing(() => new Promise(() => undefined));
    expect(await guard.comparing(() => Promise.resolve('found'))).toBeUndefined();
    // Who waited behind the start goes on.
    expect(await guard.writing(() => Promise.resolve('written'))).toBe('written');
  });

  it('passes on what a comparison throws', async () => {
    const guard = guardBy(fakeLocks());
    await expect(guard.comparing(() => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
  });
});
