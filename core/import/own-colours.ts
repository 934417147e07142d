import type { Palette } from '../annotation/palette';
import type { Incoming } from '../exchange/incoming';

/**
 * The palette with those of a file's own colours that it does not have yet. One that is there under the same id keeps
 * its hue and its name: marks that have it look as they did.
 */
export function withNewColours(palette: Palette, colours: NonNullable<Incoming['ownColours']>): Palette {
  const known = new Set<string>(palette.own.map(({ id }) => id));
  const added = colours.filter(({ id }) => !known.has(id) && known.add(id));
  if (added.length === 0) return palette;
  return {
    ...palette,
    own: [...palette.own, ...added.map(({ id, label, hex }) => ({ id, label, hex, offered: true }))],
  };
}
