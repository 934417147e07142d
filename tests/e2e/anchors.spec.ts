import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, LONG, test } from './fixtures';
import {
  AFTER,
  BEFORE,
  checkItems,
  folderOf,
  itemOf,
  leaveNews,
  openNews,
  toCheck,
  writeEdition,
} from './edition-page';
import {
  cardOf,
  chooseScript,
  displayed,
  markWords,
  notesOf,
  paintedWords,
  selectWords,
  settled,
  stored,
  textOf,
} from './reading-page';

const notice = (page: Page) => page.locator('[role=status]:not(.visually-hidden)').filter({ hasText: /\S/ });

type Launch = (extra?: readonly string[]) => Promise<App>;

const started = (launch: Launch, dir: string): Promise<App> => launch([`--texts=${folderOf(dir)}`]);

const launched = async (launch: Launch, dir: string): Promise<Page> => (await started(launch, dir)).firstWindow();

/** Marks four passages, two of them in Simplified. */
async function markFour(page: Page): Promise<void> {
  await markWords(page, '人工智能', 'Yellow');
  await markWords(page, '讀書寫字', 'Green');
  await chooseScript(page, 'Simplified', '发展');
  await markWords(page, '科技创新', 'Red');
  await markWords(page, '孩子们都', 'Blue');
  await expect(notesOf(page)).toHaveCount(4);
  await chooseScript(page, 'Original', '發展');
}

/** The text with four marks, in its changed edition, without a new start. */
async function changed(launch: Launch, dir: string): Promise<Page> {
  writeEdition(dir, BEFORE);
  const page = await launched(launch, dir);
  await openNews(page, '讀書寫字');
  await markFour(page);
  await leaveNews(page);
  writeEdition(dir, AFTER);
  await openNews(page, '本報報道');
  await expect(checkItems(page)).toHaveCount(3);
  return page;
}

const flashed = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('flash') ?? [])].map((range) => range.startContainer.textContent ?? ''));

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test(
    'marks follow a file that was changed while the program was closed, and what is unsure is said',
    LONG,
    async ({ launch, dir }) => {
      writeEdition(dir, BEFORE);
      let app = await started(launch, dir);
      let page = await app.firstWindow();
      await openNews(page, '讀書寫字');
      await markFour(page);
      await expect.poll(async () => (await stored(page)).length).toBe(4);
      await app.close();

      writeEdition(dir, AFTER);
      app = await started(launch, dir);
      page = await app.firstWindow();
      await expect(textOf(page)).toContainText('本報報道');
      await expect(notice(page)).toContainText(
        'The file “news.txt” has changed: 1 mark where it was, 1 moved, 1 to review, 1 without a place.',
      );
      await page.getByRole('button', { name: 'Show them' }).click();
      await expect(toCheck(page)).toBeFocused();
      await expect(checkItems(page)).toHaveCount(3);
      await expect(notesOf(page)).toHaveCount(4);
      await expect(itemOf(page, '科技創新')).toContainText('Moved');
      await expect(itemOf(page, '科技創新').locator('del')).toHaveText('新');
      await expect(itemOf(page, '科技創新').locator('ins')).toHaveText('業');
      await expect(itemOf(page, '孩子們都')).toContainText('Review');
      await expect(itemOf(page, '讀書寫字')).toContainText('No place');
      // What has no sure place is painted nowhere.
      await expect.poll(() => paintedWords(page)).toEqual(['人工智能', '科技創業']);
      await chooseScript(page, 'Simplified', '发展');
      await expect.poll(() => paintedWords(page)).toEqual(['人工智能', '科技创业']);

      await itemOf(page, '科技創新').getByRole('button', { name: 'Accept' }).click();
      await expect(checkItems(page)).toHaveCount(2);
      await app.close();
      app = await started(launch, dir);
      page = await app.firstWindow();
      await expect(checkItems(page)).toHaveCount(2);
      await expect(notesOf(page)).toHaveCount(4);
      await expect.poll(() => paintedWords(page)).toEqual(['人工智能', '科技创业']);
      await expect(notice(page)).toHaveCount(0);
    },
  );
});

