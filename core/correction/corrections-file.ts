import { z } from 'zod';
import { SCRIPT_MODES, type ScriptMode } from '../script/mode';
import { codePointSpan } from '../support/offset';
import {
  directionOf,
  LONGEST_FORM,
  problemOfForm,
  type Correction,
  type CorrectionReach,
  type NewCorrection,
} from './correction';

// The file is one of OpenCC's dictionaries as text: a line for each entry, source and right form parted by a tab.
// What only Zhupi knows stands in lines that begin with `#zhupi` and hold JSON, which other programs pass over.
const OURS = '#zhupi ';
const HEAD = '# Zhupi corrections, two columns as in a dictionary of OpenCC: source, tab, right form';

/** What a file says of one entry; without modes where it does not say which script it is for. */
export type FileEntry = Omit<NewCorrection, 'modes'> & { readonly modes: readonly ScriptMode[] | undefined };

/** Why a line of a file was not understood; `columns`: it is not two columns parted by one tab. */
export type LineProblem = 'columns' | 'empty' | 'long' | 'repeated' | 'comment';

/** A line that was not understood, counted from 1. */
export interface BadLine {
  readonly line: number;
  readonly why: LineProblem;
}

/** A file as it was understood. */
export interface ParsedFile {
  readonly entries: readonly FileEntry[];
  readonly bad: readonly BadLine[];
}

/** A line of two columns can carry these words: nothing in them means something else there, and UTF-8 has them. */
const isPlain = (source: string, right: string): boolean =>
  !/[\t\n\r]|\p{Surrogate}/u.test(source + right) && !/^[#\ufeff]/u.test(source) && !right.includes(' ');

const isBlank = (text: string): boolean => text.trim() === '';

function entryLines({ reach, source, right, wrong }: Correction): string[] {
  const known = wrong === '' ? {} : { wrong };
  // Another program would take a correction of one place for an entry like any other, so that is a comment whole.
  if (reach.scope === 'occurrence' || !isPlain(source, right) || isBlank(source)) {
    return [OURS + JSON.stringify({ ...known, source, right })];
  }
  const line = `${source}\t${right}`;
  return wrong === '' ? [line] : [OURS + JSON.stringify({ wrong }), line];
}

function groupHead({ reach, modes }: Correction): string {
  switch (reach.scope) {
    case 'everywhere':
      return OURS + JSON.stringify({ scope: reach.scope, modes });
    case 'text':
      return OURS + JSON.stringify({ scope: reach.scope, textId: reach.textId, title: reach.title, modes });
    case 'occurrence': {
      const { scope, textId, title, textHash, target, quote } = reach;
      return (
        OURS + JSON.stringify({ scope, textId, title, textHash, target: [target.start, target.end], quote, modes })
      );
    }
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The sections of a file in order: by direction, then the widest reach first, then by modes and text. */
const sectionKey = (correction: Correction): string => {
  const order = ['everywhere', 'text', 'occurrence'].indexOf(correction.reach.scope);
  return [directionOf(correction.modes[0] ?? 'original') ?? '', order, groupHead(correction)].join('\n');
};

/** Corrections as a text file of two columns, from which `parseFile` gets back all that they say. */
export function toFile(corrections: readonly Correction[]): string {
  const sections = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const key = sectionKey(correction);
    const section = sections.get(key);
    if (section === undefined) sections.set(key, [correction]);
    else section.push(correction);
  }
  const lines = [HEAD];
  for (const [, section] of [...sections].sort(([a], [b]) => byCodeUnits(a, b))) {
    const [first] = section;
    if (first === undefined) continue;
    lines.push('', groupHead(first));
    for (const correction of section.sort((a, b) => byCodeUnits(a.source, b.source))) {
      lines.push(...entryLines(correction));
    }
  }
  return `${lines.join('\n')}\n`;
}

const form = z.string().refine((words) => problemOfForm(words) === undefined);
const source = z
  .string()
  .min(1)
  .max(LONGEST_FORM * 2);
const sameDirection = (modes: readonly ScriptMode[]): boolean =>
  new Set(modes.map(directionOf)).size === 1 && !modes.includes('original');
const modes = z.array(z.enum(SCRIPT_MODES)).min(1).refine(sameDirection);
const name = z.string().max(1000);
const offset = z.int().min(0);

const section = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('everywhere'), modes }),
  z.object({ scope: z.literal('text'), textId: name, title: name, modes }),
  z.object({
    scope: z.literal('occurrence'),
    textId: name,
    title: name,
    textHash: name,
    target: z.tuple([offset, offset]).refine(([start, end]) => start < end),
    quote: z.object({ exact: name, prefix: name, suffix: name }),
    modes,
  }),
]);
const wholeEntry = z.object({
  source,
  right: form,
  wrong: z
    .string()
    .max(LONGEST_FORM * 2)
    .optional(),
});
const hint = z.object({ wrong: z.string().max(LONGEST_FORM * 2) });

