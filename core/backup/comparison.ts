import { changeKey, type Change } from '../kept/change';

/**
 * How a record of a backup and the one that is kept here stand to each other. `changed`: they differ. `deletedHere`,
 * `deletedThere`: deleted on one side and not on the other; `there` is the backup. `gone`: deleted wherever it is.
 */
export type Fate = 'added' | 'changed' | 'same' | 'deletedHere' | 'deletedThere' | 'onlyHere' | 'gone';

/** A record here and in the backup, where there is one. At least one of the two is there. */
export interface Compared {
  readonly fate: Fate;
  readonly here: Change | undefined;
  readonly there: Change | undefined;
}

/** JSON with the fields of each object in order, so that equal values are equal texts. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${ordered(field)}`);
  return `{${fields.join(',')}}`;
}

/** Equal for two records exactly if they say the same, whichever revision of it they are. */
export const contentOf = ({ record }: Change, less: readonly string[] = ['rev']): string =>
  ordered(Object.fromEntries(Object.entries(record).filter(([name]) => !less.includes(name))));

/** True if a record is deleted, in the bin or gone from it; what cannot be deleted never is. */
export const isDeleted = ({ record }: Change): boolean => 'deleted' in record;

function fateOf(here: Change | undefined, there: Change | undefined): Fate {
  const isHere = here !== undefined && !isDeleted(here);
  const isThere = there !== undefined && !isDeleted(there);
  if (!isHere && !isThere) return 'gone';
  if (here === undefined) return 'added';
  if (there === undefined) return 'onlyHere';
  if (!isHere) return 'deletedHere';
  if (!isThere) return 'deletedThere';
  const less = ['rev', 'modified'];
  return contentOf(here, less) === contentOf(there, less) ? 'same' : 'changed';
}

/** Compares what is kept here with what is in a backup, record by record: those of the backup first, in its order. */
export function compare(here: readonly Change[], there: readonly Change[]): Compared[] {
  const kept = new Map(here.map((change) => [changeKey(change), change]));
  const compared: Compared[] = [];
  for (const record of there) {
    const found = kept.get(changeKey(record));
    kept.delete(changeKey(record));
    compared.push({ fate: fateOf(found, record), here: found, there: record });
  }
  for (const record of kept.values())
    compared.push({ fate: fateOf(record, undefined), here: record, there: undefined });
  return compared;
}
