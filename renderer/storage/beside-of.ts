import { besideTurned, type BesideRecord } from '#core/history/beside';
import type { Step } from '#core/history/step';
import type { Change } from '#core/kept/change';
import type { Database } from './database';
import { exchangeOf } from './exchange-of';

/** The record of the same table and key as it is now; undefined where there is none. */
async function nowOf(database: Database, { table, record }: BesideRecord): Promise<BesideRecord | undefined> {
  switch (table) {
    case 'settings': {
      const found = await database.settings.get(record.key);
      return found && { table, record: found };
    }
    case 'texts': {
      const found = await database.texts.get(record.id);
      return found && { table, record: found };
    }
    case 'editions': {
      const found = await database.editions.get([record.textId, record.hash]);
      return found && { table, record: found };
    }
    case 'positions': {
      const found = await database.positions.get(record.textId);
      return found && { table, record: found };
    }
  }
}

/** What a step changed beside its records, as it is to be kept when the step is undone or done again. */
export async function besideOf(
  database: Database,
  { beside = [], edition }: Step,
  direction: 'undone' | 'redone',
  at: number,
): Promise<{ readonly beside: readonly BesideRecord[]; readonly exchanged: readonly Change[] }> {
  const turned = beside.map(async (change) => besideTurned(change, direction, await nowOf(database, change.after), at));
  return {
    beside: (await Promise.all(turned)).filter((record) => record !== undefined),
    exchanged: edition === undefined ? [] : await exchangeOf(database, edition, direction, at),
  };
}
