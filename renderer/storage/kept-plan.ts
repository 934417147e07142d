import { refusedItem, type PlannedItem } from '#core/import/fate';
import { planImport, type PlanParts } from '#core/import/plan';
import { isChange } from '#core/kept/record-schemas';

/** Entries that are checked before the page may draw. */
const MOST_AT_ONCE = 64;

/**
 * An entry as it is listed: an annotation with several targets becomes several of one number, so that each has a key of
 * its own. Planned anew from the same file, they have the same keys.
 */
export type ListedItem = PlannedItem & { readonly key: number };

/** The item, refused where its record is none that a backup could give back: nothing of the kind may ever be kept. */
function keepable(item: PlannedItem): PlannedItem {
  const { number, record, words } = item;
  if (record === undefined || isChange({ table: 'annotations', record })) return item;
  return refusedItem({ number, why: 'unreadable', words });
}

/** Plans an import, of which each record can be kept. It yields now and then. */
export function* planKept(parts: PlanParts): Generator<undefined, ListedItem[], undefined> {
  const kept: ListedItem[] = [];
  for (const [key, item] of (yield* planImport(parts)).entries()) {
    kept.push({ ...keepable(item), key });
    if (key % MOST_AT_ONCE === MOST_AT_ONCE - 1) yield undefined;
  }
  return kept;
}
