import { v7 as newId } from 'uuid';
import type { BesideRecord } from '#core/history/beside';
import { EMPTY_HISTORY, recorded, steppedBack, steppedForward, type History } from '#core/history/session-history';
import {
  doneAgain,
  recordKey,
  takenBack,
  type Draft,
  type EditionChange,
  type RecordChange,
  type Step,
  type StepKind,
  type UndoableRecords,
  type UndoableTable,
} from '#core/history/step';
import { failure, success, type Result } from '#core/support/result';
import { besideOf } from './beside-of';
import { letReopen, type Database } from './database';
import type { Change } from '#core/kept/change';
import type { Keeper, KeepFailure } from './keeper';
import type { LedgerPeers, PeerMessage } from './ledger-peers';
import type { ChangeOptions, Find, Plan } from './plan';
import { Unkept } from './unkept';

/** The clock in milliseconds since 1970 UTC, passed in so that tests can set it. */
export type Clock = () => number;

/** Why a change was not kept; `gone`: it is about a record that does not exist. */
export type LedgerFailure = KeepFailure | 'gone';

/** A step that was undone or done again, and whether it could be kept; undefined where there was none. */
export type TurnOutcome = { readonly step: Step; readonly ok: boolean } | undefined;

/** The database did not answer. */
class Unreadable extends Error {}
const unreadable = (): never => {
  throw new Unreadable();
};

/**
 * The one way in which annotations, bookmarks and corrections change: each change takes its turn, is kept whole or not
 * at all, and can be undone and done again, from any window on the profile.
 */
export class Ledger {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #clock: Clock;
  readonly #peers: LedgerPeers;
  readonly #listeners = new Set<(kept: readonly Draft[]) => void>();
  readonly #besideListeners = new Set<(kept: readonly BesideRecord[]) => void>();
  readonly #editionListeners = new Set<(edition: EditionChange) => void>();
  readonly #unkept = new Unkept();
  #history: History = EMPTY_HISTORY;
  #queue: Promise<unknown> = Promise.resolve();
  /** Until every window knows of a turn, it is not over. */
  #told: Promise<void> = Promise.resolve();

  constructor(database: Database, keeper: Keeper, clock: Clock, peers: LedgerPeers) {
    this.#database = database;
    this.#keeper = keeper;
    this.#clock = clock;
    this.#peers = peers;
    peers.listen((message) => {
      this.#hear(message);
    });
    void peers.post({ kind: 'hello' });
  }

  /** Calls back with the records that were kept, here or in another window, until the returned function is called. */
  readonly onKept = (listener: (kept: readonly Draft[]) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back with what a step kept beside its records, done, undone or done again, here or in another window. */
  readonly onBeside = (listener: (kept: readonly BesideRecord[]) => void): (() => void) => {
    this.#besideListeners.add(listener);
    return () => this.#besideListeners.delete(listener);
  };

  /** Calls back when one edition of a text took another's place, here or in another window, until the end is called. */
  readonly onEdition = (listener: (edition: EditionChange) => void): (() => void) => {
    this.#editionListeners.add(listener);
    return () => this.#editionListeners.delete(listener);
  };

  /** Keeps what `plan` makes of the records as they are when its turn comes. The step is undefined if it is nothing. */
  change(
    kind: StepKind,
    plan: Plan,
    { joins, edition, also = [], beside: besideOfPlan, keepsTrying = false }: ChangeOptions = {},
  ): Promise<Result<Step | undefined, LedgerFailure>> {
    return this.#inTurn(async () => {
      const drafts = await this.#read(() => plan(this.#find));
      if (!drafts.ok) return drafts;
      if (drafts.value === undefined) return failure('gone');
      const beside = besideOfPlan?.() ?? [];
      const extra = [...also, ...beside.map(({ after }) => after)];
      if (drafts.value.length + extra.length === 0) return success(undefined);
      const changes = await this.#read(() => this.#changesOf(drafts.value ?? []));
      if (!changes.ok) return changes;
      const step: Step = {
        id: newId(),
        kind,
        at: this.#clock(),
        changes: changes.value,
        ...(joins !== undefined && { joins }),
        ...(edition !== undefined && { edition }),
        ...(beside.length > 0 && { beside }),
      };
      const outcome = await this.#keepWithUnkept(drafts.value, extra);
      if (outcome.ok) return success(this.#record(step));
      if (keepsTrying) this.#unkept.add(step);
      return outcome;
    });
  }

