import { parseArgs } from 'node:util';
import {
  FIRST_OPTIONS,
  MARKDOWN_LAYOUTS,
  QUOTE_CHOICES,
  type ExportOptions,
  type OptionName,
} from '#core/exchange/format';
import type { Format } from '#core/exchange/format';
import { FORMATS, formatNamed } from '#core/exchange/formats';
import { LANGUAGES, type Language } from '#core/ipc/language';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { failure, success, type Result } from '#core/support/result';
import { LAYOUTS } from '#core/text/layout';

/** What an export from the command line is to do. */
export interface ExportCommand {
  readonly format: Format;
  /** Paths of the backup and of the file that is written, as given. */
  readonly from: string;
  readonly to: string;
  readonly mode: ScriptMode;
  readonly language: Language;
  readonly options: Omit<ExportOptions, 'template'>;
  /** Path of a file with the person's own template. */
  readonly templateFile: string | undefined;
  /** Titles, ids or file names of the texts that are wanted; none for all. */
  readonly texts: readonly string[];
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'export'; readonly command: ExportCommand };

/** Switches that ask for a command by themselves. */
const OWN_SWITCHES: readonly string[] = ['--help', '-h', '--version'];

/**
 * The arguments that are meant for the program, from those of its process. Switches for Chromium that stand before them
 * are left out; so is the folder of the program, which is among them where it is not packaged.
 */
export function argumentsOf(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1);
  const words = given.flatMap((argument, index) => (argument.startsWith('-') ? [] : [index]));
  const first = words[isPackaged ? 0 : 1];
  if (first !== undefined) return given.slice(first);
  // Nothing but switches, of which some are ours; what stands before those is Chromium's.
  const own = given.findIndex((argument) => OWN_SWITCHES.includes(argument));
  return own < 0 ? [] : given.slice(own);
}

/** True if the arguments ask for a command, and not for the application. */
export const isCommand = ([first = '']: readonly string[]): boolean =>
  ['export', 'help', ...OWN_SWITCHES].includes(first);

