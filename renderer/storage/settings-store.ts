import type { Result } from '#core/support/result';
import type { Database } from './database';
import type { Keeper, KeepFailure } from './keeper';
import { NO_SETTING_PEERS, type SettingPeers } from './setting-peers';

/** Settings as they lie in the database; what they mean is for the settings feature to say. */
export class SettingsStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #peers: SettingPeers;

  constructor(database: Database, keeper: Keeper, peers: SettingPeers = NO_SETTING_PEERS) {
    this.#database = database;
    this.#keeper = keeper;
    this.#peers = peers;
  }

  /** The value kept under a key, unparsed; undefined if there is none. */
  async get(key: string): Promise<unknown> {
    return (await this.#database.settings.get(key))?.value;
  }

  /** Keeps a value under a key. */
  put(key: string, value: unknown): Promise<Result<undefined, KeepFailure>> {
    return this.#keeper.keep([{ table: 'settings', record: { key, value } }]);
  }

  /** Tells the other windows what was changed of the value under a key. */
  tell(key: string, changes: object): void {
    this.#peers.post({ key, changes });
  }

  /** Calls back with what another window changed of the value under a key. */
  hear(key: string, listener: (changes: unknown) => void): void {
    this.#peers.listen((change) => {
      if (change.key === key) listener(change.changes);
    });
  }
}
