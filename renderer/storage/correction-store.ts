import { recordsAfter, type CorrectionChange } from '#core/correction/changes';
import { isLive, type Correction } from '#core/correction/correction';
import type { Step, StepKind } from '#core/history/step';
import type { Result } from '#core/support/result';
import type { Database } from './database';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** Why changes were not kept; `gone`: one is about a correction that does not exist. */
export type CorrectionFailure = LedgerFailure;

/**
 * The reader's corrections. All of them are held here, since every text that is shown asks for them at once;
 * a change is seen when it is on the disk.
 */
export class CorrectionStore {
  readonly #database: Database;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  readonly #records = new Map<string, Correction>();
  #live: readonly Correction[] = [];

  constructor(database: Database, ledger: Ledger, clock: Clock) {
    this.#database = database;
    this.#ledger = ledger;
    this.#clock = clock;
    ledger.onKept((kept) => {
      const records = kept.filter((draft) => draft.table === 'corrections').map(({ record }) => record);
      for (const record of records) this.#records.set(record.id, record);
      if (records.length > 0) this.#changed();
    });
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
   * Returns the step that they are; undefined where there was nothing to change.
   */
  change(
    kind: StepKind,
    plan: (live: readonly Correction[]) => readonly CorrectionChange[],
  ): Promise<Result<Step | undefined, CorrectionFailure>> {
    return this.#ledger.change(kind, () =>
      recordsAfter(plan(this.#live), this.find, this.#clock())?.map((record) => ({ table: 'corrections', record })),
    );
  }

  #changed(): void {
    this.#live = [...this.#records.values()].filter(isLive);
    for (const listener of this.#listeners) listener();
  }
}