const FLAGS = {
  format: { type: 'string' },
  in: { type: 'string' },
  out: { type: 'string' },
  text: { type: 'string', multiple: true },
  script: { type: 'string' },
  quotes: { type: 'string' },
  citation: { type: 'boolean' },
  layout: { type: 'string' },
  lines: { type: 'string' },
  template: { type: 'string' },
  author: { type: 'string' },
  deck: { type: 'string' },
  language: { type: 'string' },
  'no-notes': { type: 'boolean' },
  'no-readings': { type: 'boolean' },
  'no-bin': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const list = (values: readonly string[]): string => values.join(', ');

/** The help that is printed. */
export const HELP = `Usage: zhupi export --format FORMAT --in BACKUP --out FILE [options]

Exports the notes in a backup of Zhupi. No window is shown, and nothing that Zhupi keeps is read or changed.

  --format FORMAT     ${FORMATS.map(({ id, words }) => `${id.padEnd(12)} ${words.en.name}: ${words.en.description}`).join('\n                      ')}
  --in BACKUP         A file that File → Back Up has written; or notes as Zhupi JSON,
                      which hold no texts, so that quotes are as in the source.
  --out FILE          The file to write. One of that name is replaced once the new one is whole.

  --text TITLE        Only the notes on this text, by its title or id; may be given several times.
  --script SCRIPT     The script of what is displayed, at first original. One of
                      ${list(SCRIPT_MODES)}.
  --quotes WHICH      ${list(QUOTE_CHOICES)}. At first: displayed.
  --citation          Says with each quote where it stands, and in which script.
  --layout LAYOUT     Of Markdown: ${list(MARKDOWN_LAYOUTS)}.
  --lines LINES       How the lines of a PDF run: ${list(LAYOUTS)}.
  --template FILE     A template of your own for Markdown, in Liquid.
  --author NAME       Who wrote the notes.
  --deck NAME         The deck that cards for Anki go to.
  --language CODE     Of what the file says of itself: ${list(LANGUAGES)}. At first: en.
  --no-notes          The text with its marks alone, where a format gives the text.
  --no-readings       Without the readings that the source has over its characters.
  --no-bin            Without what is in the bin, where a format gives that.

  -h, --help          Shows this help.
  --version           Shows the version.

Exit codes: 0 when the file was written, 1 when it could not be, 2 when the command is not understood.
`;

/** One of some values; a sentence where it is none of them. */
function oneOf<Value extends string>(
  flag: string,
  value: string | undefined,
  values: readonly Value[],
  otherwise: Value,
): Result<Value, string> {
  if (value === undefined) return success(otherwise);
  const found = values.find((each) => each === value);
  return found === undefined ? failure(`--${flag} is one of ${list(values)}, not “${value}”.`) : success(found);
}

type Flags = Partial<ReturnType<typeof parseFlags>>;

const parseFlags = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values;

/** The choices among named values; a sentence for the first that is not among them. */
function chosen(flags: Flags) {
  const mode = oneOf('script', flags.script, SCRIPT_MODES, 'original');
  const quotes = oneOf('quotes', flags.quotes, QUOTE_CHOICES, FIRST_OPTIONS.quotes);
  const layout = oneOf(
    'layout',
    flags.layout ?? (flags.template === undefined ? undefined : 'template'),
    MARKDOWN_LAYOUTS,
    FIRST_OPTIONS.layout,
  );
  const lines = oneOf('lines', flags.lines, LAYOUTS, FIRST_OPTIONS.lines);
  const language = oneOf('language', flags.language, LANGUAGES, 'en');
  if (!mode.ok) return mode;
  if (!quotes.ok) return quotes;
  if (!layout.ok) return layout;
  if (!lines.ok) return lines;
  if (!language.ok) return language;
  return success({
    ...{ mode: mode.value, quotes: quotes.value, layout: layout.value, lines: lines.value },
    language: language.value,
  });
}

/** The options that flags choose. */
const OPTION_OF: Readonly<Partial<Record<keyof typeof FLAGS, OptionName>>> = {
  quotes: 'quotes',
  citation: 'citation',
  layout: 'layout',
  lines: 'lines',
  template: 'template',
  author: 'author',
  deck: 'deck',
  'no-notes': 'notes',
  'no-readings': 'glosses',
  'no-bin': 'bin',
};

/** A flag that was given and that the format does not honour: what it was given for would not be done. */
function idleFlag(flags: Flags, { options }: Format): string | undefined {
  return Object.keys(FLAGS).find((flag) => {
    const name = flag as keyof typeof FLAGS;
    const option = OPTION_OF[name];
    return option !== undefined && flags[name] !== undefined && !options.includes(option);
  });
}

function exportCommand(flags: Flags): Result<ExportCommand, string> {
  const { in: from, out: to } = flags;
  if (flags.format === undefined || from === undefined || to === undefined) {
    return failure('--format, --in and --out are needed.');
  }
  const format = formatNamed(flags.format);
  if (format === undefined) {
    return failure(`There is no format “${flags.format}”. There are: ${list(FORMATS.map(({ id }) => id))}.`);
  }
  const idle = idleFlag(flags, format);
  if (idle !== undefined) return failure(`--${idle} says nothing to the format ${format.id}.`);
  const choices = chosen(flags);
  if (!choices.ok) return choices;
  const { mode, language, quotes, layout, lines } = choices.value;
  if ((layout === 'template') !== (flags.template !== undefined)) {
    return failure('--layout template and --template FILE go together.');
  }
  const options = {
    ...{ quotes, layout, lines },
    citation: flags.citation ?? FIRST_OPTIONS.citation,
    notes: flags['no-notes'] !== true,
    glosses: flags['no-readings'] !== true,
    bin: flags['no-bin'] !== true,
    author: flags.author ?? FIRST_OPTIONS.author,
    deck: flags.deck ?? FIRST_OPTIONS.deck,
  };
  return success({ format, from, to, mode, language, options, templateFile: flags.template, texts: flags.text ?? [] });
}

/** What the arguments ask for; a sentence where they cannot be understood. */
export function parseCommand(args: readonly string[]): Result<Command, string> {
  const [first = '', ...rest] = args;
  if (first === '--version') return success({ kind: 'version' });
  if (first !== 'export') return success({ kind: 'help' });
  let flags: Flags;
  try {
    flags = parseFlags(rest);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  if (flags.help === true) return success({ kind: 'help' });
  const command = exportCommand(flags);
  return command.ok ? success({ kind: 'export', command: command.value }) : command;
}
