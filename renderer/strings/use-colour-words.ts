import { useMemo } from 'react';
import { OWN_COLOURS, type Colour, type Style } from '#core/annotation/annotation';
import { isNamed, labelOf, type Palette } from '#core/annotation/palette';
import { usePalette } from '../services';
import { useStrings } from './use-strings';
import type { Strings } from './en';

/** How colours are called. */
export interface ColourWords {
  /** A named colour by its name, one of the person's own by what they call it. */
  readonly name: (colour: Colour) => string;
  /** What a named colour means to the person; empty where nothing is to be added to the name. */
  readonly label: (colour: Colour) => string;
  /** The name, and the label where there is one. */
  readonly full: (colour: Colour) => string;
  /** Colour and style of a mark. */
  readonly looks: (mark: { readonly colour: Colour; readonly style: Style }) => string;
}

/** Calls colours in the language of these strings, with the labels of this palette. */
export function colourWords({ colours, marks }: Strings, palette: Palette): ColourWords {
  const name = (colour: Colour): string =>
    isNamed(colour) ? colours[colour] : labelOf(palette, colour) || marks.ownColour(OWN_COLOURS.indexOf(colour) + 1);
  const label = (colour: Colour): string => (isNamed(colour) ? labelOf(palette, colour) : '');
  const full = (colour: Colour): string =>
    label(colour) === '' ? name(colour) : marks.labelled(name(colour), label(colour));
  return { name, label, full, looks: ({ colour, style }) => marks.looks(full(colour), marks.styles[style]) };
}

/** How colours are called now. */
export function useColourWords(): ColourWords {
  const strings = useStrings();
  const [palette] = usePalette();
  return useMemo(() => colourWords(strings, palette), [strings, palette]);
}
