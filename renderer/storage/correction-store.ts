import { recordsAfter, reversed, type CorrectionChange } from '#core/correction/changes';
import { isLive, type Correction } from '#core/correction/correction';
import { failure, success, type Result } from '#core/support/result';
import type { Clock } from './annotation-store';
import type { Database } from './database';
import type { Keeper, KeepFailure } from './keeper';

/** Why changes were not kept; `gone`: one is about a correction that does not exist. */
export type CorrectionFailure = KeepFailure | 'gone';

/**
 * The reader's corrections. All of them are held here, since every text that is shown asks for them at once;
 * a change is seen when it is on the disk.
 */
export class CorrectionStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  readonly #records = new Map<string, Correction>();
  #live: readonly Correction[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(database: Database, keeper: Keeper, clock: Clock) {
    this.#database = database;
    this.#keeper = keeper;
    this.#clock = clock;
  }

  /** Reads what was kept. */
  async load(): Promise<void> {
    for (const record of await this.#database.corrections.toArray()) this.#records.set(record.id, record);
    this.#changed();
  }

  /** The live corrections, a new list after each change; none until they have been read. */
  readonly current = (): readonly Correction[] => this.#live;

  /** Calls back after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The record with this id, a removed one too. */
  readonly find = (id: string): Correction | undefined => this.#records.get(id);

  /**
   * Keeps the changes that `plan` makes of the corrections as they are when its turn comes: all of them or none.
   * Returns the changes that were kept, and the ones that take them back.
   */
  change(
    plan: (live: readonly Correction[]) => readonly CorrectionChange[],
  ): Promise<Result<{ kept: readonly CorrectionChange[]; back: readonly CorrectionChange[] }, CorrectionFailure>> {
    return this.#inTurn(async () => {
      const changes = plan(this.#live);
      const records = recordsAfter(changes, this.find, this.#clock());
      if (records === undefined) return failure('gone');
      const back = reversed(changes, this.find);
      if (records.length > 0) {
        const outcome = await this.#keeper.keep(records.map((record) => ({ table: 'corrections', record })));
        if (!outcome.ok) return outcome;
        for (const record of records) this.#records.set(record.id, record);
        this.#changed();
      }
      return success({ kept: changes, back });
    });
  }

  /** Resolves when every change asked for so far was tried; one that failed was said, and stays where it was typed. */
  readonly settled = async (): Promise<boolean> => {
    await this.#queue;
    return true;
  };

  #changed(): void {
    this.#live = [...this.#records.values()].filter(isLive);
    for (const listener of this.#listeners) listener();
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
