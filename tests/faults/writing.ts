import { expect, type Page } from '@playwright/test';
import { cardOf, displayed, saved, selectWords, textOf } from '../e2e/reading-page';
import type { Random } from './random';

/** Words of the text to be marked, each once in it, so that none is found in the place of another. */
export async function wordsToMark(page: Page): Promise<string[]> {
  const text = await displayed(page);
  const clauses = [...text.matchAll(/\p{Script=Han}{5,12}/gu)].map(([words]) => words.slice(0, 4));
  // A press on a flagged character opens what there is to say about it.
  const flagged = new Set(await textOf(page).locator('[role=mark]').allTextContents());
  return clauses.filter(
    (words) => text.indexOf(words) === text.lastIndexOf(words) && !Array.from(words).some((sign) => flagged.has(sign)),
  );
}

/** Marks words and opens their card, with the caret in the note. */
export async function beginNote(page: Page, words: string): Promise<void> {
  // Off the words: what the mouse rests on may show a tip over what is to be selected next.
  await page.mouse.move(2, 2);
  await selectWords(page, words);
  await page.keyboard.press('n');
  await expect(cardOf(page)).toBeVisible();
}

/** Closes the card, and leaves no mark current. */
export async function endNote(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
  await page.keyboard.press('Escape');
}

/** Marks words, writes their note and waits until it is called saved. */
export async function note(page: Page, words: string, text: string): Promise<void> {
  await beginNote(page, words);
  await page.keyboard.insertText(text);
  await saved(page);
  await endNote(page);
}

/**
 * Marks words and types notes, without an end: some keys close together, some after a rest in which the note is written.
 * Rejects when the page is gone.
 */
export async function writeOn(page: Page, words: readonly string[], random: Random): Promise<never> {
  for (;;) {
    await beginNote(page, random.of(words));
    const rests = random.whole(0, 3);
    for (let rest = 0; rest <= rests; rest++) {
      await page.keyboard.type('note'.repeat(random.whole(1, 3)), { delay: random.whole(0, 15) });
      if (random.whole(0, 3) > 0) await page.waitForTimeout(random.whole(290, 340));
    }
    await endNote(page);
  }
}
