import {
  edited,
  isLive,
  newAnnotation,
  type Annotation,
  type AnnotationEdit,
  type Colour,
  type NewAnnotation,
} from '#core/annotation/annotation';
import type { Step } from '#core/history/step';
import { failure, success, type Result } from '#core/support/result';
import type { Database } from './database';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** Why an edit was not kept; `gone`: there is no such mark any more. */
export type EditFailure = LedgerFailure;

/** A note is one step to undo, however many times it is written while it is typed; so are tags. */
const JOINING: ReadonlySet<AnnotationEdit['kind']> = new Set(['note', 'tags']);

/** Reads marks from the database and changes them through the ledger. */
export class AnnotationStore {
  readonly #database: Database;
  readonly #ledger: Ledger;
  readonly #clock: Clock;

  constructor(database: Database, ledger: Ledger, clock: Clock) {
    this.#database = database;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** All marks on a text that are not in the bin, in no order. */
  async ofText(textId: string): Promise<Annotation[]> {
    return (await this.#database.annotations.where('textId').equals(textId).toArray()).filter(isLive);
  }

  /** The mark with this id, also one that is in the bin. */
  get(id: string): Promise<Annotation | undefined> {
    return this.#database.annotations.get(id);
  }

  /** True if any mark of any text has this colour; what is in the bin counts, since it can come back. */
  async hasColour(colour: Colour): Promise<boolean> {
    return (
      (await this.#database.annotations
        .filter((mark) => mark.colour === colour)
        .limit(1)
        .count()) > 0
    );
  }

  /** Makes a mark and keeps it. The mark is there at once; `kept` tells whether it is on the disk. */
  add(parts: Omit<NewAnnotation, 'created'>): { made: Annotation; kept: Promise<Result<Annotation, EditFailure>> } {
    const made = newAnnotation({ ...parts, created: this.#clock() });
    const drafts = [{ table: 'annotations' as const, record: made }];
    const kept = this.#ledger.change('mark', () => drafts, { keepsTrying: true });
    return { made, kept: kept.then((outcome) => (outcome.ok ? success(made) : outcome)) };
  }

  /** Changes a mark. Returns it as it is now. */
  async edit(id: string, edit: AnnotationEdit): Promise<Result<Annotation, EditFailure>> {
    const outcome = await this.editAll([id], edit);
    if (!outcome.ok) return outcome;
    const after = outcome.value?.changes[0]?.after;
    return after?.table === 'annotations' ? success(after.record) : failure('gone');
  }

  /** Changes several marks as one step, all or none; undefined where there were none. */
  editAll(ids: readonly string[], edit: AnnotationEdit): Promise<Result<Step | undefined, EditFailure>> {
    const joins = JOINING.has(edit.kind) ? { joins: [edit.kind, ...ids].join(' ') } : {};
    return this.#ledger.change(
      edit.kind,
      async (find) => {
        const found = await Promise.all(ids.map((id) => find('annotations', id)));
        const marks = found.filter((mark) => mark !== undefined);
        if (marks.length < ids.length) return undefined;
        const at = this.#clock();
        return marks.map((mark) => ({ table: 'annotations', record: edited(mark, edit, at) }));
      },
      joins,
    );
  }
}
