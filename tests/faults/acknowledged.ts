import type { Page } from '@playwright/test';
import type { KeptRecord } from './kept-in';

/** A mark of which the app learned that it is on the disk twice. */
export type Acknowledgement = Pick<KeptRecord, 'id' | 'rev' | 'note'> & {
  /** Milliseconds since 1970 UTC, on the page's clock. */
  readonly at: number;
  /** The durability of the transaction that wrote it. */
  readonly durability: string;
};

/**
 * Listens to what the page learns of its writes: the database comes after the journal, so the end of its transaction is
 * the moment at which a change is in both, and the earliest at which the app may say so. What a kill keeps from coming
 * here was not said to anybody.
 */
export async function listenToAcknowledgements(page: Page, hear: (said: Acknowledgement) => void): Promise<void> {
  await page.exposeFunction('faultsAcknowledged', (json: string) => {
    for (const said of JSON.parse(json) as Acknowledgement[]) hear(said);
  });
  await page.evaluate(() => {
    // Assigned by `exposeFunction`.
    const tell = Reflect.get(globalThis, 'faultsAcknowledged') as (json: string) => Promise<void>;
    const written = new WeakMap<IDBTransaction, KeptRecord[]>();
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, record: KeptRecord, key?: IDBValidKey) {
      const { transaction } = this;
      const known = written.get(transaction);
      const records = known ?? [];
      if (this.name === 'annotations') records.push(record);
      if (known === undefined) {
        written.set(transaction, records);
        transaction.addEventListener('complete', () => {
          const at = Date.now();
          const { durability } = transaction;
          void tell(JSON.stringify(records.map(({ id, rev, note }) => ({ id, rev, note, at, durability }))));
        });
      }
      return key === undefined ? put.call(this, record) : put.call(this, record, key);
    };
  });
}

/** What must be there: of each mark the newest state that was acknowledged. */
export class Acknowledged {
  readonly #newest = new Map<string, Acknowledgement>();
  /** Acknowledgements heard. */
  count = 0;
  /** Those of transactions that did not wait for the disk. */
  relaxed = 0;

  readonly hear = (said: Acknowledgement): void => {
    this.count++;
    if (said.durability !== 'strict') this.relaxed++;
    const known = this.#newest.get(said.id);
    if (known === undefined || known.rev < said.rev) this.#newest.set(said.id, said);
  };

  /** The marks that are not there as they were acknowledged, or newer: what was lost, in words. */
  lostFrom(marks: readonly KeptRecord[]): string[] {
    const there = new Map(marks.map((mark) => [mark.id, mark]));
    return [...this.#newest.values()].flatMap(({ id, rev, note }) => {
      const mark = there.get(id);
      if (mark === undefined) return [`the mark ${id} is gone`];
      if (mark.rev < rev) return [`the mark ${id} is back at revision ${mark.rev} of ${rev}`];
      return mark.rev === rev && mark.note !== note ? [`the note of ${id} is another at revision ${rev}`] : [];
    });
  }
}
