import { v7 as newId } from 'uuid';
import {
  edited,
  isIdle,
  newAnnotation,
  type Annotation,
  type AnnotationEdit,
  type Colour,
  type NewAnnotation,
} from '#core/annotation/annotation';
import { tagStepKind, withTagChanged, type TagChange, type TagCount } from '#core/annotation/tags';
import type { Step } from '#core/history/step';
import { failure, success, type Result } from '#core/support/result';
import type { Database } from './database';
import { HeldAnnotations } from './held-annotations';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** Why an edit was not kept; `gone`: there is no such mark any more. */
export type EditFailure = LedgerFailure;

/** A note is one step to undo, however many times it is written while it is typed; so are tags. */
const JOINING: ReadonlySet<AnnotationEdit['kind']> = new Set(['note', 'tags']);

/**
 * The marks on all texts. They are held in memory, as the ledger of any window keeps them, and changed through the
 * ledger: an edit of one mark reads no other.
 */
export class AnnotationStore {
  readonly #database: Database;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  readonly #held = new HeldAnnotations();
  /** What is written in two windows at once is two steps, so that undoing the later brings back the earlier words. */
  readonly #writer = newId();
  readonly #listeners = new Set<() => void>();

  constructor(database: Database, ledger: Ledger, clock: Clock) {
    this.#database = database;
    this.#ledger = ledger;
    this.#clock = clock;
    ledger.onKept((kept) => {
      const records = kept.filter((draft) => draft.table === 'annotations').map(({ record }) => record);
      if (records.length > 0) this.#take(records);
    });
  }

  /** Reads what was kept. */
  async load(): Promise<void> {
    this.#take(await this.#database.annotations.toArray());
  }

  /** Calls back after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The live marks on a text in reading order: the same array until one of them changes. */
  readonly marksOf = (textId: string): readonly Annotation[] => this.#held.ofText(textId);

  /** The live marks on all texts, in the order of their making. */
  readonly allMarks = (): readonly Annotation[] => this.#held.live();

  /** What is in the bin, the last deleted first. */
  readonly bin = (): readonly Annotation[] => this.#held.bin();

  /** All that was deleted: what is in the bin, and what is left of marks that are gone from it. */
  readonly deleted = (): readonly Annotation[] => this.#held.deleted();

  /** The tags of all live marks, those that most bear first. */
  readonly tags = (): readonly TagCount[] => this.#held.tags();

  /** The record with this id, a deleted one too. */
  readonly find = (id: string): Annotation | undefined => this.#held.find(id);

  /** The mark that took in the entry of a file with this id, a deleted one too. */
  readonly thatMet = (id: string): Annotation | undefined => this.#held.thatMet(id);

  /** True if any mark of any text has this colour; what is in the bin counts, since it can come back. */
  readonly hasColour = (colour: Colour): boolean => this.#held.hasColour(colour);

  /** Makes a mark and keeps it. The mark is there at once; `kept` tells whether it is on the disk. */
  add(parts: Omit<NewAnnotation, 'created'>): { made: Annotation; kept: Promise<Result<Annotation, EditFailure>> } {
    const made = newAnnotation({ ...parts, created: this.#clock() });
    const drafts = [{ table: 'annotations' as const, record: made }];
    const kept = this.#ledger.change('mark', () => drafts, { keepsTrying: true });
    this.#take([made]);
    return { made, kept: kept.then((outcome) => (outcome.ok ? success(made) : outcome)) };
  }

  /** False for a mark that could not be kept yet as it was last changed. */
  readonly isKept = (id: string): boolean => this.#ledger.isKept('annotations', id);

  /** Tries again what could not be kept; resolves to whether all is on the disk. */
  readonly tryAgain = (): Promise<boolean> => this.#ledger.settled();

  /**
   * Changes a mark. Returns it as it is now. Words of a note or tags that cannot be kept are on their mark all the same,
   * and are tried again with later changes and before closing.
   */
  async edit(id: string, edit: AnnotationEdit): Promise<Result<Annotation, EditFailure>> {
    const outcome = await this.#change([id], edit, JOINING.has(edit.kind));
    if (!outcome.ok) this.#take(this.#ledger.withUnkept('annotations', []).filter((mark) => mark.id === id));
    if (!outcome.ok) return outcome;
    // Where it changed nothing there is no step.
    const now = this.#held.find(id);
    if (outcome.value === undefined) return now === undefined ? failure('gone') : success(now);
    const after = outcome.value.changes[0]?.after;
    return after?.table === 'annotations' ? success(after.record) : failure('gone');
  }

  /** Changes several marks as one step, all or none; undefined where there were none. */
  editAll(ids: readonly string[], edit: AnnotationEdit): Promise<Result<Step | undefined, EditFailure>> {
    return this.#change(ids, edit, false);
  }

  #change(
    ids: readonly string[],
    edit: AnnotationEdit,
    keepsTrying: boolean,
  ): Promise<Result<Step | undefined, EditFailure>> {
    const joins = JOINING.has(edit.kind) ? { joins: [edit.kind, this.#writer, ...ids].join(' ') } : {};
    return this.#ledger.change(
      edit.kind,
      async (find) => {
        const found = await Promise.all(ids.map((id) => find('annotations', id)));
        const marks = found.filter((mark) => mark !== undefined);
        if (marks.length < ids.length) return undefined;
        const at = this.#clock();
        // What changes nothing, as words that are written twice, must not stand before what was done in the history.
        const changing = marks.filter((mark) => !isIdle(mark, edit) || !this.isKept(mark.id));
        return changing.map((mark) => ({ table: 'annotations', record: edited(mark, edit, at) }));
      },
      { ...joins, keepsTrying },
    );
  }

  /** Renames a tag, merges it into another or takes it away, on all marks that bear it, as one step. */
  changeTag(change: TagChange): Promise<Result<Step | undefined, EditFailure>> {
    return this.#ledger.change(tagStepKind(change, this.tags()), () => {
      const at = this.#clock();
      return this.#held.withTag(change.from).map((mark) => ({
        table: 'annotations',
        record: edited(mark, { kind: 'tags', tags: withTagChanged(mark.tags, change) }, at),
      }));
    });
  }

  #take(records: readonly Annotation[]): void {
    this.#held.take(records);
    for (const listener of this.#listeners) listener();
  }
}