  /** Takes back the last step, or the one with this id; where that cannot be kept it stays done. */
  readonly undo = (id?: string): Promise<TurnOutcome> => this.#turn('undone', id);

  /** Does again what was undone last; where that cannot be kept it stays undone. */
  readonly redo = (): Promise<TurnOutcome> => this.#turn('redone', undefined);

  /** Waits for every change asked for so far, tries again what failed, and resolves to whether all is on the disk. */
  readonly settled = async (): Promise<boolean> => {
    await this.#queue;
    if (this.#unkept.drafts.size === 0) return true;
    return this.#inTurn(async () => (await this.#keepWithUnkept([], [])).ok);
  };

  /** False for a record that could not be kept yet as it was last changed. */
  isKept(table: UndoableTable, id: string): boolean {
    return this.#unkept.find(table, id) === undefined;
  }

  /** Records of a table as they are now: those given, as the database has them, with those that could not be kept yet. */
  withUnkept<Table extends UndoableTable>(
    table: Table,
    stored: readonly UndoableRecords[Table][],
  ): UndoableRecords[Table][] {
    const records = new Map(stored.map((record) => [record.id, record]));
    for (const { table: of, record } of this.#unkept.drafts.values()) {
      const unkept = of === table ? this.#unkept.find(table, record.id) : undefined;
      if (unkept !== undefined) records.set(record.id, unkept);
    }
    return [...records.values()];
  }

  #turn(direction: 'undone' | 'redone', id: string | undefined): Promise<TurnOutcome> {
    return this.#inTurn(async () => {
      // What a person did last is what they take back, also where it could not be kept at once.
      await this.#keepWithUnkept([], []);
      const steps = direction === 'undone' ? this.#history.done : this.#history.undone;
      const step = id === undefined ? steps.at(-1) : steps.find((each) => each.id === id);
      if (step === undefined) return undefined;
      const drafts = await this.#read(() => this.#turned(step, direction));
      const turned = await this.#read(() => besideOf(this.#database, step, direction, this.#clock()).catch(unreadable));
      if (!drafts.ok || !turned.ok) return { step, ok: false };
      const { beside, exchanged } = turned.value;
      if (!(await this.#keep(drafts.value, [...exchanged, ...beside])).ok) return { step, ok: false };
      // Something new that was kept with it leaves nothing to be done again; it must not forget this very step.
      if (direction === 'undone') this.#recordMeant();
      this.#history = (direction === 'undone' ? steppedBack : steppedForward)(this.#history, step.id);
      this.#told = this.#peers.post({ kind: direction, id: step.id, records: drafts.value, beside });
      if (direction === 'redone') this.#recordMeant();
      this.#tellBeside(beside);
      this.#tellEdition(step);
      return { step, ok: true };
    });
  }

