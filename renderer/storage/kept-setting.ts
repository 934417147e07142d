import type { SettingsStore } from './settings-store';

/** Something a person has set, as it is now: held here, so that a change acts at once, and kept behind it. */
export class KeptSetting<Value extends object> {
  #now: Value;
  #writing: Promise<boolean> = Promise.resolve(true);
  readonly #store: SettingsStore;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #failureListeners = new Set<() => void>();

  constructor(store: SettingsStore, key: string, value: Value) {
    this.#store = store;
    this.#key = key;
    this.#now = value;
  }

  /** The value; a new object after each change. */
  readonly current = (): Value => this.#now;

  /** Calls back after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back when a change could not be kept. */
  readonly onFailure = (listener: () => void): (() => void) => {
    this.#failureListeners.add(listener);
    return () => this.#failureListeners.delete(listener);
  };

  /** Changes some of it, and keeps it. */
  readonly change = (changes: Partial<Value>): void => {
    this.#now = { ...this.#now, ...changes };
    for (const listener of this.#listeners) listener();
    this.#writing = this.#writing.then(async () => {
      const { ok } = await this.#store.put(this.#key, this.#now);
      if (!ok) for (const listener of this.#failureListeners) listener();
      return ok;
    });
  };

  /** Takes up a value that was kept by someone else, as by restoring a backup. */
  protected readonly renew = (value: Value): void => {
    this.#now = value;
    for (const listener of this.#listeners) listener();
  };

  /** Resolves to whether the newest value is on the disk. */
  readonly settled = (): Promise<boolean> => this.#writing;
}
