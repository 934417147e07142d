import type { BesideRecord } from '#core/history/beside';
import type { SettingsStore } from './settings-store';

/**
 * Something a person has set, as it is now: held here, so that a change acts at once, and kept behind it. The disk
 * decides where two windows change the same at once: each adds what it has changed to what lies there, one after the
 * other, and reads it again when another one has written.
 */
export abstract class KeptSetting<Value extends object> {
  #now: Value;
  /** What lies on the disk, as far as this window knows. */
  #kept: Value;
  /** What was changed here and is on its way to the disk, and what has yet to go there. */
  #sending: Partial<Value> = {};
  #pending: Partial<Value> = {};
  #queue: Promise<unknown> = Promise.resolve();
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
      if (changes === undefined) void this.#inTurn(this.#readAgain);
      else this.#takeUp({ ...this.#kept, ...understoodOf(changes, this.parse({ ...this.#kept, ...Object(changes) })) });
    });
  }

  /** The value; a new object after each change. */
  readonly current = (): Value => this.#now;

  /** What lies on the disk now, which may be what another window has set. */
  protected async readKept(): Promise<Value> {
    return this.parse(await this.#store.get(this.#key));
  }

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
    this.#pending = { ...this.#pending, ...changes };
    this.#show({ ...this.#now, ...changes });
    this.#store.tell(this.#key, changes);
    void this.#inTurn(async () => {
      if (await this.#write()) return;
      for (const listener of this.#failureListeners) listener();
    });
  };

  /** Takes it up if it is among records that were kept by someone else, as by restoring a backup. */
  readonly hear = (kept: readonly BesideRecord[]): void => {
    for (const { table, record } of kept) {
      if (table === 'settings' && record.key === this.#key) this.#renew(this.broughtBack(this.parse(record.value)));
    }
  };

  /** Tries again what could not be kept, and resolves to whether the newest value is on the disk. */
  readonly settled = (): Promise<boolean> => this.#inTurn(() => this.#write());

  /** What was kept, or said by another window, as it is understood: what is unreadable falls back. */
  protected abstract parse(kept: unknown): Value;

  /** True for a field that is the same in every window; all others are each window's own. */
  protected readonly isShared: (field: string) => boolean = () => true;

  /** What this window has of a value that comes from a backup. */
  protected broughtBack(value: Value): Value {
    return value;
  }

  /** Shows a value that is another one than what is kept, as what a window has for itself. */
  protected readonly show = (value: Value): void => {
    this.#show(value);
  };

  #renew(value: Value): void {
    this.#kept = value;
    // What is on its way was added to what lay there before, and may end on top of this.
    const isOnItsWay = Object.keys(this.#sending).length > 0;
    if (isOnItsWay) this.#pending = { ...value, ...this.#sending, ...this.#pending };
    this.#show({ ...value, ...this.#pending });
    if (isOnItsWay) void this.#inTurn(() => this.#write());
  }

  /** Writes what is not yet on the disk, on top of what is; false where that cannot be. */
  async #write(): Promise<boolean> {
    this.#sending = this.#pending;
    this.#pending = {};
    if (Object.keys(this.#sending).length === 0) return true;
    const outcome = await this.#store.change(this.#key, (kept) => ({ ...this.parse(kept), ...this.#sending }));
    // Goes along with the next change.
    if (!outcome.ok) this.#pending = { ...this.#sending, ...this.#pending };
    this.#sending = {};
    if (outcome.ok) this.#takeUp(outcome.value);
    return outcome.ok;
  }

  readonly #readAgain = async (): Promise<void> => {
    const kept = await this.#store.get(this.#key).catch(() => undefined);
    if (kept !== undefined) this.#takeUp(this.parse(kept));
  };

  /** Takes up what lies on the disk, under what is not there yet. Nobody hears of what is the same as before. */
  #takeUp(kept: Value): void {
    this.#kept = kept;
    const wanted = new Map(Object.entries({ ...kept, ...this.#sending, ...this.#pending }));
    const now = new Map(Object.entries(this.#now));
    let isOther = false;
    for (const field of new Set([...wanted.keys(), ...now.keys()])) {
      if (!this.isShared(field) || JSON.stringify(now.get(field)) === JSON.stringify(wanted.get(field))) continue;
      now.set(field, wanted.get(field));
      isOther = true;
    }
    // Made of the fields of two values of this type.
    if (isOther) this.#show(Object.fromEntries(now) as Value);
  }

  #show(value: Value): void {
    this.#now = value;
    for (const listener of this.#listeners) listener();
  }

  #inTurn<Outcome>(task: () => Promise<Outcome>): Promise<Outcome> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

/** The fields that were changed, as `parsed` understands them with all others beside; none of what is no object. */
function understoodOf<Value extends object>(changes: unknown, parsed: Value): Partial<Value> {
  if (typeof changes !== 'object' || changes === null) return {};
  const fields = Object.entries(parsed).filter(([field]) => Object.hasOwn(changes, field));
  // Some of the entries of an object are a part of it.
  return Object.fromEntries(fields) as Partial<Value>;
}
