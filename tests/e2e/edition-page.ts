import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { settled, textOf } from './reading-page';

/** A text before and after it was edited: words replaced, one paragraph left out, one of its phrases used elsewhere. */
export const BEFORE = [
  '北京市發展人工智能產業，建設國際科技創新中心。',
  '第二天下雨，孩子們都留在家裡讀書寫字。',
  '河邊的老樹開花了，漁夫把船停在樹下等客人。',
];
export const AFTER = [
  '本報報道。',
  '北京市發展人工智能產業，建設國際科技創業中心。',
  '河邊的老樹開花了，漁夫把船停在樹下等客人。後來，孩子們都走了。',
];

/** The folder of texts that the app is started with. */
export const folderOf = (dir: string): string => join(dir, 'texts');

/** Writes the text's file, as another program would. */
export function writeEdition(dir: string, paragraphs: readonly string[]): void {
  mkdirSync(folderOf(dir), { recursive: true });
  writeFileSync(join(folderOf(dir), 'news.txt'), paragraphs.join('\n'));
}

/** Opens the text whose file changes; `sign` is something that it shows. */
export async function openNews(page: Page, sign: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'news' }).click();
  await expect(textOf(page)).toContainText(sign);
  await settled(page);
}

/** Goes to the bundled text, so that the other can be opened anew. */
export async function leaveNews(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button').first().click();
  await expect(textOf(page)).toContainText('2021年1月24日');
}

/** The section of marks to check. */
export const toCheck = (page: Page): Locator => page.getByRole('region', { name: 'To check' });

/** The items of marks to check. */
export const checkItems = (page: Page): Locator =>
  toCheck(page).getByRole('list', { name: 'Marks to check' }).getByRole('listitem');

/** The item of the mark that was made on these words. */
export const itemOf = (page: Page, was: string): Locator =>
  checkItems(page).filter({ has: page.getByRole('definition').first().filter({ hasText: was }) });
