import { success, type Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import type { Clock } from './ledger';
import type { ReadingPosition } from '#core/kept/change';
import type { Database } from './database';
import type { Keeper, KeepFailure } from './keeper';

/** Texts as they were derived, and where reading of them stopped. */
export class TextStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #clock: Clock;

  constructor(database: Database, keeper: Keeper, clock: Clock) {
    this.#database = database;
    this.#keeper = keeper;
    this.#clock = clock;
  }

  /** The stored text with this id. */
  get(id: string): Promise<Text | undefined> {
    return this.#database.texts.get(id);
  }

  /** Where reading of this text stopped. */
  position(textId: string): Promise<ReadingPosition | undefined> {
    return this.#database.positions.get(textId);
  }

  /** How much of each text was read, in whole percent by its id, of texts of which that is known. */
  async sharesRead(): Promise<ReadonlyMap<string, number>> {
    const positions = await this.#database.positions.toArray();
    return new Map(positions.flatMap(({ textId, percent }) => (percent === undefined ? [] : [[textId, percent]])));
  }

  /**
   * Keeps where reading of an edition of this text stopped: a canonical offset in code points, of the edition whose
   * source has this hash, with how much had been read, in whole percent. Where another edition has taken its place
   * since, both say nothing, and are left.
   */
  async putPosition(
    textId: string,
    sourceHash: string,
    { offset, percent }: Pick<ReadingPosition, 'offset'> & { readonly percent: number },
  ): Promise<Result<undefined, KeepFailure>> {
    if (await this.#isReplaced(textId, sourceHash).catch(() => false)) return success(undefined);
    const before = await this.position(textId).catch(() => undefined);
    const record = { textId, offset, percent, modified: this.#clock(), rev: (before?.rev ?? 0) + 1 };
    return this.#keeper.keep([{ table: 'positions', record }]);
  }

  /** Whether another edition of the text is stored than this one. Asked of the index: texts may be long. */
  async #isReplaced(id: string, sourceHash: string): Promise<boolean> {
    const { texts } = this.#database;
    if ((await texts.where('[id+sourceHash]').equals([id, sourceHash]).count()) > 0) return false;
    return (await texts.where('id').equals(id).count()) > 0;
  }
}
