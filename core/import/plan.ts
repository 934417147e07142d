import { parseTags, type Annotation } from '../annotation/annotation';
import { isPlaced, proposalOf } from '../anchor/health';
import { withNewColours } from './own-colours';
import type { Palette } from '../annotation/palette';
import type { Incoming, IncomingNote } from '../exchange/incoming';
import { targetAt } from '../anchor/describe';
import type { CodePointSpan } from '../support/offset';
import type { Fold } from '../search/fold';
import { canonicalOf } from '../text/text-index';
import type { Text } from '../text/text';
import { refusedItem, type Outcome, type PlannedItem } from './fate';
import { MarksByWords, type MarksHere } from './marks-by-words';
import { knownFate, likeFate, markOf, metFate, newFate, type BroughtNote, type Making } from './note-fate';
import { holdSame, recordFate, type BroughtRecord } from './record-fate';
import { isOfTime, meetingFate, type Newcomer } from './meeting';
import { isSameMark, saysText, wordsOf } from './same-mark';
import { stableId } from './stable-id';

/** An entry of a file that was brought to its text, with that where it is here. */
export type Brought =
  | ({ readonly kind: 'record'; readonly text: Text | undefined } & BroughtRecord)
  | ({ readonly kind: 'note' } & BroughtNote);

/** What an import is planned from. */
export interface PlanParts {
  /** The id of the file's format. */
  readonly format: string;
  readonly incoming: Incoming;
  /** For each note of the file what it was brought to. */
  readonly brought: readonly Brought[];
  readonly here: MarksHere;
  readonly palette: Palette;
  readonly fold: Fold;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** The words that make the id of a note: what its file calls it, else what it says where. */
function wordsOfId(format: string, { markId, foreignId, source, quote, place, created }: IncomingNote): string[] {
  const of = source.hash ?? source.textId ?? source.title ?? source.address ?? '';
  // What has the id of a mark that it is not is known by that, its text and its words.
  if (markId !== undefined) return [format, 'mark', markId, of, quote.exact];
  if (foreignId !== undefined) return [format, 'id', foreignId];
  return [format, 'words', of, quote.exact, String(place?.start ?? ''), String(created ?? '')];
}

/** True for what a person has to ask for: what comes out of the bin or goes there, and books that are not here. */
const isAskedFor = ({ fate, why }: Outcome): boolean =>
  fate === 'restore' || (fate === 'merge' && why === 'deleted') || (fate === 'review' && why === 'stranger');

/** What is made of each, in order; it yields now and then. */
function* eachOf<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Generator<undefined, Made[], undefined> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    if (index % 64 === 63) yield undefined;
  }
  return made;
}

const TWICE: Outcome = { fate: 'same', why: 'twice' };
const OLDER: Outcome = { fate: 'same', why: 'older' };

/** The whole records of a file by their ids: of those with one id the one that was changed last, of two such the first. */
function latestRecords(notes: readonly IncomingNote[]): ReadonlyMap<string, Annotation> {
  const latest = new Map<string, Annotation>();
  for (const { record } of notes) {
    if (record === undefined) continue;
    const other = latest.get(record.id);
    if (other === undefined || record.modified > other.modified) latest.set(record.id, record);
  }
  return latest;
}

/** Plans the entries of a file; what one of them takes no other takes too. */
class Planner {
  readonly #parts: PlanParts;
  readonly #making: Making;
  /** What the entries say that were identified so far, by their ids. */
  readonly #says = new Map<string, string>();
  /** The first entry that has an id. */
  readonly #first = new Map<string, Brought>();
  /** The marks that are here and do not stay as they are. */
  readonly #changed = new Map<string, Annotation>();
  readonly #marks: MarksByWords;
  /** The ids of marks that an entry is. */
  readonly #taken = new Set<string>();
  readonly #latest: ReadonlyMap<string, Annotation>;

