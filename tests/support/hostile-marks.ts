import { expect, it } from 'vitest';
import type { ExportOptions, Format } from '#core/exchange/format';
import type { NotesModel } from '#core/exchange/notes-model';
import { exportedText, idOf, markAt, marksOnLines, modelOf, modelOn, writtenText } from './exported';
import { HOSTILE_NOTES } from './hostile-notes';
import { textOfLines } from './kept-records';

/** What hostile words are, in an export. */
export const HOSTILE_ROLES = ['note', 'quote', 'tag', 'title', 'label'] as const;

/** One of HOSTILE_ROLES. */
export type HostileRole = (typeof HOSTILE_ROLES)[number];

// The long one first: pandoc looks for the end of an open bracket in all that follows, character by character.
const ALL = Object.entries(HOSTILE_NOTES).sort(([one], [other]) => Number(other === 'long') - Number(one === 'long'));

/** The hostile words that can stand in a role, with their names: a mark stands on a character at least. */
export const hostileFor = (role: HostileRole): readonly (readonly [string, string])[] =>
  ALL.filter(([name]) => role !== 'quote' || name !== 'empty');

/** The words of the marks, and of the notes, that are not hostile. */
export const calmQuote = (index: number): string => `引文${index}號`;
export const calmNote = (index: number): string => `筆記${index}號`;
/** The title of a text that is not hostile. */
export const CALM_TITLE = '平常的題目';

/** A model with all hostile words in one role, a note for each; in the other roles its words are calm. */
export async function hostileModel(role: HostileRole): Promise<NotesModel> {
  const hostile = hostileFor(role).map(([, words]) => words);
  if (role === 'title') {
    const texts = hostile.map((title, index) => ({
      ...textOfLines(`t${index}`, 'ab'.repeat(32), [calmQuote(index)]),
      title,
    }));
    return modelOf(
      await Promise.all(
        texts.map((text, index) =>
          exportedText(text, [markAt(text, index, 0, text.canonical.length, { note: calmNote(index) })]),
        ),
      ),
    );
  }
  const lines = hostile.map((words, index) => (role === 'quote' ? words : calmQuote(index)));
  const { text, annotations } = marksOnLines(lines, (index) => ({
    note: role === 'note' ? (hostile[index] ?? '') : calmNote(index),
    tags: role === 'tag' ? [hostile[index] ?? ''] : [],
  }));
  const model = await modelOn({ ...text, title: CALM_TITLE }, annotations);
  if (role !== 'label') return model;
  return modelOf(
    model.texts.map((each) => ({
      ...each,
      notes: each.notes.map((note, index) => ({ ...note, label: hostile[index] ?? '' })),
    })),
  );
}

/** A note as some reader of a format finds it; what the format does not carry is left out. */
export interface FoundNote {
  readonly quote: string;
  readonly note: string;
  readonly tags?: readonly string[];
  readonly title?: string;
  readonly label?: string;
}

/** A reader of a format, and what the format leaves of words. */
export interface HostileCase {
  readonly format: Format;
  readonly options?: Partial<ExportOptions>;
  /** What a reader finds in a file, a note for each that was written, in the same order. */
  readonly find: (file: string, model: NotesModel) => readonly FoundNote[] | Promise<readonly FoundNote[]>;
  /**
   * What of words in a role the reader must find: all of them, less what the format cannot carry and nothing more. A role
   * that is left out is not carried; what stands in it must do no harm all the same.
   */
  readonly leaves: Partial<Record<HostileRole, (words: string) => string>>;
}

/** A text as a file in UTF-8 has it: half a character becomes U+FFFD. */
export const throughFile = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Words as most formats have them: in UTF-8, lines ended by a newline, other controls as U+FFFD. */
export const withoutControls = (words: string): string =>
  throughFile(words)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t\u0080-\u009f]/gu, '\ufffd');

/** Words on one line. */
export const onOneLine = (words: string): string => withoutControls(words).replace(/\s+/g, ' ').trim();

const inRole = (found: FoundNote, role: HostileRole): string =>
  role === 'tag' ? (found.tags ?? []).join('\u0000') : (found[role] ?? '');

/** Writes all hostile words in each role, and tests what is found of them: a line in a table for each reader of a format. */
export function itCarriesHostileWords({ format, options = {}, find, leaves }: HostileCase): void {
  it.each(HOSTILE_ROLES)('finds every note where a %s is hostile', async (role) => {
    const model = await hostileModel(role);
    const hostile = hostileFor(role);
    const found = await find(throughFile(writtenText(format, model, options)), model);
    expect(found).toHaveLength(hostile.length);
    const leave = leaves[role];
    for (const [index, [name, words]] of hostile.entries()) {
      const each = found[index];
      if (each === undefined) throw new Error(`nothing was found of ${name}`);
      if (leave !== undefined) expect([name, inRole(each, role)]).toEqual([name, leave(words)]);
      if (role !== 'quote') expect([name, each.quote]).toEqual([name, calmQuote(index)]);
      if (role !== 'note') expect([name, each.note]).toEqual([name, calmNote(index)]);
      if (role !== 'title' && each.title !== undefined) expect([name, each.title]).toEqual([name, CALM_TITLE]);
    }
  });
}

/** The ids of the marks of a hostile model, in order. */
export const hostileIds = (role: HostileRole): string[] =>
  hostileFor(role).map((_each, index) => idOf(role === 'title' ? index : index + 1));
