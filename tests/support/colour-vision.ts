import {
  clampRgb,
  converter,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  type Color,
  type Rgb,
} from 'culori';

const linear = converter('lrgb');
const toRgb = converter('rgb');

/**
 * The matrices are those of Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, for eyes that lack a kind
 * of cone altogether. They are made for linear light, so they are given it.
 */
const seenThrough =
  (filter: (colour: Color) => Color) =>
  (colour: Rgb): Rgb => {
    const { r, g, b } = linear(colour);
    const seen = toRgb(filter({ mode: 'rgb', r, g, b }));
    return clampRgb(toRgb({ mode: 'lrgb', r: Math.max(0, seen.r), g: Math.max(0, seen.g), b: Math.max(0, seen.b) }));
  };

/** How a colour looks to four kinds of eyes. */
export const VISIONS: Readonly<Record<string, (colour: Rgb) => Rgb>> = {
  'all cones': (colour) => colour,
  protanopia: seenThrough(filterDeficiencyProt(1)),
  deuteranopia: seenThrough(filterDeficiencyDeuter(1)),
  tritanopia: seenThrough(filterDeficiencyTrit(1)),
};
