import type { Annotation } from '#core/annotation/annotation';
import { failure, success, type Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import type { Database, ReadingPosition, Setting } from './database';

/** A record to be put in the place of the one with the same key, or to be added. */
export type Change =
  | { readonly table: 'annotations'; readonly record: Annotation }
  | { readonly table: 'texts'; readonly record: Text }
  | { readonly table: 'positions'; readonly record: ReadingPosition }
  | { readonly table: 'settings'; readonly record: Setting };

/** Why a change was not kept. */
export type KeepFailure = 'full' | 'closed' | 'other';

/**
 * The one seam through which everything is kept. A success means that the changes, all of them or none, are on the
 * disk; until then nothing may be called saved. A journal stands before the database here when it comes.
 */
export interface Keeper {
  keep(changes: readonly Change[]): Promise<Result<undefined, KeepFailure>>;
}

/** Error names as the IndexedDB specification and Dexie give them. */
const REASONS: Readonly<Record<string, KeepFailure>> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
};

/** Dexie wraps what the browser reported; the innermost name is the one that tells. */
function reasonOf(error: unknown): KeepFailure {
  let reason: KeepFailure = 'other';
  for (let at: unknown = error; at instanceof Error; at = 'inner' in at ? at.inner : undefined) {
    reason = REASONS[at.name] ?? reason;
  }
  return reason;
}

async function write(database: Database, changes: readonly Change[]): Promise<void> {
  const { annotations, texts, positions, settings } = database;
  await database.transaction('rw', [annotations, texts, positions, settings], async () => {
    for (const change of changes) await database.table(change.table).put(change.record);
  });
}

/** Keeps changes in the database. A connection that the browser closed, as on a full disk, is opened again once. */
export function databaseKeeper(database: Database): Keeper {
  return {
    keep: async (changes) => {
      try {
        await write(database, changes);
        return success(undefined);
      } catch (first) {
        if (reasonOf(first) !== 'closed') return failure(reasonOf(first));
      }
      try {
        await database.open();
        await write(database, changes);
        return success(undefined);
      } catch (second) {
        return failure(reasonOf(second));
      }
    },
  };
}