  constructor(parts: PlanParts) {
    const { palette, incoming, here, at } = parts;
    this.#latest = latestRecords(incoming.notes);
    const own = withNewColours(palette, incoming.ownColours ?? []).own.map(({ id }) => id);
    this.#parts = parts;
    this.#making = {
      pen: palette.pen,
      knowsColour: (colour) => !colour.startsWith('own-') || own.some((id) => id === colour),
      at,
    };
    this.#marks = new MarksByWords(here, this.#changed, parts.fold);
  }

  /** The id of an entry's mark; undefined for one that the file has besides. To be asked once, in the order of the file. */
  identify(note: IncomingNote, brought: Brought): string | undefined {
    if (note.record !== undefined && this.#latest.get(note.record.id) !== note.record) return undefined;
    const id = brought.kind === 'record' ? brought.record.id : this.#idOf(brought);
    if (id === undefined || this.#says.has(id)) return undefined;
    this.#says.set(id, note.note);
    this.#first.set(id, brought);
    return id;
  }

  /** What becomes of an entry that the file has besides. */
  besides({ record }: IncomingNote): Outcome {
    const other = record && this.#latest.get(record.id);
    return other === undefined || holdSame(other, record) ? TWICE : OLDER;
  }

  /** The id of a mark that the file gives a note, where that can be the mark. */
  #givenId(brought: BroughtNote): string | undefined {
    const { markId } = brought.note;
    if (markId === undefined) return undefined;
    const first = this.#first.get(markId);
    const mark = this.#parts.here.find(markId) ?? (first && this.#markOf(first, markId));
    const isMark = mark === undefined ? saysText(brought) : isSameMark(mark, brought, this.#parts.fold);
    return isMark ? markId : undefined;
  }

  #markOf(brought: Brought, id: string): Annotation {
    return brought.kind === 'record' ? brought.record : markOf(brought, id, this.#making);
  }

  #idOf(brought: BroughtNote): string | undefined {
    const { note } = brought;
    const { format, here } = this.#parts;
    const words = wordsOfId(format, note);
    const own = stableId(words, note.created ?? 0);
    // Once it has an id of its own it keeps that one.
    const id = (here.find(own) === undefined ? this.#givenId(brought) : undefined) ?? own;
    if (!this.#says.has(id)) return id;
    // Two entries that are one but for what they say are two notes on the same words.
    return this.#says.get(id) === note.note ? undefined : stableId([...words, note.note], note.created ?? 0);
  }

  /** What becomes of an entry whose mark is known by its id; undefined for one that is new. */
  known(id: string, note: IncomingNote, brought: Brought): Outcome | undefined {
    const { here } = this.#parts;
    const own = here.find(id);
    const met = own === undefined ? here.thatMet(id) : undefined;
    const outcome = met !== undefined ? this.#met(met, id, note, brought) : own && this.#own(own, note, brought);
    const mark = own ?? met;
    if (mark !== undefined) this.#taken.add(mark.id);
    if (mark !== undefined && outcome?.record !== undefined && !isAskedFor(outcome))
      this.#changed.set(mark.id, outcome.record);
    return outcome;
  }

  #own(own: Annotation, { record }: IncomingNote, brought: Brought): Outcome {
    return brought.kind === 'record'
      ? recordFate(record ?? brought.record, brought, own, this.#making.at)
      : knownFate(own, brought, this.#making);
  }

  #met(met: Annotation, id: string, { note, tags, modified }: IncomingNote, brought: Brought): Outcome {
    const isTaken = this.#says.has(met.id) || this.#changed.has(met.id);
    const says = { note, tags: parseTags(tags.join('\n')), ...(modified !== undefined && { modified }) };
    return metFate(met, says, this.#markOf(brought, id), this.#making, isTaken);
  }

  /** What becomes of an entry that is new by its id: a mark may be here on its words that says the same, or nothing. */
  other(id: string, note: IncomingNote, brought: Brought): Outcome {
    // What is said of another text, or was deleted, says nothing of a mark on this one.
    const isApart = brought.kind === 'note' ? brought.isStranger : brought.record.deleted !== undefined;
    const newcomer = isApart ? undefined : this.#newcomer(id, note, brought);
    const met = newcomer && (this.#like(newcomer) ?? this.#meeting(newcomer) ?? this.#said(newcomer, brought));
    if (met !== undefined) return met;
    return brought.kind === 'note' ? newFate(brought, id, this.#making) : { ...brought.isNew, record: brought.record };
  }

  #newcomer(id: string, note: IncomingNote, brought: Brought): Newcomer | undefined {
    const { text } = brought;
    if (text === undefined) return undefined;
    const { created } = note;
    const says = { note: note.note, tags: parseTags(note.tags.join('\n')) };
    if (brought.kind === 'note') {
      const { place } = brought;
      const target = place.kind === 'placed' ? targetAt(text, place.span) : undefined;
      return { ...{ id, text, created, target }, ...says, words: wordsOf(brought) };
    }
    const { record, isNew } = brought;
    const { target: span, textHash, quote } = record;
    const isSure = isPlaced(record, text.sourceHash) && isNew.why !== 'differs';
    const target = isSure ? { target: span, textHash, quote } : undefined;
    return { ...{ id, text, created, target }, ...says, words: [record.quote.exact] };
  }

  #like(newcomer: Newcomer): Outcome | undefined {
    const { text, target } = newcomer;
    if (target === undefined) return undefined;
    let merges: { readonly outcome: Outcome; readonly id: string } | undefined;
    for (const mark of this.#marks.on(text, target.target)) {
      const outcome = likeFate(mark, newcomer.id, newcomer, this.#making);
      if (outcome?.fate === 'same') return outcome;
      if (outcome !== undefined && !this.#says.has(mark.id)) merges ??= { outcome, id: mark.id };
    }
    if (merges !== undefined) this.#says.set(merges.id, newcomer.note);
    return merges?.outcome;
  }

  /** What becomes of an entry where a mark without a place says the same; each such mark is one entry at most. */
  #meeting(newcomer: Newcomer): Outcome | undefined {
    const { text, words, note, created } = newcomer;
    const free = this.#marks.without(text, words, note).filter(({ id }) => !this.#taken.has(id) && !this.#says.has(id));
    const mark = free.find((each) => isOfTime(created, each)) ?? free[0];
    if (mark === undefined) return undefined;
    this.#taken.add(mark.id);
    return meetingFate(mark, newcomer, this.#making.at);
  }

  /** That an entry whose words stand more than once is a mark on one of them, which says the same of the same time. */
  #said({ text, note, created }: Newcomer, brought: Brought): Outcome | undefined {
    if (brought.kind !== 'note' || brought.place.kind !== 'unsure' || brought.place.why !== 'several') return undefined;
    const marks = this.#marks.saying(text, canonicalOf(text, brought.place.proposal));
    const isHere = marks.some((mark) => isOfTime(created, mark) && mark.note.trim() === note.trim());
    return isHere ? { fate: 'same', why: 'identical' } : undefined;
  }
}

function spanOf(brought: Brought): CodePointSpan | undefined {
  if (brought.kind === 'note') {
    const { place } = brought;
    return place.kind === 'placed' ? place.span : place.kind === 'unsure' ? place.proposal : undefined;
  }
  const { record, text, isNew } = brought;
  // Where other words stand than it says, or it is deleted, its own are what there is to show.
  if (text === undefined || isNew.why === 'differs' || isNew.why === 'bin') return undefined;
  const { sourceHash } = text;
  return isPlaced(record, sourceHash) ? record.target : proposalOf(record, sourceHash);
}

function itemOf(note: IncomingNote, brought: Brought, outcome: Outcome, here: MarksHere): PlannedItem {
  const span = spanOf(brought);
  const { record } = note;
  const { title } = note.source;
  const yours = outcome.why === 'both' ? here.find(outcome.record?.id ?? '')?.note : undefined;
  return {
    ...outcome,
    number: note.number,
    isChosen: outcome.record !== undefined && !isAskedFor(outcome),
    textId: brought.kind === 'note' ? brought.text.id : brought.record.textId,
    ...(span !== undefined && { span }),
    ...(yours !== undefined && { yours }),
    ...(outcome.why === 'stranger' && title !== undefined && { strangeTitle: title }),
    words: (record ?? note).quote.exact,
    note: (record ?? note).note,
    tags: (record ?? note).tags,
  };
}

/**
 * What importing a file does, entry by entry in the order of their numbers: every entry of the file is among them. It
 * yields now and then.
 */
export function* planImport(parts: PlanParts): Generator<undefined, PlannedItem[], undefined> {
  const { incoming, brought } = parts;
  const planner = new Planner(parts);
  const entries = yield* eachOf(incoming.notes, (note, index) => {
    const each = brought[index];
    if (each === undefined) throw new Error('a note was brought nowhere');
    return { note, brought: each, id: planner.identify(note, each) };
  });
  // What is known by its id comes first: it may take a mark from where another entry would have found it.
  const known = yield* eachOf(entries, ({ id, note, brought: each }) =>
    id === undefined ? planner.besides(note) : planner.known(id, note, each),
  );
  const items = yield* eachOf(entries, ({ note, brought: each, id }, index) => {
    const isNew = known[index] === undefined && id !== undefined;
    return itemOf(note, each, (isNew ? planner.other(id, note, each) : known[index]) ?? TWICE, parts.here);
  });
  return [...incoming.refused.map(refusedItem), ...items].sort((one, other) => one.number - other.number);
}
