import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Direction } from '#core/text/caret-steps';
import { AGAIN_MS, DWELL_MS, EdgeDwell } from '../../../renderer/page/edge-dwell';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A text of some pages, of which the second is shown. */
function pages(count: number) {
  let shown = 1;
  const dwell = new EdgeDwell((direction: Direction) => {
    const to = shown + (direction === 'forward' ? 1 : -1);
    if (to < 0 || to >= count) return false;
    shown = to;
    // What is dragged is looked at while the page turns.
    expect(dwell.turned).toBe(direction);
    return true;
  });
  return { dwell, shown: () => shown };
}

describe('something held at the edge of a page', () => {
  it('turns it after a moment, and again only after a longer one', () => {
    const { dwell, shown } = pages(9);
    dwell.at('forward');
    vi.advanceTimersByTime(DWELL_MS - 1);
    expect([shown(), dwell.turned]).toEqual([1, undefined]);
    vi.advanceTimersByTime(1);
    expect([shown(), dwell.turned]).toEqual([2, 'forward']);
    // Moved along the edge it goes on waiting.
    dwell.at('forward');
    vi.advanceTimersByTime(AGAIN_MS - 1);
    expect(shown()).toBe(2);
    vi.advanceTimersByTime(1);
    expect(shown()).toBe(3);
  });

  it('turns nothing while it only passes the edge, and begins anew at the other one', () => {
    const { dwell, shown } = pages(9);
    dwell.at('forward');
    vi.advanceTimersByTime(DWELL_MS - 1);
    dwell.at(undefined);
    vi.advanceTimersByTime(AGAIN_MS);
    expect(shown()).toBe(1);
    dwell.at('forward');
    vi.advanceTimersByTime(DWELL_MS - 1);
    dwell.at('backward');
    vi.advanceTimersByTime(DWELL_MS - 1);
    expect(shown()).toBe(1);
    vi.advanceTimersByTime(1);
    expect([shown(), dwell.turned]).toEqual([0, 'backward']);
    dwell.at(undefined);
    expect(dwell.turned).toBeUndefined();
  });

  it('stays on the last page, and stops with what was dragged', () => {
    const { dwell, shown } = pages(2);
    dwell.at('forward');
    vi.advanceTimersByTime(DWELL_MS + AGAIN_MS);
    expect([shown(), dwell.turned]).toEqual([1, undefined]);
    dwell.at('backward');
    dwell.stop();
    vi.advanceTimersByTime(DWELL_MS + AGAIN_MS);
    expect(shown()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
