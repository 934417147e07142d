import type { Page } from '@playwright/test';

/** A record as it lies in either copy. */
export interface KeptRecord {
  readonly id: string;
  readonly rev: number;
  readonly note?: string;
  readonly quote?: { readonly exact: string };
  readonly deleted?: number;
}

/** What a person made, by kind: all of it, what is in the bin too. */
export type Made = Readonly<Record<'annotations' | 'bookmarks' | 'corrections', readonly KeptRecord[]>>;

const byId = (a: KeptRecord, b: KeptRecord): number => (a.id < b.id ? -1 : 1);

const sorted = ({ annotations, bookmarks, corrections }: Made): Made => ({
  annotations: annotations.toSorted(byId),
  bookmarks: bookmarks.toSorted(byId),
  corrections: corrections.toSorted(byId),
});

/** What the database holds. */
export async function inDatabase(page: Page): Promise<Made> {
  const made = await page.evaluate(
    () =>
      new Promise<Made>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['annotations', 'bookmarks', 'corrections']);
          // The rows are as they were written.
          const rowsOf = (table: string) => reading.objectStore(table).getAll() as IDBRequest<KeptRecord[]>;
          const [annotations, bookmarks, corrections] = ['annotations', 'bookmarks', 'corrections'].map(rowsOf);
          reading.oncomplete = () => {
            opening.result.close();
            resolve({
              annotations: annotations?.result ?? [],
              bookmarks: bookmarks?.result ?? [],
              corrections: corrections?.result ?? [],
            });
          };
        };
      }),
  );
  return sorted(made);
}

/** What the journal holds, asked for as the page asks. */
export async function inJournal(page: Page): Promise<Made> {
  const state = await page.evaluate('globalThis.zhupi.request("journal.state")');
  const records = state as { change: { table: string; record: KeptRecord } }[];
  const of = (table: string): KeptRecord[] =>
    records.filter(({ change }) => change.table === table).map(({ change }) => change.record);
  return sorted({ annotations: of('annotations'), bookmarks: of('bookmarks'), corrections: of('corrections') });
}

/** What the bar at the top says about the two copies; empty where it says nothing. */
export const barWords = async (page: Page): Promise<string> =>
  (await page.getByRole('region', { name: 'About your notes' }).allInnerTexts()).join(' ');
