import { EMPTY_HISTORY, recorded, type History } from '#core/history/session-history';
import { recordKey, type Draft, type Step, type UndoableRecords, type UndoableTable } from '#core/history/step';

/** What could not be kept and is to be tried again: the records as they are to be, and the steps that they are of. */
export class Unkept {
  readonly #drafts = new Map<string, Draft>();
  /** As a history, so that the letters of a note that cannot be kept are one step too. */
  #steps: History = EMPTY_HISTORY;

  /** Remembers a step that could not be kept. */
  add(step: Step): void {
    for (const { after } of step.changes) this.#drafts.set(recordKey(after), after);
    this.#steps = recorded(this.#steps, step);
  }

  /** Forgets records that were kept since. */
  remove(kept: readonly Draft[]): void {
    for (const draft of kept) this.#drafts.delete(recordKey(draft));
  }

  /** Takes out the steps all of whose records were kept since. */
  takeKeptSteps(): readonly Step[] {
    const { done } = this.#steps;
    const isWaiting = ({ changes }: Step): boolean => changes.some(({ after }) => this.#drafts.has(recordKey(after)));
    this.#steps = { done: done.filter(isWaiting), undone: [] };
    return done.filter((step) => !isWaiting(step));
  }

  /** A record as it is to be; undefined for one that is kept. */
  find<Table extends UndoableTable>(table: Table, id: string): UndoableRecords[Table] | undefined {
    // Drafts pair each table with its records; looked up by a type parameter, TypeScript sees their union.
    return this.#drafts.get(recordKey({ table, record: { id } }))?.record as UndoableRecords[Table] | undefined;
  }

  /** All records, by their keys. */
  get drafts(): ReadonlyMap<string, Draft> {
    return this.#drafts;
  }
}
