import { describe, expect, it } from 'vitest';
import { zoomed, ZOOM_STEPS } from '../../../main/window/zoom';

describe('zoom', () => {
  it('goes through its steps and back, and ends at both ends', () => {
    const inward = [...ZOOM_STEPS, 300].slice(1);
    expect(ZOOM_STEPS.map((step) => zoomed(step, 'in'))).toEqual(inward);
    expect(ZOOM_STEPS.map((step) => zoomed(step, 'out'))).toEqual([50, ...ZOOM_STEPS.slice(0, -1)]);
  });

  it.each([
    [120, 'in', 125],
    [120, 'out', 110],
    [20, 'out', 50],
    [900, 'in', 300],
    [250, 'reset', 100],
  ] as const)('takes %i %s to %i', (from, by, to) => {
    expect(zoomed(from, by)).toBe(to);
  });
});
