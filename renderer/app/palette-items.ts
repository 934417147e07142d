import { offeredColours, type Palette } from '#core/annotation/palette';
import { isColourCommand, placeOfColour } from '#core/command/colour-commands';
import { COMMANDS, entryOf, type Command, type CommandGroup, type CommandSubject } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import type { ListedText } from '#core/ipc/contract';
import { THEMES } from '#core/ipc/theme';
import { LANGUAGES } from '#core/ipc/language';
import { SCRIPT_MODES } from '#core/script/mode';
import { contentsOf } from '#core/text/contents';
import type { ShownText } from '#core/text/shown-text';
import type { PaletteItem } from '../features/commands';
import type { Settings } from '../storage/live-settings';
import { commandName, keyOf } from '../strings/command-words';
import type { Strings } from '../strings/en';

/** What the palette's items are made of. */
export interface PaletteParts {
  /** The catalogues, that of the interface first. */
  readonly catalogues: readonly Strings[];
  readonly palette: Palette;
  readonly keymap: Keymap;
  readonly settings: Settings;
  readonly change: (changes: Partial<Settings>) => void;
  readonly texts: readonly ListedText[];
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly go: (offset: number) => void;
  readonly run: (command: Command) => void;
  /** What a command can act on now. */
  readonly has: Readonly<Record<CommandSubject, boolean>>;
}

/** What is not reached by its name: it opens the palette itself, or closes what lies below it. */
const LEFT_OUT: ReadonlySet<Command> = new Set<Command>(['palette', 'escape']);

/** Most headings that are reached by name: a list of thousands would be looked through at every key. */
const MOST_HEADINGS = 200;

/** What is wanted oftenest comes first: before anything is typed the list is read from its top. */
const GROUPS: readonly CommandGroup[] = ['reading', 'finding', 'going', 'files', 'marking', 'copying', 'program'];

const rankOf = (command: Command): number => GROUPS.indexOf(entryOf(command).group);

function commandItems({ catalogues, palette, keymap, run, has }: PaletteParts): PaletteItem[] {
  const reasons = catalogues[0]?.commands.palette.reasons;
  const isOffered = (command: Command): boolean =>
    !isColourCommand(command) || placeOfColour(command) < offeredColours(palette).length;
  const offered = COMMANDS.filter((command) => !LEFT_OUT.has(command) && isOffered(command));
  return offered
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((command) => {
      const { about } = entryOf(command);
      return {
        id: command,
        names: catalogues.map((strings) => commandName(command, strings, palette)),
        key: keyOf(keymap, command),
        reason: about === undefined || has[about] ? undefined : reasons?.[about],
        run: () => {
          run(command);
        },
      };
    });
}

/** The choices of the bar and of the settings, each by its name. */
function choiceItems({ catalogues, settings, change }: PaletteParts): PaletteItem[] {
  const item = (
    id: string,
    nameIn: (strings: Strings) => readonly [string, string],
    isOn: boolean,
    changes: Partial<Settings>,
  ): PaletteItem => ({
    id,
    names: catalogues.map((strings) => strings.commands.palette.of(...nameIn(strings))),
    isOn,
    run: () => {
      change(changes);
    },
  });
  const aids = ['glosses', 'repairs', 'variants'] as const;
  return [
    ...SCRIPT_MODES.map((mode) =>
      item(`script ${mode}`, ({ reader }) => [reader.script, reader.modes[mode]], settings.script === mode, {
        script: mode,
      }),
    ),
    ...aids.map((aid) =>
      item(`aid ${aid}`, ({ reader }) => [reader.aids, reader[aid]], settings[aid], { [aid]: !settings[aid] }),
    ),
    item('careful', ({ settings: said }) => [said.title, said.careful], settings.careful, {
      careful: !settings.careful,
    }),
    ...THEMES.map((theme) =>
      item(`theme ${theme}`, ({ settings: said }) => [said.theme, said.themes[theme]], settings.theme === theme, {
        theme,
      }),
    ),
    ...LANGUAGES.map((language) =>
      item(
        `language ${language}`,
        ({ settings: said }) => [said.language, said.languages[language]],
        settings.language === language,
        { language },
      ),
    ),
  ];
}

/** The texts of the library, and the headings of the text that is read, in words as displayed. */
function placeItems({ catalogues, texts, shown, language, change, go }: PaletteParts): PaletteItem[] {
  // Their words are the same in every language; only what stands before them is said in one.
  const palette = catalogues[0]?.commands.palette;
  const headings = contentsOf(shown.text).slice(0, MOST_HEADINGS);
  return [
    ...texts.map(({ id, title }) => ({
      id: `text ${id}`,
      names: [palette?.open(title) ?? title],
      isOn: shown.text.id === id,
      run: () => {
        change({ textId: id });
      },
    })),
    ...headings.map(({ span, number }) => {
      const words = `${number === undefined ? '' : `${shown.displayOf(number)} `}${shown.displayOf(span)}`;
      return {
        id: `heading ${span.start}`,
        names: [palette?.goTo(words) ?? words],
        language,
        run: () => {
          go(span.start);
        },
      };
    }),
  ];
}

/** Everything that the palette reaches. */
export const paletteItems = (parts: PaletteParts): PaletteItem[] => [
  ...commandItems(parts),
  ...choiceItems(parts),
  ...placeItems(parts),
];
