import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  // Tables are kept for as long as their module.
  vi.resetModules();
});

const fresh = () => import('#core/script/conversion');

function count(steps: Iterator<unknown>): number {
  let taken = 0;
  while (steps.next().done !== true) taken++;
  return taken;
}

it('compiles a table once, however many want it at the same time', async () => {
  const { compileAhead: alone } = await fresh();
  const once = count(await alone(['s2hk']));
  expect(once).toBeGreaterThan(50);
  vi.resetModules();
  const { compileAhead } = await fresh();
  const both = [await compileAhead(['s2hk']), await compileAhead(['s2hk'])];
  let taken = 0;
  for (let left = [...both]; left.length > 0;) {
    left = left.filter((steps) => steps.next().done !== true);
    taken += left.length;
  }
  expect(taken).toBeLessThan(once + 10);
});

it('leaves nothing to compile', async () => {
  const { compileAhead, loadConversion } = await fresh();
  count(await compileAhead(['s2twp', 'tw2s']));
  expect(count(await compileAhead(['s2twp', 'tw2s']))).toBe(0);
  expect((await loadConversion('s2twp')).convert('人工智能').display).toBe('人工智慧');
});
