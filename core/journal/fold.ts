import { changeKey, nameOf, type Change, type KeptTable } from '../kept/change';
import type { Entry } from './entry';

/** The state of a record, and the number of the entry that wrote it. */
export interface Held {
  readonly change: Change;
  readonly seq: number;
}

/**
 * Entries after which an entry is void no more: that it does not hold is said right after it was written. Far more than
 * are ever under way at once.
 */
const SETTLED_AFTER = 1_000;

/**
 * What a journal says is kept. Entries come in any order, from snapshots and from the journal's files, also twice: of
 * each record the state that was written last, and holds, is the one.
 */
export class Fold {
  /** The states of each record in the order of their entries, as far back as any may still have to hold. */
  readonly #held = new Map<string, Held[]>();
  readonly #void = new Set<number>();
  #last = 0;
  #journal: string | undefined;

  /** Takes up an entry. */
  take(entry: Entry): void {
    this.#last = Math.max(this.#last, entry.seq);
    this.#journal = entry.journal ?? this.#journal;
    for (const seq of entry.voids ?? []) this.#void.add(seq);
    for (const change of entry.changes) this.#takeChange(change, entry.seq);
  }

  /** Number of the last entry; 0 where there was none. */
  get seq(): number {
    return this.#last;
  }

  /** The id of the journal, where an entry said it. */
  get journal(): string | undefined {
    return this.#journal;
  }

  /** Numbers of the entries that do not hold, ascending. */
  get voids(): number[] {
    return [...this.#void].sort((a, b) => a - b);
  }

  /** The records as they are, each with the number of the entry that wrote it. */
  *records(): Generator<Held> {
    for (const states of this.#held.values()) {
      const newest = this.#newest(states);
      if (newest !== undefined) yield newest;
    }
  }

  /** The record with this key as it is, where there is one. */
  find(table: KeptTable, key: string): Change | undefined {
    return this.#newest(this.#held.get(nameOf(table, key)) ?? [])?.change;
  }

  #newest(states: readonly Held[]): Held | undefined {
    return states.findLast(({ seq }) => !this.#void.has(seq));
  }

  #takeChange(change: Change, seq: number): void {
    const key = changeKey(change);
    const states = this.#held.get(key);
    if (states === undefined) {
      this.#held.set(key, [{ change, seq }]);
      return;
    }
    const at = states.findLastIndex((state) => state.seq <= seq) + 1;
    const isKnown = states[at - 1]?.seq === seq;
    states.splice(isKnown ? at - 1 : at, isKnown ? 1 : 0, { change, seq });
    // Where many writes fail one after the other, the last that held may lie far back.
    const isSettled = (state: Held | undefined): boolean =>
      state !== undefined && state.seq < this.#last - SETTLED_AFTER && !this.#void.has(state.seq);
    while (isSettled(states[1])) states.shift();
  }
}
