import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS, OWN_COLOURS } from '#core/annotation/annotation';
import {
  FIRST_PALETTE,
  LONGEST_LABEL,
  labelOf,
  offeredColours,
  parsePalette,
  penOf,
  withChanged,
  withNewColour,
  withoutColour,
  type Palette,
} from '#core/annotation/palette';

const withOwn = (count: number): Palette => {
  let palette = FIRST_PALETTE;
  for (let made = 0; made < count; made++) palette = withNewColour(palette, '#123456') ?? palette;
  return palette;
};

describe('a palette', () => {
  it('is five colours without labels at first, and marks in yellow', () => {
    expect(offeredColours(FIRST_PALETTE)).toEqual([...COLOURS]);
    expect(COLOURS.map((colour) => labelOf(FIRST_PALETTE, colour)).join('')).toBe('');
    expect(penOf(FIRST_PALETTE)).toEqual({ colour: 'yellow', style: 'highlight' });
  });

  it('comes back as it was kept, whatever was done to it', () => {
    const labels = fc.record(Object.fromEntries(COLOURS.map((name) => [name, fc.string({ maxLength: 20 })])));
    fc.assert(
      fc.property(labels, fc.nat(8), (named, count) => {
        const palette = parsePalette({ ...withOwn(count), labels: named });
        expect(parsePalette(JSON.parse(JSON.stringify(palette)))).toEqual(palette);
      }),
    );
  });

  it('is read part by part: what cannot be read is as at first, and takes nothing else with it', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (junk, other) => {
        const palette = parsePalette({ labels: { yellow: 'doubt', red: junk }, own: other, pen: junk });
        expect(labelOf(palette, 'yellow')).toBe(palette.labels.yellow.trim());
        expect(COLOURS).toContain(penOf(palette).colour);
        expect(parsePalette(junk).own).toBeInstanceOf(Array);
      }),
    );
    const read = parsePalette({
      labels: { yellow: 'doubt' },
      own: [
        { id: 'own-3', label: 'term', hex: '#00ff00' },
        { id: 'own-9' },
        7,
        { id: 'own-3', label: 'x', hex: '#ffffff' },
      ],
    });
    expect(read.own).toEqual([{ id: 'own-3', label: 'term', hex: '#00ff00', offered: true }]);
  });

  it.each([
    ['a\tb\n c', 'a b c'],
    ['x'.repeat(90), 'x'.repeat(LONGEST_LABEL)],
    [`x${'𠮷'.repeat(90)}`, `x${'𠮷'.repeat(LONGEST_LABEL - 1)}`],
  ])('keeps a label short and on one line: %j', (typed, kept) => {
    expect(parsePalette({ labels: { ...FIRST_PALETTE.labels, red: typed } }).labels.red).toBe(kept);
  });

  it('takes eight colours of a person’s own and no ninth, each with an id that no other has', () => {
    const full = withOwn(9);
    expect(full.own.map(({ id }) => id)).toEqual([...OWN_COLOURS]);
    expect(withNewColour(full, '#000000')).toBeUndefined();
  });

  it('keeps a colour that is removed, and gives its id to none as long as another is free', () => {
    const two = withChanged(withOwn(2), 'own-1', { label: 'term' });
    const hidden = withoutColour(two, 'own-1');
    expect(offeredColours(hidden)).toEqual([...COLOURS, 'own-2']);
    expect(labelOf(hidden, 'own-1')).toBe('term');
    expect(hidden.own.find(({ id }) => id === 'own-1')?.hex).toBe('#123456');
    expect(withNewColour(hidden, '#000000', ['own-1'])?.own.at(-1)?.id).toBe('own-3');
  });

  it('gives away the id of a removed colour where none is free and no mark has it', () => {
    const full = withoutColour(withoutColour(withOwn(8), 'own-2'), 'own-4');
    expect(withNewColour(full, '#000000')).toBeUndefined();
    expect(withNewColour(full, '#000000', ['own-1'])).toBeUndefined();
    const again = withNewColour(full, '#000000', ['own-4']);
    expect(again?.own).toHaveLength(8);
    expect(again?.own.at(-1)).toEqual({ id: 'own-4', label: '', hex: '#000000', offered: true });
  });

  it('marks in an offered colour where the one used last was removed', () => {
    const palette: Palette = { ...withOwn(1), pen: { colour: 'own-1', style: 'wavy' } };
    expect(penOf(palette)).toEqual(palette.pen);
    expect(penOf(withoutColour(palette, 'own-1'))).toEqual({ colour: 'yellow', style: 'wavy' });
  });
});
