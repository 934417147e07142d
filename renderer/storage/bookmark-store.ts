import { v7 as newId } from 'uuid';
import {
  bookmarkEdited,
  inPlaceOrder,
  isLiveBookmark,
  newBookmark,
  type Bookmark,
  type BookmarkEdit,
} from '#core/bookmark/bookmark';
import type { Step } from '#core/history/step';
import type { Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import type { Database } from './database';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** Why a change to a bookmark was not kept; `gone`: there is no such bookmark any more. */
export type BookmarkFailure = LedgerFailure;

/** Reads bookmarks from the database and changes them through the ledger. */
export class BookmarkStore {
  readonly #database: Database;
  readonly #ledger: Ledger;
  readonly #clock: Clock;

  constructor(database: Database, ledger: Ledger, clock: Clock) {
    this.#database = database;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** The bookmarks in a text, in order, less those that were deleted. */
  async ofText(textId: string): Promise<Bookmark[]> {
    return inPlaceOrder(
      (await this.#database.bookmarks.where('textId').equals(textId).toArray()).filter(isLiveBookmark),
    );
  }

  /** Makes a bookmark at a canonical offset (code points); `kept` tells whether it is on the disk. */
  add(text: Text, offset: number): { made: Bookmark; kept: Promise<Result<Step | undefined, BookmarkFailure>> } {
    const made = newBookmark(text, offset, newId(), this.#clock());
    return { made, kept: this.#ledger.change('bookmark', () => [{ table: 'bookmarks', record: made }]) };
  }

  /** Changes a bookmark. */
  edit(id: string, edit: BookmarkEdit): Promise<Result<Step | undefined, BookmarkFailure>> {
    return this.#ledger.change(edit.kind, async (find) => {
      const found = await find('bookmarks', id);
      return found && [{ table: 'bookmarks', record: bookmarkEdited(found, edit, this.#clock()) }];
    });
  }
}
