import type { SettingsStore } from './settings-store';

/** Something a person has set, as it is now: held here, so that a change acts at once, and kept behind it. */
export abstract class KeptSetting<Value extends object> {
  #now: Value;
  /** What lies on the disk: what was changed last, in whichever window. */
  #kept: Value;
  #writing: Promise<boolean> = Promise.resolve(true);
  readonly #store: SettingsStore;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #failureListeners = new Set<() => void>();

  constructor(store: SettingsStore, key: string, value: Value) {
    this.#store = store;
    this.#key = key;
    this.#now = value;
    this.#kept = value;
    store.hear(key, (changes) => {
      const heard = this.understand(changes);
      if (heard === undefined) return;
      this.#kept = { ...this.#kept, ...heard };
      this.#show({ ...this.#now, ...this.sharedOf(heard) });
    });
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
    this.#kept = { ...this.#kept, ...changes };
    this.#show({ ...this.#now, ...changes });
    this.#store.tell(this.#key, changes);
    this.#writing = this.#writing.then(async () => {
      const { ok } = await this.#store.put(this.#key, this.#kept);
      if (!ok) for (const listener of this.#failureListeners) listener();
      return ok;
    });
  };

  /** Takes up a value that was kept by someone else, as by restoring a backup. */
  protected readonly renew = (value: Value): void => {
    this.#kept = value;
    this.#show(value);
  };

  /** Shows a value that is another one than what is kept, as what a window has for itself. */
  protected readonly show = (value: Value): void => {
    this.#show(value);
  };

  /** What another window says it has changed; undefined where it cannot be understood. */
  protected abstract understand(changes: unknown): Partial<Value> | undefined;

  /** What of changes made in another window is to be seen in this one. */
  protected sharedOf(changes: Partial<Value>): Partial<Value> {
    return changes;
  }

  #show(value: Value): void {
    this.#now = value;
    for (const listener of this.#listeners) listener();
  }

  /** Resolves to whether the newest value is on the disk. */
  readonly settled = (): Promise<boolean> => this.#writing;
}

/** The fields that were changed, as `parsed` understands them with all others beside; undefined for what is no object. */
export function understoodOf<Value extends object>(changes: unknown, parsed: Value): Partial<Value> | undefined {
  if (typeof changes !== 'object' || changes === null) return undefined;
  const fields = Object.entries(parsed).filter(([field]) => Object.hasOwn(changes, field));
  // Some of the entries of an object are a part of it.
  return Object.fromEntries(fields) as Partial<Value>;
}
