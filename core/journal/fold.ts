import { changeKey, type Change } from '../kept/change';
import type { Entry } from './entry';

/** The newest state of a record, and the entry that wrote it. */
interface Held {
  readonly change: Change;
  readonly seq: number;
}

/**
 * What a journal says is kept. Entries come in any order, from snapshots and from the journal's files, also twice: of
 * each record the state that was written last holds.
 */
export class Fold {
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

  /** The records as they are, each with the number of the entry that wrote it. */
  *records(): Generator<Held> {
    for (const states of this.#held.values()) {
      const newest = states.findLast(({ seq }) => !this.#void.has(seq));
      if (newest !== undefined) yield newest;
    }
  }

  #takeChange(change: Change, seq: number): void {
    const key = changeKey(change);
    const states = this.#held.get(key);
    if (states === undefined) {
      this.#held.set(key, [{ change, seq }]);
      return;
    }
    // The state before is held for the case that the newest is void.
    const at = states.findLastIndex((state) => state.seq <= seq) + 1;
    const isKnown = states[at - 1]?.seq === seq;
    states.splice(isKnown ? at - 1 : at, isKnown ? 1 : 0, { change, seq });
    if (states.length > MOST_STATES) states.shift();
  }
}

/** States of a record that are held: an entry is void right after it was written, or never. */
const MOST_STATES = 3;
