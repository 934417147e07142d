import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIRST_TYPE, stepped, TYPE_RANGES, typeSettings } from '../../../renderer/storage/type-settings';

const parse = (kept: unknown) => z.object(typeSettings).parse(kept);

describe('the settings of the type', () => {
  it('are, at first, those that a reset brings back', () => {
    expect(parse({})).toEqual({ ...FIRST_TYPE, focus: false });
    expect(FIRST_TYPE).toMatchObject({ face: 'serif', typeSize: 20, measure: 38, quotes: 'as-shown', paper: 'theme' });
  });

  it('fall back one by one where they cannot be read or go too far', () => {
    const kept = {
      face: 'gothic',
      typeSize: 400,
      leading: 'much',
      measure: 30,
      rubySize: -1,
      paper: 'green',
      justified: false,
    };
    expect(parse(kept)).toEqual({ ...FIRST_TYPE, focus: false, measure: 30, justified: false });
  });

  it('are stepped without crumbs, and no further than they go', () => {
    let leading: number = TYPE_RANGES.leading.least;
    for (let step = 0; step < 20; step++) leading = stepped('leading', leading, 1);
    expect(leading).toBe(TYPE_RANGES.leading.most);
    expect(stepped('leading', 1.9, 1)).toBe(2);
    expect(stepped('rubySize', 0.44, 1)).toBe(0.46);
    expect(stepped('typeSize', 14, -1)).toBe(14);
    expect(stepped('typeSize', 40, 1)).toBe(40);
  });
});
