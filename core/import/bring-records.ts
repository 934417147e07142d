import type { Annotation } from '../annotation/annotation';
import { carryToEdition, type Alignments } from '../anchor/carry-to-edition';
import { anchorStateOf, isPlaced, isToCheck } from '../anchor/health';
import { codePointSpan } from '../support/offset';
import { canonicalOf, indexOf } from '../text/text-index';
import type { Text } from '../text/text';
import type { BroughtRecord } from './record-fate';

/** True for a record that was made on another edition and never looked for in this one. */
const isStale = ({ textHash, health, purged }: Annotation, sourceHash: string): boolean =>
  purged === undefined &&
  textHash !== sourceHash &&
  !(health !== undefined && health.state !== 'moved' && health.textHash === sourceHash);

/** True where the words that a record stands on are those that it says, or it stands on none of this edition. */
const standsOnItsWords = ({ textHash, target, quote }: Annotation, text: Text): boolean =>
  textHash !== text.sourceHash ||
  (target.end <= indexOf(text).length && canonicalOf(text, codePointSpan(target.start, target.end)) === quote.exact);

function newIn(record: Annotation, text: Text, wasCarried: boolean): BroughtRecord['isNew'] {
  const { sourceHash } = text;
  if (record.deleted !== undefined) return { fate: 'add', why: 'bin' };
  if (!standsOnItsWords(record, text)) return { fate: 'review', why: 'differs' };
  if (!isToCheck(record, sourceHash)) return { fate: 'add', why: wasCarried ? 'carried' : 'record' };
  const state = anchorStateOf(record, sourceHash);
  return { fate: 'review', why: state === 'moved' ? 'moved' : state === 'review' ? 'changed' : 'missing' };
}

/** A record of a text that is not here: it is kept as it is, and is there when its text comes. */
export const elsewhere = (record: Annotation): BroughtRecord => ({
  record,
  isNew: { fate: 'add', why: record.deleted === undefined ? 'elsewhere' : 'bin' },
});

/**
 * Whole records of a file as they are to be in a text, in the order given: as they are, but for those that were made on
 * another edition of it, which go where their words went. `at` is in milliseconds since 1970 UTC.
 */
export function bringRecords(records: readonly Annotation[], alignments: Alignments, at: number): BroughtRecord[] {
  const { sourceHash, id } = alignments.now;
  // The same file under another name: its marks belong to the text that is here.
  const moved = records.map((record) =>
    record.textId === id ? record : { ...record, textId: id, rev: record.rev + 1 },
  );
  const stale = moved.filter((record) => isStale(record, sourceHash));
  const { drafts } = carryToEdition({ annotations: stale, bookmarks: [], corrections: [] }, alignments, at);
  const carried = new Map(
    drafts.flatMap((draft) => (draft.table === 'annotations' ? [[draft.record.id, draft.record]] : [])),
  );
  return moved.map((record) => {
    const after = isStale(record, sourceHash) ? carried.get(record.id) : undefined;
    const brought = after ?? record;
    return {
      record: brought,
      isNew: newIn(brought, alignments.now, after !== undefined && isPlaced(after, sourceHash)),
    };
  });
}
