import type { Annotation } from '#core/annotation/annotation';
import { isConverted, type Correction } from '#core/correction/correction';
import { resolverOf } from '#core/correction/resolver';
import type { Incoming, IncomingNote } from '#core/exchange/incoming';
import { anchor, anchorDisplayed, isUnfound, type AnchoredOn, type Place } from '#core/import/anchor';
import { bringRecords, elsewhere } from '#core/import/bring-records';
import type { Brought } from '#core/import/plan';
import { saysTextOf } from '#core/import/same-mark';
import { strangersAmong } from '#core/import/strangers';
import { whichText, type WhichText } from '#core/import/which-text';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import type { Fold } from '#core/search/fold';
import { ShownText } from '#core/text/shown-text';
import { loadProjector } from '../load-script';
import type { ImportTexts } from './import-texts';
import { inSlices } from '../slices';

/** What bringing the notes of a file to their texts needs. */
export interface BringParts {
  readonly incoming: Incoming;
  /** The text for notes whose file does not say one that is here. */
  readonly intoId: string;
  /** True if the person chose that text for them. */
  readonly isIntoAsked: boolean;
  readonly texts: ImportTexts;
  /** A mark that is here, by its id. */
  readonly find: (markId: string) => Annotation | undefined;
  readonly corrections: readonly Correction[];
  /** True if no phrase may end inside a word, as the person reads. */
  readonly careful: boolean;
  readonly fold: Fold;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly signal?: AbortSignal;
  /** Hears how many notes have been brought. */
  readonly onProgress: (done: number) => void;
}

interface Numbered {
  readonly index: number;
  readonly note: IncomingNote;
}

/** The note with what may tell its text: of a whole record that is no title, and the id of a mark where its text agrees. */
function telling(note: IncomingNote, { find }: BringParts): IncomingNote {
  const { hash, textId } = note.source;
  if (note.record !== undefined) {
    return { ...note, source: { ...(hash !== undefined && { hash }), ...(textId !== undefined && { textId }) } };
  }
  const { markId, ...rest } = note;
  const mark = markId === undefined ? undefined : find(markId);
  return mark !== undefined && saysTextOf(mark, note.source) ? note : rest;
}

/** The text of each note that its file says; it yields now and then. */
function* foundBy(
  notes: readonly IncomingNote[],
  which: WhichText,
): Generator<undefined, (string | undefined)[], undefined> {
  const found: (string | undefined)[] = [];
  for (const note of notes) {
    found.push(which.of(note));
    if (found.length % 64 === 0) yield undefined;
  }
  return found;
}

/** The text of each note that its file says; where titles are left over they are looked for in every script. */
async function textsOf(parts: BringParts): Promise<(string | undefined)[]> {
  const { texts, find: markOf, fold } = parts;
  const told = parts.incoming.notes.map((note) => telling(note, parts));
  const find = async (notes: readonly IncomingNote[], shown: boolean): Promise<(string | undefined)[]> => {
    const which = whichText(await texts.all({ shown }), (markId) => markOf(markId)?.textId, fold);
    return inSlices(foundBy(notes, which), slicingOf(parts));
  };
  const found = await find(told, false);
  const isLeft = ({ source }: IncomingNote, index: number): boolean =>
    found[index] === undefined && source.title !== undefined;
  const left = told.filter(isLeft);
  if (left.length === 0) return found;
  const inScripts = (await find(left, true)).values();
  return told.map((note, index) => (isLeft(note, index) ? inScripts.next().value : found[index]));
}

const slicingOf = ({ signal }: BringParts): { readonly signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

const layersOf = (hasRepairs: boolean): { mode: ScriptMode; repairs: boolean }[] =>
  SCRIPT_MODES.flatMap((mode) => (hasRepairs ? [true, false] : [false]).map((repairs) => ({ mode, repairs }))).filter(
    // What neither converts nor repairs is the canonical text itself.
    ({ mode, repairs }) => mode !== 'original' || repairs,
  );

/** Places of notes in one text: canonically, then among what each script shows, as long as any is left. */
async function placesIn(notes: readonly IncomingNote[], on: AnchoredOn, parts: BringParts): Promise<readonly Place[]> {
  const { corrections, careful } = parts;
  const slicing = slicingOf(parts);
  let places: readonly Place[] = await inSlices(anchor(notes, on), slicing);
  const text = on.alignments.now;
  for (const { mode, repairs } of layersOf(text.repairs.length > 0)) {
    if (!places.some(isUnfound)) break;
    const projector = await loadProjector(text.script, mode, careful).catch(() => undefined);
    if (projector === undefined) continue;
    const fixedIn = isConverted(text.script, mode) ? resolverOf(corrections, mode, text).fixedIn : undefined;
    const shown = new ShownText(text, projector, repairs, fixedIn);
    places = await inSlices(anchorDisplayed(notes, places, shown, on.fold), slicing);
  }
  return places;
}

function grouped(notes: readonly Numbered[], textOf: (numbered: Numbered) => string): Map<string, Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  for (const each of notes) {
    const textId = textOf(each);
    const group = groups.get(textId);
    if (group === undefined) groups.set(textId, [each]);
    else group.push(each);
  }
  return groups;
}

/** Notes whose text the file does not say are on the one chosen only where it shows that, or a person said so. */
function withStrangers(brought: readonly Brought[], isIntoAsked: boolean): Brought[] {
  const guessed = brought.filter((each) => each.kind === 'note' && each.isGuessed);
  const strange = isIntoAsked ? [] : strangersAmong(guessed.filter((each) => each.kind === 'note'));
  const strangers = new Set(guessed.filter((_each, index) => strange[index]));
  return brought.map((each) => (each.kind === 'note' ? { ...each, isStranger: strangers.has(each) } : each));
}

/** Brings each note of a file to its text, in the order of the file; rejects with the signal's reason when stopped. */
export async function bringNotes(parts: BringParts): Promise<Brought[]> {
  const { incoming, intoId, texts, at, onProgress } = parts;
  const { notes } = incoming;
  const found = await textsOf(parts);
  const brought: (Brought | undefined)[] = notes.map(() => undefined);
  let done = 0;
  const groups = grouped(
    notes.map((note, index) => ({ note, index })),
    ({ note, index }) => found[index] ?? note.record?.textId ?? intoId,
  );
  const into = await texts.on(intoId);
  if (into === undefined) throw new Error('the text that notes are brought to cannot be read');
  for (const [textId, group] of groups) {
    const here = await texts.on(textId);
    const records = group.flatMap(({ note: { record }, index }) => (record === undefined ? [] : [{ record, index }]));
    const those = records.map(({ record }) => record);
    const text = here?.alignments.now;
    const kept = here === undefined ? those.map(elsewhere) : bringRecords(those, here.alignments, at);
    kept.forEach((each, place) => {
      brought[records[place]?.index ?? -1] = { kind: 'record', text, ...each };
    });
    const others = group.filter(({ note }) => note.record === undefined);
    const on = here ?? into;
    const places = await placesIn(
      others.map(({ note }) => note),
      on,
      parts,
    );
    others.forEach(({ note, index }, place) => {
      brought[index] = {
        ...{
          kind: 'note',
          note,
          text: on.alignments.now,
          isGuessed: here === undefined || found[index] === undefined,
          isStranger: false,
        },
        place: places[place] ?? { kind: 'missing' },
      };
    });
    done += group.length;
    onProgress(done);
  }
  const all = brought.filter((each) => each !== undefined);
  return withStrangers(all, parts.isIntoAsked);
}
