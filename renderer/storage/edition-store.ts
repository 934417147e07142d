import { Alignments, carryToEdition, type HealthCounts, type OnText } from '#core/anchor/carry-to-edition';
import { loadFold } from '#core/search/fold';
import { success, type Result } from '#core/support/result';
import type { Text } from '#core/text/text';
import type { Edition } from '#core/kept/change';
import type { Database } from './database';
import type { Change } from '#core/kept/change';
import type { Keeper } from './keeper';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** What came of taking an edition of a text. */
export interface Taken {
  /** How the live marks came out; undefined where nothing stands on the text. */
  readonly counts: HealthCounts | undefined;
  /** Where reading goes on, in code points of the new edition. */
  readonly start: number;
}

/** The editions of texts whose files changed, and the way from one to the next. */
export class EditionStore {
  readonly #database: Database;
  readonly #keeper: Keeper;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(database: Database, keeper: Keeper, ledger: Ledger, clock: Clock) {
    this.#database = database;
    this.#keeper = keeper;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** The edition of a text whose source has this hash, if it was ever left. */
  get(textId: string, hash: string): Promise<Edition | undefined> {
    return this.#database.editions.get([textId, hash]);
  }

  /**
   * Keeps an edition of a text: the first one, or one that takes the place of what is stored, with all that stands on
   * it, as one step that can be undone. All of it is kept, or nothing; the edition that goes is kept too.
   */
  take(next: Text): Promise<Result<Taken, LedgerFailure>> {
    // In turn, so that a text that is opened twice in haste is exchanged once.
    const turn = this.#queue.then(async () => {
      const stored = await this.#database.texts.get(next.id);
      return stored === undefined || stored.sourceHash === next.sourceHash
        ? this.#put(next)
        : this.#exchange(stored, next);
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #put(next: Text): Promise<Result<Taken, LedgerFailure>> {
    const kept = await this.#keeper.keep([{ table: 'texts', record: next }]);
    if (!kept.ok) return kept;
    return success({ counts: undefined, start: (await this.#database.positions.get(next.id))?.offset ?? 0 });
  }

  async #exchange(stored: Text, next: Text): Promise<Result<Taken, LedgerFailure>> {
    const { texts, also, alignments, offsets } = await this.#prepared(stored, next);
    const start = offsets.after;
    if (isEmpty(await this.#onText(next.id))) {
      const kept = await this.#keeper.keep(texts);
      return kept.ok ? success({ counts: undefined, start }) : kept;
    }
    let counts: HealthCounts | undefined;
    const outcome = await this.#ledger.change(
      'edition',
      async () => {
        const carried = carryToEdition(await this.#onText(next.id), alignments, this.#clock());
        counts = carried.counts;
        return carried.drafts;
      },
      {
        also: [...texts, ...also],
        edition: { textId: next.id, before: stored.sourceHash, after: next.sourceHash, offsets },
      },
    );
    return outcome.ok ? success({ counts, start }) : outcome;
  }

  /** All that stands on a text; what is in the bin too, since it can come back, and what could not be kept yet. */
  async #onText(textId: string): Promise<OnText> {
    const [annotations, bookmarks, corrections] = await Promise.all([
      this.#database.annotations.where('textId').equals(textId).toArray(),
      this.#database.bookmarks.where('textId').equals(textId).toArray(),
      this.#database.corrections.toArray(),
    ]);
    const ofText = <Item extends { readonly textId: string }>(records: Item[]): Item[] =>
      records.filter((record) => record.textId === textId);
    return {
      annotations: ofText(this.#ledger.withUnkept('annotations', annotations)),
      bookmarks: ofText(this.#ledger.withUnkept('bookmarks', bookmarks)),
      corrections: this.#ledger
        .withUnkept('corrections', corrections)
        .filter(({ reach }) => reach.scope === 'occurrence' && reach.textId === textId),
    };
  }

  /** The alignments with the new edition, and what is kept of both: the text that is read, and the one that goes. */
  async #prepared(stored: Text, next: Text) {
    const [kept, position] = await Promise.all([
      this.#database.editions.where('textId').equals(next.id).toArray(),
      this.#database.positions.get(next.id),
    ]);
    const editions = new Map(kept.map(({ hash, text }) => [hash, text]));
    const alignments = new Alignments(next, editions.set(stored.sourceHash, stored), await loadFold());
    const before = position?.offset ?? 0;
    const after = before === 0 ? 0 : (alignments.offset(stored.sourceHash, before) ?? 0);
    const texts: Change[] = [{ table: 'texts', record: next }];
    if (position !== undefined) {
      const record = { ...position, offset: after, modified: this.#clock(), rev: position.rev + 1 };
      texts.push({ table: 'positions', record });
    }
    const also: Change[] = [{ table: 'editions', record: { hash: stored.sourceHash, textId: next.id, text: stored } }];
    const declined = kept.find(({ hash }) => hash === next.sourceHash)?.isDeclined === true;
    if (declined) also.push({ table: 'editions', record: { hash: next.sourceHash, textId: next.id, text: next } });
    return { texts, also, alignments, offsets: { before, after } };
  }
}

const isEmpty = ({ annotations, bookmarks, corrections }: OnText): boolean =>
  annotations.length + bookmarks.length + corrections.length === 0;