interface Section {
  readonly reach: CorrectionReach;
  readonly modes: readonly ScriptMode[] | undefined;
}

function sectionOf(parsed: z.infer<typeof section>): Section {
  const ordered = SCRIPT_MODES.filter((mode) => parsed.modes.includes(mode));
  switch (parsed.scope) {
    case 'everywhere':
      return { reach: { scope: 'everywhere' }, modes: ordered };
    case 'text':
      return { reach: { scope: 'text', textId: parsed.textId, title: parsed.title }, modes: ordered };
    case 'occurrence': {
      const { scope, textId, title, textHash, target, quote } = parsed;
      return { reach: { scope, textId, title, textHash, target: codePointSpan(...target), quote }, modes: ordered };
    }
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a file line by line. */
class FileReader {
  readonly entries: FileEntry[] = [];
  readonly bad: BadLine[] = [];
  readonly #seen = new Set<string>();
  #section: Section = { reach: { scope: 'everywhere' }, modes: undefined };
  #wrong = '';
  #line = 0;

  read(line: string): void {
    this.#line++;
    if (line.startsWith(OURS)) this.#readOurs(json(line.slice(OURS.length)));
    else if (!line.startsWith('#') && !isBlank(line)) this.#readColumns(line);
  }

  #readOurs(value: unknown): void {
    const newSection = section.safeParse(value);
    const entry = wholeEntry.safeParse(value);
    const known = hint.safeParse(value);
    if (newSection.success) this.#section = sectionOf(newSection.data);
    else if (entry.success) {
      this.#wrong = entry.data.wrong ?? '';
      this.#add(entry.data.source, entry.data.right);
    } else if (known.success) this.#wrong = known.data.wrong;
    else this.#refuse('comment');
  }

  #readColumns(line: string): void {
    const [left = '', values = '', ...more] = line.split('\t');
    if (!line.includes('\t') || more.length > 0) {
      this.#refuse('columns');
      return;
    }
    // Several values are parted by spaces; OpenCC takes the first.
    const right = values.split(' ').find((value) => value !== '') ?? '';
    const problem =
      left === '' ? 'empty' : (problemOfForm(right) ?? (left.length > LONGEST_FORM * 2 ? 'long' : undefined));
    if (problem === undefined) this.#add(left, right);
    else this.#refuse(problem === 'line-break' ? 'columns' : problem);
  }

  #add(words: string, right: string): void {
    const key = JSON.stringify([this.#section, words]);
    if (this.#seen.has(key)) this.#refuse('repeated');
    else {
      this.#seen.add(key);
      this.entries.push({ ...this.#section, source: words, right, wrong: this.#wrong });
      this.#wrong = '';
    }
  }

  #refuse(why: LineProblem): void {
    this.bad.push({ line: this.#line, why });
    this.#wrong = '';
  }
}

/**
 * Understands a file of two columns, ours or anyone's: with or without a byte order mark, any line ends, blank lines
 * and comments passed over, the first of several values taken. Lines that cannot be read are listed, not lost.
 */
export function parseFile(text: string): ParsedFile {
  const reader = new FileReader();
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) reader.read(line);
  return { entries: reader.entries, bad: reader.bad };
}
