import {
  edited,
  isLive,
  newAnnotation,
  type Annotation,
  type AnnotationEdit,
  type NewAnnotation,
} from '#core/annotation/annotation';
import { failure, success, type Result } from '#core/support/result';
import type { Database } from './database';
import type { Keeper, KeepFailure } from './keeper';

/** Why an edit was not kept; `gone`: there is no such mark any more. */
export type EditFailure = KeepFailure | 'gone';

/** The clock in milliseconds since 1970 UTC, passed in so that tests can set it. */
export type Clock = () => number;

/** Reads marks from the database and writes them through the keeper, one change after the other. */
export class AnnotationStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #clock: Clock;
  #queue: Promise<unknown> = Promise.resolve();
  /** New marks that are not on the disk yet, so that a later edit can keep what the first try could not. */
  readonly #unkept = new Map<string, Annotation>();

  constructor(database: Database, keeper: Keeper, clock: Clock) {
    this.#database = database;
    this.#keeper = keeper;
    this.#clock = clock;
  }

  /** All marks on a text that are not in the bin, in no order. */
  async ofText(textId: string): Promise<Annotation[]> {
    return (await this.#database.annotations.where('textId').equals(textId).toArray()).filter(isLive);
  }

  /** True if the text has ever been marked; what is in the bin counts, since it can come back. */
  async isMarked(textId: string): Promise<boolean> {
    return (await this.#database.annotations.where('textId').equals(textId).count()) > 0;
  }

  /** Makes a mark and keeps it. The mark is there at once; `kept` tells whether it is on the disk. */
  add(parts: Omit<NewAnnotation, 'created'>): { made: Annotation; kept: Promise<Result<Annotation, EditFailure>> } {
    const made = newAnnotation({ ...parts, created: this.#clock() });
    this.#unkept.set(made.id, made);
    return { made, kept: this.#inTurn(() => this.#keep(made)) };
  }

  /** Changes a mark. Edits take their turn, so that each builds on the one before and none is overwritten. */
  edit(id: string, edit: AnnotationEdit): Promise<Result<Annotation, EditFailure>> {
    return this.#inTurn(async () => {
      let current: Annotation | undefined;
      try {
        current = (await this.#database.annotations.get(id)) ?? this.#unkept.get(id);
      } catch {
        return failure('closed');
      }
      return current === undefined ? failure('gone') : this.#keep(edited(current, edit, this.#clock()));
    });
  }

  /** Waits for every change asked for so far, tries again what failed, and resolves to whether all is on the disk. */
  readonly settled = async (): Promise<boolean> => {
    await this.#queue;
    const outcomes = await Promise.all([...this.#unkept.values()].map((made) => this.#inTurn(() => this.#keep(made))));
    return outcomes.every(({ ok }) => ok);
  };

  async #keep(record: Annotation): Promise<Result<Annotation, EditFailure>> {
    const kept = await this.#keeper.keep([{ table: 'annotations', record }]);
    if (!kept.ok) return kept;
    this.#unkept.delete(record.id);
    return success(record);
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
