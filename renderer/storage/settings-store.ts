import { failure, success, type Result } from '#core/support/result';
import { letReopen, type Database } from './database';
import type { Keeper, KeepFailure } from './keeper';
import { NO_SETTING_PEERS, type SettingChange, type SettingPeers } from './setting-peers';

type Listener = (changes: unknown) => void;

/** Settings as they lie in the database; what they mean is for the settings feature to say. */
export class SettingsStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #peers: SettingPeers;
  readonly #listeners = new Map<string, Listener[]>();
  /** What others said before anybody here listened: it may have come after what was read. */
  readonly #unheard: SettingChange[] = [];

  constructor(database: Database, keeper: Keeper, peers: SettingPeers = NO_SETTING_PEERS) {
    this.#database = database;
    this.#keeper = keeper;
    this.#peers = peers;
    peers.listen((change) => {
      const listeners = this.#listeners.get(change.key);
      if (listeners === undefined) this.#unheard.push(change);
      for (const listener of listeners ?? []) listener(change.changes);
    });
  }

  /** The value kept under a key, unparsed; undefined if there is none. */
  async get(key: string): Promise<unknown> {
    return (await this.#database.settings.get(key))?.value;
  }

  /** Keeps a value under a key, whatever lies there. */
  put(key: string, value: unknown): Promise<Result<undefined, KeepFailure>> {
    return this.#keeper.keep([{ table: 'settings', record: { key, value } }]);
  }

  /** Keeps what `changed` makes of the value under a key, unparsed, while no other window changes it. */
  change<Value>(key: string, changed: (kept: unknown) => Value): Promise<Result<Value, KeepFailure>> {
    return this.#peers.inTurn(key, async () => {
      const read = await this.#read(key);
      if (!read.ok) return read;
      const value = changed(read.value);
      const outcome = await this.put(key, value);
      if (!outcome.ok) return outcome;
      this.#peers.post({ key });
      return success(value);
    });
  }

  /** Tells the other windows what was changed of the value under a key, before it is kept. */
  tell(key: string, changes: object): void {
    this.#peers.post({ key, changes });
  }

  /** Calls back with what another window changed of the value under a key; with undefined when that is on the disk. */
  hear(key: string, listener: Listener): void {
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
    for (const change of this.#unheard) if (change.key === key) listener(change.changes);
  }

  /** A connection that a full disk broke is opened again once. */
  async #read(key: string): Promise<Result<unknown, 'closed'>> {
    try {
      return success(await this.get(key));
    } catch {
      letReopen(this.#database);
    }
    try {
      return success(await this.get(key));
    } catch {
      return failure('closed');
    }
  }
}
