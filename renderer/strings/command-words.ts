import { useMemo } from 'react';
import { isColourCommand, placeOfColour } from '#core/command/colour-commands';
import type { Command } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import { ariaKeyOf, capsOf, inWords } from '#core/command/shown-keys';
import { offeredColours, type Palette } from '#core/annotation/palette';
import { LANGUAGES, type Language } from '#core/ipc/language';
import { useKeymap, usePalette } from '../services';
import type { Strings } from './en';
import { colourWords } from './use-colour-words';
import { stringsOf, useLanguage } from './use-strings';

/** How a command is called: one that marks by its colour, where that is offered. */
export function commandName(command: Command, strings: Strings, palette: Palette): string {
  const { names, mark } = strings.commands;
  const colour = isColourCommand(command) ? offeredColours(palette)[placeOfColour(command)] : undefined;
  return colour === undefined ? names[command] : mark(colourWords(strings, palette).full(colour));
}

/** The catalogues of all languages, that of the interface first: things are found by their names in any. */
export const cataloguesFrom = (language: Language): Strings[] =>
  [language, ...LANGUAGES.filter((other) => other !== language)].map(stringsOf);

/** The names of a command, that in the language of the interface first. */
export function useCommandNames(): (command: Command) => string[] {
  const language = useLanguage();
  const [palette] = usePalette();
  return useMemo(() => {
    const catalogues = cataloguesFrom(language);
    return (command) => catalogues.map((strings) => commandName(command, strings, palette));
  }, [language, palette]);
}

/** The key of a command, as it is written, as it is printed on keys and as ARIA has it. */
export interface ShownKey {
  readonly caps: readonly string[];
  readonly shown: string;
  readonly aria: string;
}

/** The key of a command that is shown; undefined where it has none. */
export function keyOf(keymap: Keymap, command: Command): ShownKey | undefined {
  const [key] = keymap.keysOf(command);
  return (
    key && {
      caps: capsOf(key, keymap.platform),
      shown: inWords(key, keymap.platform),
      aria: ariaKeyOf(key, keymap.platform),
    }
  );
}

/** The keys of commands as they are now, for what shows one beside a name. */
export function useKeyOf(): (command: Command) => ShownKey | undefined {
  const keymap = useKeymap();
  return (command) => keyOf(keymap, command);
}

/** A name with the key that does the same: for tooltips. */
export const withKey = (name: string, key: ShownKey | undefined): string =>
  key === undefined ? name : `${name} (${key.shown})`;