test('what is unsure is accepted, undone and left', LONG, async ({ launch, dir }) => {
  const page = await changed(launch, dir);
  await itemOf(page, '孩子們都').getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => flashed(page)).toEqual([expect.stringContaining('孩子們都走了')]);
  await itemOf(page, '孩子們都').getByRole('button', { name: 'Accept' }).click();
  await expect(notice(page)).toContainText('The place was accepted.');
  await expect(toCheck(page)).toBeFocused();
  await expect.poll(() => paintedWords(page)).toContain('孩子們都');
  await page.keyboard.press('Control+z');
  await expect(itemOf(page, '孩子們都')).toContainText('Review');
  await expect.poll(() => paintedWords(page)).not.toContain('孩子們都');
  await page.keyboard.press('Control+Shift+z');
  await expect(itemOf(page, '孩子們都')).toHaveCount(0);

  await itemOf(page, '讀書寫字').getByRole('button', { name: 'Leave' }).click();
  await expect(itemOf(page, '讀書寫字')).toHaveCount(0);
  // It stays in the list with its words, and says that it has no place.
  const left = notesOf(page).filter({ hasText: '讀書寫字' });
  await expect(left).toContainText('No place');
  await left.getByRole('button').click();
  await expect(cardOf(page)).toContainText('讀書寫字');
  await page.keyboard.press('Escape');

  await toCheck(page).getByRole('button', { name: 'Accept 1 moved' }).click();
  await expect(toCheck(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(itemOf(page, '科技創新')).toContainText('Moved');
});

test('a mark is attached to other words, by mouse and by keyboard alone', LONG, async ({ launch, dir }) => {
  const page = await changed(launch, dir);
  const bar = page.getByRole('toolbar', { name: 'Reattach the mark' });
  await itemOf(page, '讀書寫字').getByRole('button', { name: 'Reattach…' }).click();
  await expect(itemOf(page, '讀書寫字')).toContainText('Select the words');
  await expect(bar).toBeHidden();
  await chooseScript(page, 'Simplified', '发展');
  await selectForReattaching(page, '渔夫把船');
  await bar.getByRole('button', { name: 'Attach here' }).click();
  await expect(notice(page)).toContainText('The mark was attached.');
  await expect.poll(() => paintedWords(page)).toContain('渔夫把船');
  expect((await stored(page)).find(({ colour }) => colour === 'green')?.quote.exact).toBe('漁夫把船');
  await page.keyboard.press('Control+z');
  await expect(itemOf(page, '讀書寫字')).toContainText('No place');
  await chooseScript(page, 'Original', '發展');

  await itemOf(page, '讀書寫字').getByRole('button', { name: 'Reattach…' }).focus();
  await page.keyboard.press('Enter');
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar).toContainText('Does the mark belong to these words?');
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await expect.poll(() => paintedWords(page)).toContain('河邊');

  await itemOf(page, '孩子們都').getByRole('button', { name: 'Reattach…' }).click();
  await expect(itemOf(page, '孩子們都')).toContainText('Select the words');
  await page.keyboard.press('Escape');
  await expect(itemOf(page, '孩子們都')).not.toContainText('Select the words');
  await expect(toCheck(page)).toBeFocused();
  await expect(itemOf(page, '孩子們都')).toContainText('Review');
});

/** Selects words; while a mark is attached no toolbar of the selection opens. */
async function selectForReattaching(page: Page, words: string): Promise<void> {
  await selectWords(page, words, 'Reattach the mark');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
}

test('the changed file is gone back from in one step, stays so, and is taken again', LONG, async ({ launch, dir }) => {
  const page = await changed(launch, dir);
  await page.keyboard.press('Control+z');
  await expect(textOf(page)).toContainText('讀書寫字');
  await expect(notice(page)).toContainText('You are reading the text as it was before.');
  await expect
    .poll(async () => (await paintedWords(page)).toSorted())
    .toEqual(['人工智能', '科技創新', '孩子們都', '讀書寫字'].toSorted());
  await expect(toCheck(page)).toHaveCount(0);
  await leaveNews(page);
  await openNews(page, '讀書寫字');
  await page.getByRole('button', { name: 'Read the changed file' }).click();
  await expect(textOf(page)).toContainText('本報報道');
  await expect(checkItems(page)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(textOf(page)).toContainText('讀書寫字');
  await page.keyboard.press('Control+Shift+z');
  await expect(textOf(page)).toContainText('本報報道');
  await expect(notice(page)).toContainText('You are reading the changed file “news.txt” again.');
});

test('a file that changed its script keeps every mark where it was', LONG, async ({ launch, dir }) => {
  writeEdition(dir, BEFORE);
  const page = await launched(launch, dir);
  await openNews(page, '讀書寫字');
  await markFour(page);
  await leaveNews(page);
  writeEdition(dir, [
    '北京市发展人工智能产业，建设国际科技创新中心。',
    '第二天下雨，孩子们都留在家里读书写字。',
    '河边的老树开花了，渔夫把船停在树下等客人。',
  ]);
  await openNews(page, '读书写字');
  await expect(notice(page)).toContainText('has changed: 4 marks where they were.');
  await expect
    .poll(async () => (await paintedWords(page)).toSorted())
    .toEqual(['人工智能', '科技创新', '孩子们都', '读书写字'].toSorted());
  await expect(toCheck(page)).toHaveCount(0);
  expect(await displayed(page)).toContain('读书写字');
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in marks to check in ${theme}`, LONG, async ({ launch, dir }) => {
    const page = await changed(launch, dir);
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    await page.keyboard.press('Escape');
    const violations = async (): Promise<string[]> => {
      const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    };
    expect(await violations(), 'the section').toEqual([]);
    await itemOf(page, '讀書寫字').getByRole('button', { name: 'Reattach…' }).click();
    await selectForReattaching(page, '漁夫把船');
    await settled(page);
    expect(await violations(), 'attaching').toEqual([]);
  });
}