  readonly #find: Find = async <Table extends UndoableTable>(table: Table, id: string) => {
    const unkept = this.#unkept.find(table, id);
    if (unkept !== undefined) return unkept;
    return this.#database.table<UndoableRecords[Table], string>(table).get(id).catch(unreadable);
  };

  /** What each draft changes: the record as it was before beside it. */
  async #changesOf(drafts: readonly Draft[]): Promise<RecordChange[]> {
    const before = await this.#now(drafts);
    return drafts.map((after, index) => ({ before: before[index], after }));
  }

  /** The records of a step as they are to be after it was undone or done again. */
  async #turned({ changes }: Step, direction: 'undone' | 'redone'): Promise<Draft[]> {
    const now = await this.#now(changes.map(({ after }) => after));
    const at = this.#clock();
    return changes
      .map((change, index) => (direction === 'undone' ? takenBack : doneAgain)(change, now[index], at))
      .filter((draft) => draft !== undefined);
  }

  /** The same records as they are now, undefined for one that does not exist. */
  async #now(drafts: readonly Draft[]): Promise<(Draft | undefined)[]> {
    const found = new Map(this.#unkept.drafts);
    for (const table of new Set(drafts.map((draft) => draft.table))) {
      const ids = drafts.filter((draft) => draft.table === table).map(({ record }) => record.id);
      for (const record of await this.#database.table<Draft['record'], string>(table).bulkGet(ids).catch(unreadable)) {
        if (record === undefined || found.has(recordKey({ table, record }))) continue;
        // As the unkept ones: a table with one of its records.
        found.set(recordKey({ table, record }), { table, record } as Draft);
      }
    }
    return drafts.map((draft) => found.get(recordKey(draft)));
  }

  /** Reads for a change; a database that does not answer is a reason, not a bug. */
  async #read<Value>(read: () => Value | Promise<Value>): Promise<Result<Value, 'closed'>> {
    try {
      return success(await read());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      letReopen(this.#database);
      return failure('closed');
    }
  }

  /**
   * Keeps what could not be kept before together with these changes; where that fails, these alone. The steps that were
   * meant then are remembered as soon as all that they changed is on the disk.
   */
  async #keepWithUnkept(drafts: readonly Draft[], also: readonly Change[]): Promise<Result<undefined, KeepFailure>> {
    const newer = new Set(drafts.map(recordKey));
    const waiting = [...this.#unkept.drafts].filter(([key]) => !newer.has(key)).map(([, draft]) => draft);
    let outcome = await this.#keep([...waiting, ...drafts], also);
    if (!outcome.ok && waiting.length > 0 && drafts.length + also.length > 0) outcome = await this.#keep(drafts, also);
    if (outcome.ok) this.#recordMeant();
    return outcome;
  }

  /** Remembers the steps that could be kept at last. */
  #recordMeant(): void {
    for (const step of this.#unkept.takeKeptSteps()) this.#record(step);
  }

  async #keep(drafts: readonly Draft[], also: readonly Change[]): Promise<Result<undefined, KeepFailure>> {
    if (drafts.length + also.length === 0) return success(undefined);
    const outcome = await this.#keeper.keep([...drafts, ...also]);
    if (!outcome.ok) return outcome;
    this.#unkept.remove(drafts);
    this.#tell(drafts);
    return outcome;
  }

  /** Remembers a step, and tells the other windows. Returns it as it is remembered: joined to the one before, or not. */
  #record(step: Step): Step {
    this.#history = recorded(this.#history, step);
    this.#told = this.#peers.post({ kind: 'recorded', step });
    this.#tellBeside((step.beside ?? []).map(({ after }) => after));
    this.#tellEdition(step);
    return this.#history.done.at(-1) ?? step;
  }

  #hear(message: PeerMessage): void {
    switch (message.kind) {
      case 'hello':
        if (this.#history !== EMPTY_HISTORY) void this.#peers.post({ kind: 'history', history: this.#history });
        return;
      case 'history':
        if (this.#history === EMPTY_HISTORY) this.#history = message.history;
        return;
      case 'recorded':
        this.#history = recorded(this.#history, message.step);
        this.#tell(message.step.changes.map(({ after }) => after));
        this.#tellBeside((message.step.beside ?? []).map(({ after }) => after));
        this.#tellEdition(message.step);
        return;
      case 'undone':
      case 'redone': {
        const step = [...this.#history.done, ...this.#history.undone].find(({ id }) => id === message.id);
        this.#history = (message.kind === 'undone' ? steppedBack : steppedForward)(this.#history, message.id);
        this.#tell(message.records);
        this.#tellBeside(message.beside);
        if (step !== undefined) this.#tellEdition(step);
      }
    }
  }

  #tell(kept: readonly Draft[]): void {
    for (const listener of this.#listeners) listener(kept);
  }

  #tellBeside(kept: readonly BesideRecord[]): void {
    if (kept.length > 0) for (const listener of this.#besideListeners) listener(kept);
  }

  #tellEdition({ edition }: Step): void {
    if (edition === undefined) return;
    for (const listener of this.#editionListeners) listener(edition);
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(task).finally(() => this.#told);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
