import { expect, type Page } from '@playwright/test';
import { noteOf } from '../e2e/notes-page';
import { cardOf } from '../e2e/reading-page';
import { beginNote } from './writing';

/** Milliseconds. */
export interface Times {
  readonly median: number;
  readonly p99: number;
  readonly count: number;
}

/** The median and the 99th percentile. */
export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: at(0.5), p99: at(0.99), count: sorted.length };
}

/** How long it takes from a key in a note until the card says "Saved", the rest after the last key in it. */
export async function timeNotes(page: Page, words: string, count: number): Promise<Times> {
  await beginNote(page, words);
  await page.keyboard.insertText('a');
  await expect(cardOf(page).getByRole('status')).toContainText('Saved');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { faultsTimes: times });
    let typedAt: number | undefined;
    document.addEventListener(
      'keydown',
      (event) => {
        typedAt = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      const status = document.querySelector('[role=dialog] [role=status]')?.textContent ?? '';
      if (typedAt === undefined || !status.startsWith('Saved')) return;
      times.push(performance.now() - typedAt);
      typedAt = undefined;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await noteOf(page).press('End');
  for (let note = 1; note <= count; note++) {
    await page.keyboard.press(String.fromCharCode(97 + (note % 26)));
    await expect.poll(() => page.evaluate('globalThis.faultsTimes.length'), { intervals: [40] }).toBe(note);
  }
  return timesOf(await page.evaluate<number[]>('globalThis.faultsTimes'));
}

/** What one change costs in each copy, and in both, one after the other as the app writes them. */
export type Costs = Readonly<Record<'journal' | 'database' | 'both', Times>>;

/** Measures what a change costs, with a record as large as a mark, in a profile that is thrown away. */
export async function timeCopies(page: Page, count: number): Promise<Costs> {
  const measured = await page.evaluate(async (rounds) => {
    interface RawBridge {
      request(channel: string, payload: unknown): Promise<unknown>;
    }
    const bridge = Reflect.get(globalThis, 'zhupi') as RawBridge;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zhupi');
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    const record = { key: 'faults', value: 'x'.repeat(600) };
    const journal = async (): Promise<unknown> =>
      bridge.request('journal.append', { changes: [{ table: 'settings', record }] });
    const put = (): Promise<void> =>
      new Promise((resolve) => {
        const writing = database.transaction('settings', 'readwrite', { durability: 'strict' });
        writing.objectStore('settings').put(record);
        writing.oncomplete = () => {
          resolve();
        };
      });
    const times = { journal: [] as number[], database: [] as number[], both: [] as number[] };
    // In turn, so that whatever else the machine does meets all alike.
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      await journal();
      const written = performance.now();
      await put();
      const done = performance.now();
      times.journal.push(written - begun);
      times.database.push(done - written);
      times.both.push(done - begun);
    }
    database.close();
    return times;
  }, count);
  return {
    journal: timesOf(measured.journal),
    database: timesOf(measured.database),
    both: timesOf(measured.both),
  };
}
