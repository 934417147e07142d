import type { Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import type { Clock } from './ledger';
import type { Database, ReadingPosition } from './database';
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

  /** Keeps where reading of this text stopped: a canonical offset in code points. */
  async putPosition(textId: string, offset: number): Promise<Result<undefined, KeepFailure>> {
    const before = await this.position(textId).catch(() => undefined);
    const record = { textId, offset, modified: this.#clock(), rev: (before?.rev ?? 0) + 1 };
    return this.#keeper.keep([{ table: 'positions', record }]);
  }
}
