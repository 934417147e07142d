import { changeKey, type Change } from '../kept/change';
import { contentOf, isDeleted, type Compared } from './comparison';

/** How a backup is restored: beside what is here, the newer of two winning; or in its place. */
export const RESTORE_MODES = ['merge', 'replace'] as const;

/** One of RESTORE_MODES. */
export type RestoreMode = (typeof RESTORE_MODES)[number];

/** What restoring does to one record; `before` is undefined for one that is not here. Both are of one table and key. */
export interface Restored {
  readonly before: Change | undefined;
  readonly after: Change;
}

type Revised = Extract<Change, { table: 'annotations' | 'bookmarks' | 'corrections' | 'positions' }>;
type Deletable = Exclude<Revised, { table: 'positions' }>;

const isRevised = (change: Change): change is Revised => 'rev' in change.record;
const isDeletable = (change: Change): change is Deletable => isRevised(change) && change.table !== 'positions';

const isPurged = (change: Change): boolean => 'purged' in change.record;

/** The same record with some of its fields changed; a spread keeps a record of its table one. */
const withFields = (change: Revised, fields: { rev: number; modified?: number; deleted?: number }): Change =>
  ({ ...change, record: { ...change.record, ...fields } }) as Change;

/** What is here, deleted by a sign: its words stay, so that it can come back. */
const binned = (here: Deletable, at: number): Change =>
  withFields(here, { rev: here.record.rev + 1, modified: at, deleted: here.record.deleted ?? at });

/** The record of the backup as a revision later than the one here, so that nobody takes it for the older one. */
function asNewest(here: Revised, there: Revised, at: number): Change {
  // Of what was purged there only a sign is left. Here its words still are, and no restoring takes them.
  if (isPurged(there) && !isPurged(here) && isDeletable(here)) return binned(here, at);
  return withFields(there, { rev: Math.max(here.record.rev + 1, there.record.rev) });
}

const isNewer = ({ record: one }: Revised, { record: other }: Revised): boolean =>
  one.rev > other.rev || (one.rev === other.rev && one.modified > other.modified);

function merged(here: Change, there: Change, at: number): Change | undefined {
  if (!isRevised(here) || !isRevised(there)) return undefined;
  if (!isNewer(there, here) || contentOf(here) === contentOf(there)) return undefined;
  return isPurged(there) ? asNewest(here, there, at) : there;
}

function replaced(here: Change, there: Change | undefined, at: number): Change | undefined {
  if (there === undefined) return isDeletable(here) && !isDeleted(here) ? binned(here, at) : undefined;
  if (contentOf(here) === contentOf(there)) return undefined;
  return isRevised(here) && isRevised(there) ? asNewest(here, there, at) : there;
}

/** The edition of a text that is not the one read after restoring: what was marked on it is looked up there. */
function leftEdition({ here, there }: Compared, mode: RestoreMode): Change | undefined {
  if (here?.table !== 'texts' || there?.table !== 'texts') return undefined;
  if (here.record.sourceHash === there.record.sourceHash) return undefined;
  const { record } = mode === 'merge' ? there : here;
  return { table: 'editions', record: { hash: record.sourceHash, textId: record.id, text: record } };
}

/**
 * What restoring does, record by record; nothing for records that stay as they are. Merging takes what is missing and,
 * of two, the higher revision, by its time where they are equal; what has no revision stays. Replacing makes everything
 * as in the backup, as later revisions, and deletes by a sign what is only here. `at`: milliseconds since 1970 UTC.
 */
export function restorePlan(compared: readonly Compared[], mode: RestoreMode, at: number): Restored[] {
  const plan: Restored[] = [];
  const known = new Set(compared.map(({ here, there }) => here ?? there).map((each) => each && changeKey(each)));
  for (const pair of compared) {
    const { here, there } = pair;
    const after =
      here === undefined ? there : mode === 'merge' ? there && merged(here, there, at) : replaced(here, there, at);
    if (after !== undefined) plan.push({ before: here, after });
    const left = leftEdition(pair, mode);
    if (left !== undefined && !known.has(changeKey(left))) plan.push({ before: undefined, after: left });
  }
  return plan;
}
