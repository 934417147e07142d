import type { Annotation } from '#core/annotation/annotation';
import { Alignments } from '#core/anchor/carry-to-edition';
import { FIRST_PALETTE, type Palette } from '#core/annotation/palette';
import type { Incoming, IncomingNote, Refused } from '#core/exchange/incoming';
import { anchor, type AnchoredOn, type Place } from '#core/import/anchor';
import { bringRecords, elsewhere } from '#core/import/bring-records';
import type { PlannedItem } from '#core/import/fate';
import { planImport, type Brought } from '#core/import/plan';
import type { Fold } from '#core/search/fold';
import type { Text } from '#core/text/text';

/** A note of another program's file on these words. */
export const incomingNote = (exact: string, parts: Partial<IncomingNote> = {}): IncomingNote => ({
  number: 1,
  source: {},
  quote: { exact, prefix: '', suffix: '' },
  note: '',
  tags: [],
  ...parts,
});

/** A whole record as Zhupi's own file holds it. */
export const incomingRecord = (record: Annotation, number = 1): IncomingNote => ({
  number,
  record,
  source: { textId: record.textId, hash: record.textHash },
  quote: record.quote,
  note: record.note,
  tags: record.tags,
});

/** A file of these notes, numbered from 1. */
export const incomingOf = (notes: readonly IncomingNote[], refused: readonly Refused[] = []): Incoming => ({
  notes: notes.map((note, index) => ({ ...note, number: index + 1 })),
  refused,
});

/** Runs what yields now and then to its end. */
export function toEnd<Value>(work: Generator<unknown, Value, undefined>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** A text that notes are brought to, with editions that it had before. */
export const anchoredOn = (text: Text, fold: Fold, before: readonly Text[] = []): AnchoredOn => {
  const editions = new Map(before.map((edition) => [edition.sourceHash, edition]));
  return { alignments: new Alignments(text, editions, fold), edition: (hash) => editions.get(hash), fold };
};

/** Where notes stand. */
export const placesOf = (notes: readonly IncomingNote[], on: AnchoredOn): Place[] => toEnd(anchor(notes, on));

/** What importing a file does to a text and the marks that are here. */
export function planned(
  incoming: Incoming,
  on: AnchoredOn,
  here: readonly Annotation[],
  { at = 1_000_000, palette = FIRST_PALETTE }: { at?: number; palette?: Palette } = {},
): PlannedItem[] {
  const text = on.alignments.now;
  const places = placesOf(incoming.notes, on);
  const brought = incoming.notes.map((note, index): Brought => {
    const { record } = note;
    const place = places[index] ?? { kind: 'missing' };
    if (record === undefined) return { kind: 'note', note, text, place, isGuessed: false, isStranger: false };
    if (record.textId !== text.id) return { kind: 'record', text: undefined, ...elsewhere(record) };
    const [kept] = bringRecords([record], on.alignments, at);
    if (kept === undefined) throw new Error('no record was brought');
    return { kind: 'record', text, ...kept };
  });
  const byId = new Map(here.map((mark) => [mark.id, mark]));
  const marks = {
    find: (id: string) => byId.get(id),
    thatMet: (id: string) => here.findLast((mark) => mark.met?.includes(id)),
    ofText: (textId: string) => here.filter((mark) => mark.textId === textId),
  };
  return toEnd(planImport({ format: 'test', incoming, brought, here: marks, palette, fold: on.fold, at }));
}

/** The marks that are here after all that is ticked was imported. */
export function importedInto(here: readonly Annotation[], items: readonly PlannedItem[]): Annotation[] {
  const byId = new Map(here.map((mark) => [mark.id, mark]));
  for (const { record, isChosen } of items) if (record !== undefined && isChosen) byId.set(record.id, record);
  return [...byId.values()];
}
