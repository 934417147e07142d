import type { Annotation } from '#core/annotation/annotation';
import type { NotesListed } from '../annotations';

/** Which notes can go out: those on the text that is read, those listed, those selected in the list, those on all texts. */
export const NOTE_CHOICES = ['text', 'filtered', 'selected', 'all'] as const;

/** One of NOTE_CHOICES. */
export type NoteChoice = (typeof NOTE_CHOICES)[number];

/** What notes are chosen from. */
export interface NotesThere {
  /** The live notes on the text that is read. */
  readonly ofText: readonly Annotation[];
  /** The live notes on all texts. */
  readonly all: readonly Annotation[];
  readonly listed: NotesListed | undefined;
}

/** The notes of each choice; empty where there is nothing to choose. */
export function notesByChoice({
  ofText,
  all,
  listed,
}: NotesThere): Readonly<Record<NoteChoice, readonly Annotation[]>> {
  const byId = new Map(listed === undefined ? [] : all.map((mark) => [mark.id, mark]));
  // What was deleted since, in another window, is not there any more.
  const found = (ids: readonly string[]): Annotation[] => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    text: ofText,
    filtered: listed?.isFiltered === true ? found(listed.ids) : [],
    selected: found(listed?.picked ?? []),
    all,
  };
}

/** The choice that a dialog opens with: the one that was asked for, if there are any such notes. */
export function firstChoice(counts: Readonly<Record<NoteChoice, number>>, asked: NoteChoice = 'text'): NoteChoice {
  if (counts[asked] > 0) return asked;
  return counts.text === 0 && counts.all > 0 ? 'all' : 'text';
}

/** Notes on one text. */
export interface NotesOfText {
  readonly textId: string;
  readonly annotations: readonly Annotation[];
}

/** The notes by their texts, these in the order of their titles. */
export function byTexts(annotations: readonly Annotation[], titleOf: (textId: string) => string): NotesOfText[] {
  const texts = new Map<string, Annotation[]>();
  for (const mark of annotations) {
    const there = texts.get(mark.textId);
    if (there === undefined) texts.set(mark.textId, [mark]);
    else there.push(mark);
  }
  return [...texts]
    .map(([textId, ofText]) => ({ textId, annotations: ofText }))
    .sort((a, b) => titleOf(a.textId).localeCompare(titleOf(b.textId)) || (a.textId < b.textId ? -1 : 1));
}

/** The notes that go out: those chosen and, where whole texts are chosen and the format takes it, what was deleted. */
export function withBin(
  choice: NoteChoice,
  chosen: readonly Annotation[],
  deleted: readonly Annotation[],
  textId: string,
): readonly Annotation[] {
  if (choice === 'all') return [...chosen, ...deleted];
  return choice === 'text' ? [...chosen, ...deleted.filter((mark) => mark.textId === textId)] : chosen;
}
