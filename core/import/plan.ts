import { isLive, type Annotation } from '../annotation/annotation';
import { isPlaced, proposalOf } from '../anchor/health';
import { withNewColours } from './own-colours';
import type { Palette } from '../annotation/palette';
import type { Incoming, IncomingNote } from '../exchange/incoming';
import type { CodePointSpan } from '../support/offset';
import { refusedItem, type Outcome, type PlannedItem } from './fate';
import { knownFate, likeFate, newFate, type BroughtNote, type Making } from './note-fate';
import { recordFate, type BroughtRecord } from './record-fate';
import { stableId } from './stable-id';

/** An entry of a file that was brought to its text, with the edition of it that is read where it is here. */
export type Brought =
  | ({ readonly kind: 'record'; readonly sourceHash: string | undefined } & BroughtRecord)
  | ({ readonly kind: 'note' } & BroughtNote);

/** The marks that are here: one by its id, deleted ones too, and all on a text. */
export interface MarksHere {
  readonly find: (id: string) => Annotation | undefined;
  readonly ofText: (textId: string) => readonly Annotation[];
}

/** What an import is planned from. */
export interface PlanParts {
  /** The id of the file's format. */
  readonly format: string;
  readonly incoming: Incoming;
  /** For each note of the file what it was brought to. */
  readonly brought: readonly Brought[];
  readonly here: MarksHere;
  readonly palette: Palette;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Live marks by the words that they stand on. */
class MarksBySpan {
  readonly #here: MarksHere;
  readonly #texts = new Map<string, Map<string, Annotation[]>>();

  constructor(here: MarksHere) {
    this.#here = here;
  }

  at(textId: string, sourceHash: string, { start, end }: CodePointSpan): readonly Annotation[] {
    const spans = this.#texts.get(textId) ?? this.#read(textId, sourceHash);
    return spans.get(`${String(start)} ${String(end)}`) ?? [];
  }

  #read(textId: string, sourceHash: string): Map<string, Annotation[]> {
    const spans = new Map<string, Annotation[]>();
    for (const mark of this.#here.ofText(textId)) {
      if (!isLive(mark) || !isPlaced(mark, sourceHash)) continue;
      const key = `${String(mark.target.start)} ${String(mark.target.end)}`;
      const others = spans.get(key);
      if (others === undefined) spans.set(key, [mark]);
      else others.push(mark);
    }
    this.#texts.set(textId, spans);
    return spans;
  }
}

/** The words that make the id of a note: what its file calls it, else what it says where. */
function wordsOfId(format: string, { foreignId, source, quote, place, created }: IncomingNote): string[] {
  if (foreignId !== undefined) return [format, 'id', foreignId];
  const of = source.hash ?? source.textId ?? source.title ?? source.address ?? '';
  return [format, 'words', of, quote.exact, String(place?.start ?? ''), String(created ?? '')];
}

/** Plans entry after entry; what one of them takes no other takes too. */
class Planner {
  readonly #parts: PlanParts;
  readonly #making: Making;
  readonly #spans: MarksBySpan;
  /** The marks that entries before became or met, by their ids. */
  readonly #met = new Map<string, IncomingNote>();

  constructor(parts: PlanParts) {
    const { palette, incoming, here, at } = parts;
    const own = withNewColours(palette, incoming.ownColours ?? []).own.map(({ id }) => id);
    this.#parts = parts;
    this.#making = {
      pen: palette.pen,
      knowsColour: (colour) => !colour.startsWith('own-') || own.some((id) => id === colour),
      at,
    };
    this.#spans = new MarksBySpan(here);
  }

  outcomeOf(note: IncomingNote, brought: Brought): Outcome {
    return brought.kind === 'record' ? this.#record(note, brought) : this.#note(brought);
  }

  #record(note: IncomingNote, brought: BroughtRecord): Outcome {
    const { id } = brought.record;
    if (this.#met.has(id)) return { fate: 'same', why: 'twice' };
    this.#met.set(id, note);
    return recordFate(note.record ?? brought.record, brought, this.#parts.here.find(id), this.#making.at);
  }

  #note(brought: BroughtNote): Outcome {
    const { note } = brought;
    const { format, here } = this.#parts;
    const words = wordsOfId(format, note);
    const first = note.markId ?? stableId(words, note.created ?? 0);
    const before = this.#met.get(first);
    // Two entries that are one but for what they say are two notes on the same words.
    const id = before === undefined ? first : stableId([...words, note.note], note.created ?? 0);
    const isTwice = before !== undefined && (before.note === note.note || this.#met.has(id));
    if (isTwice) return { fate: 'same', why: 'twice' };
    const known = here.find(id);
    if (known !== undefined) {
      this.#met.set(id, note);
      return knownFate(known, brought, this.#making);
    }
    const like = this.#like(brought);
    this.#met.set(id, note);
    return like ?? newFate(brought, id, this.#making);
  }

  /** A mark on the very words of the note that says the same, or nothing; what says the same comes first. */
  #like(brought: BroughtNote): Outcome | undefined {
    const { text, place, note } = brought;
    if (place.kind !== 'placed') return undefined;
    let merges: { outcome: Outcome; id: string } | undefined;
    for (const mark of this.#spans.at(text.id, text.sourceHash, place.span)) {
      const outcome = likeFate(mark, brought, this.#making);
      if (outcome?.fate === 'same') return outcome;
      if (outcome !== undefined && !this.#met.has(mark.id)) merges ??= { outcome, id: mark.id };
    }
    if (merges !== undefined) this.#met.set(merges.id, note);
    return merges?.outcome;
  }
}

function spanOf(brought: Brought): CodePointSpan | undefined {
  if (brought.kind === 'note') {
    const { place } = brought;
    return place.kind === 'placed' ? place.span : place.kind === 'unsure' ? place.proposal : undefined;
  }
  const { record, sourceHash } = brought;
  if (sourceHash === undefined) return undefined;
  return isPlaced(record, sourceHash) ? record.target : proposalOf(record, sourceHash);
}

/** True for what a person has to ask for: what they took out of the bin for good, and books that are not here. */
const isAskedFor = ({ fate, why }: Outcome): boolean =>
  (fate === 'restore' && why === 'purged') || (fate === 'review' && why === 'stranger');

function itemOf(note: IncomingNote, brought: Brought, outcome: Outcome): PlannedItem {
  const span = spanOf(brought);
  const { record } = note;
  return {
    ...outcome,
    number: note.number,
    isChosen: outcome.record !== undefined && !isAskedFor(outcome),
    textId: brought.kind === 'note' ? brought.text.id : brought.record.textId,
    ...(span !== undefined && { span }),
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
  const items: PlannedItem[] = incoming.refused.map(refusedItem);
  for (const [index, note] of incoming.notes.entries()) {
    const each = brought[index];
    if (each === undefined) throw new Error('a note was brought nowhere');
    items.push(itemOf(note, each, planner.outcomeOf(note, each)));
    if (index % 256 === 255) yield undefined;
  }
  return items.sort((one, other) => one.number - other.number);
}
