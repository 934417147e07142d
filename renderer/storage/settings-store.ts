import type { Result } from '#core/support/result';
import type { Database } from './database';
import type { Keeper, KeepFailure } from './keeper';

/** Settings as they lie in the database; what they mean is for the settings feature to say. */
export class SettingsStore {
  readonly #database: Database;
  readonly #keeper: Keeper;

  constructor(database: Database, keeper: Keeper) {
    this.#database = database;
    this.#keeper = keeper;
  }

  /** The value kept under a key, unparsed; undefined if there is none. */
  async get(key: string): Promise<unknown> {
    return (await this.#database.settings.get(key))?.value;
  }

  /** Keeps a value under a key. */
  put(key: string, value: unknown): Promise<Result<undefined, KeepFailure>> {
    return this.#keeper.keep([{ table: 'settings', record: { key, value } }]);
  }
}
