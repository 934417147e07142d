import { expect, type Locator, type Page } from '@playwright/test';
import { rectsOfWords, type Rect } from './words-on-page';

/** The words that a highlight of ours covers, range by range, with the number of their block. */
export interface Painted {
  readonly name: string;
  readonly words: readonly string[];
}

/** A mark as it lies in the database. */
export interface StoredMark {
  readonly id: string;
  readonly target: { readonly start: number; readonly end: number };
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: string;
  readonly script: string;
  readonly rev: number;
  readonly deleted?: number;
}

/** The page that is read. */
export const textOf = (page: Page): Locator => page.getByRole('main', { name: 'Text' });

/** The list of notes. */
export const notesOf = (page: Page): Locator => page.getByRole('list', { name: 'Annotations' }).getByRole('listitem');

/** The card of a mark. */
export const cardOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Annotation' });

/** Waits until fonts are loaded and laid out: a font that comes moves the words under the mouse. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let pass = 0; pass < 2; pass++) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await document.fonts.ready;
    }
  });

/** Waits for the first text. */
export async function opened(page: Page): Promise<Page> {
  await expect(textOf(page).locator('[data-block="0"]')).toContainText('北京市');
  await settled(page);
  return page;
}

/** Chooses a script and waits until the page speaks it: `sign` is something only that script shows. */
export async function chooseScript(page: Page, name: string, sign: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check();
  await expect.poll(() => displayed(page)).toContain(sign);
  await settled(page);
}

/** All blocks as displayed, readings left out, joined by newlines. */
export const displayed = (page: Page): Promise<string> =>
  textOf(page).evaluate((main) =>
    Array.from(main.querySelectorAll('[data-block]'), (block) => {
      const copy = block.cloneNode(true) as Element;
      copy.querySelectorAll('rt, rp, [aria-hidden=true]').forEach((aside) => {
        aside.remove();
      });
      return copy.textContent;
    }).join('\n'),
  );

/**
 * Just inside the outer edges of the first occurrence of some displayed words, so that a drag begins before the first and
 * ends after the last character. They are brought into the middle of the page first, so that no part lies under the bar.
 */
async function placeOf(page: Page, words: string): Promise<{ from: [number, number]; to: [number, number] }> {
  const [before] = await rectsOfWords(page, words);
  await textOf(page).evaluate((main, top) => {
    const scroller = main.closest('[data-scroller]');
    const view = scroller?.getBoundingClientRect();
    if (scroller && view) scroller.scrollTop += top - view.top - view.height / 3;
  }, before?.top ?? 0);
  const rects = await rectsOfWords(page, words);
  const [first, last] = [rects[0], rects.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`not on the page: ${words}`);
  const inside = (first.right - first.left) / 5;
  const low = ({ top, bottom }: Rect): number => top + (bottom - top) * 0.7;
  return { from: [first.left + inside, low(first)], to: [last.right - inside, low(last)] };
}

/** Selects displayed words with the mouse, as a person does; `toolbar` is what then stands beside them. */
export async function selectWords(page: Page, words: string, toolbar = 'Selection'): Promise<void> {
  const { from, to } = await placeOf(page, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: toolbar })).toBeVisible();
}

/** Selects, as the keyboard may, from the last character of the first block to the first of the second. */
export const selectOverParagraphs = (page: Page): Promise<void> =>
  textOf(page).evaluate((main) => {
    const [first, second] = [...main.querySelectorAll('[data-block]')];
    const walker = first && document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
    const last = walker?.lastChild();
    if (last instanceof Text && second)
      getSelection()?.setBaseAndExtent(last, last.length - 1, second.firstChild ?? second, 1);
  });

/** Clicks in the middle of the first character of some displayed words. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { from } = await placeOf(page, words);
  await page.mouse.click(from[0] + 4, from[1]);
}

/** Selects words and marks them in a colour. */
export async function markWords(page: Page, words: string, colour: string): Promise<void> {
  await selectWords(page, words);
  const toolbar = page.getByRole('toolbar', { name: 'Selection' });
  await toolbar.getByRole('button', { name: colour }).click();
  await expect(toolbar).toBeHidden();
}

/** What is painted as marks, in the order of the page. */
export const painted = (page: Page): Promise<Painted[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('mark-')
        ? [
            {
              name,
              words: [...highlight].map((still) => {
                const range = document.createRange();
                range.setStart(still.startContainer, still.startOffset);
                range.setEnd(still.endContainer, still.endOffset);
                const content = range.cloneContents();
                content.querySelectorAll('rt').forEach((reading) => {
                  reading.remove();
                });
                return content.textContent;
              }),
            },
          ]
        : [],
    ),
  );

/** All words painted as marks. */
export const paintedWords = async (page: Page): Promise<string[]> =>
  (await painted(page)).flatMap(({ words }) => [...words]);

/** The marks as they lie in the database, deleted ones too, in the order of their making. */
export const stored = (page: Page): Promise<StoredMark[]> =>
  page.evaluate(
    () =>
      new Promise<StoredMark[]>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const all = opening.result.transaction('annotations').objectStore('annotations').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as StoredMark[]);
          };
        };
      }),
  );

/** The marks in the database once so many are there: a mark is painted before it is kept. */
export async function storedOnce(page: Page, count: number): Promise<StoredMark[]> {
  await expect.poll(async () => (await stored(page)).length).toBe(count);
  return stored(page);
}

/** Waits until the open card says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(cardOf(page).getByRole('status')).toContainText('Saved');
}
