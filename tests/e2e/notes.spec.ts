import { expect, LONG, test } from './fixtures';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  markWords,
  notesOf,
  opened,
  paintedWords,
  saved,
  selectWords,
  stored,
} from './reading-page';

const note = (page: Parameters<typeof cardOf>[0]) => cardOf(page).getByRole('textbox', { name: 'Note' });

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('a note, its tags, the script and the place are there after quitting and coming back', async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await selectWords(page, '揭榜掛帥');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.keyboard.type('怎麼譯？ open competition');
    await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill('翻譯, #term，翻譯');
    await saved(page);
    await chooseScript(page, 'Taiwan', '範式');
    await page.evaluate(() => {
      document.querySelector('[data-block="4"]')?.scrollIntoView({ block: 'start' });
    });
    const place = await page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTop ?? 0);
    await app.close();

    app = await launch();
    page = await opened(await app.firstWindow());
    await expect(page.getByRole('radio', { name: 'Taiwan', exact: true })).toBeChecked();
    await expect(notesOf(page)).toHaveCount(1);
    await expect(notesOf(page)).toContainText('怎麼譯？ open competition');
    await expect(notesOf(page)).toContainText('#翻譯');
    await expect(notesOf(page)).toContainText('#term');
    await expect.poll(() => paintedWords(page)).toEqual(['揭榜掛帥']);
    const now = await page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTop ?? 0);
    expect(Math.abs(now - place)).toBeLessThanOrEqual(50);
  });

  test('what is being typed is written when the window closes at once', async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await selectWords(page, '揭榜掛帥');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.keyboard.type('last words');
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect(notesOf(page)).toContainText('last words');
  });

  test('a note survives a power cut right after it was called saved', LONG, async ({ launch, crash }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await selectWords(page, '卡脖子');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.keyboard.type('kept');
    await saved(page);
    await crash();
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect(notesOf(page)).toContainText('kept');
    expect((await stored(page)).map(({ quote }) => quote.exact)).toEqual(['卡脖子']);
  });
});

test('a half-typed note survives a change of script, and the card stays open', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '優化科研環境');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(note(page)).toBeFocused();
  await page.keyboard.type('half a');
  await page.getByRole('radio', { name: 'Taiwan phrases' }).check();
  await expect(cardOf(page).locator('q')).toHaveText('最佳化科研環境');
  await expect(note(page)).toHaveValue('half a');
  await note(page).press('End');
  await page.keyboard.type(' thought');
  await saved(page);
  await expect.poll(async () => (await stored(page))[0]?.note).toBe('half a thought');
  // What is pressed while an input method composes is the input method's: keys that a field passes on do nothing.
  const typing = await page.context().newCDPSession(page);
  await typing.send('Input.imeSetComposition', { text: 'ㄒㄧㄤ', selectionStart: 3, selectionEnd: 3 });
  await expect(note(page)).toHaveValue('half a thoughtㄒㄧㄤ');
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Escape');
  await typing.send('Input.insertText', { text: '想' });
  await expect(note(page)).toHaveValue('half a thought想');
  await expect(cardOf(page)).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Export notes' })).toHaveCount(0);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export notes' })).toBeVisible();
});

test('letters typed into a note are no commands', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '揭榜掛帥');
  await page.keyboard.press('n');
  await page.keyboard.type('snjkc [1] ?');
  await expect(note(page)).toHaveValue('snjkc [1] ?');
  await expect(page.getByRole('radio', { name: 'Original', exact: true })).toBeChecked();
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
});

test(
  'the list follows reading order; clicking or Enter jumps to the mark and opens its card',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '起好步', 'Blue');
    await markWords(page, '新聞發布會', 'Yellow');
    await expect(notesOf(page).locator('q')).toHaveText(['新聞發布會', '起好步']);
    await notesOf(page).last().click();
    await expect(cardOf(page).locator('q')).toHaveText('起好步');
    await expect(page.locator('[data-block="4"]')).toBeInViewport();
    await page.keyboard.press('Escape');
    await notesOf(page).first().press('Enter');
    await expect(cardOf(page).locator('q')).toHaveText('新聞發布會');
    await expect(page.locator('[data-block="0"]')).toBeInViewport();
  },
);

test('the filter finds quotes, notes and tags in either script', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '發展實力', 'Yellow');
  await selectWords(page, '區塊鏈');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('与数据库对照');
  await saved(page);
  const filter = page.getByRole('searchbox', { name: 'Filter notes' });
  for (const [words, quote] of [
    ['发展', '發展實力'],
    ['發展', '發展實力'],
    ['区块', '區塊鏈'],
    ['數據庫', '區塊鏈'],
  ] as const) {
    await filter.fill(words);
    await expect(notesOf(page).locator('q')).toHaveText([quote]);
  }
  await filter.fill('沒有這個');
  await expect(notesOf(page)).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Notes' })).toContainText('沒有這個');
});

test('a huge and hostile note is kept and shown as text', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const hostile = `<script>document.title = 'x'</script><img src=x onerror=alert(1)> \u202e👩‍👩‍👧 ${`${'長'.repeat(9)}🀄`.repeat(9_000)}`;
  await selectWords(page, '揭榜掛帥');
  await page.getByRole('button', { name: 'Add note' }).click();
  await note(page).fill(hostile);
  await saved(page);
  expect((await stored(page))[0]?.note).toBe(hostile);
  await expect(notesOf(page)).toContainText("<script>document.title = 'x'</script>");
  expect(await page.locator('.item script, li script, li img').count()).toBe(0);
  expect(await page.title()).toBe('Zhupi');
  // To set so many words anew, as the card does that loses the focus, may take longer than a window waits that closes.
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
});

test('a write that fails is shown, the note stays in the field, and trying again keeps it', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '揭榜掛帥');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('before');
  await saved(page);
  await page.evaluate(() => {
    const put: unknown = Reflect.get(IDBObjectStore.prototype, 'put');
    Reflect.set(window, 'putAgain', () => {
      Reflect.set(IDBObjectStore.prototype, 'put', put);
    });
    Reflect.set(window, 'refused', 0);
    IDBObjectStore.prototype.put = () => {
      Reflect.set(window, 'refused', Number(Reflect.get(window, 'refused')) + 1);
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
  });
  await note(page).press('End');
  await page.keyboard.type(' and after');
  await expect(cardOf(page).getByRole('alert')).toContainText('the disk is full');
  await expect(note(page)).toHaveValue('before and after');
  expect((await stored(page))[0]?.note).toBe('before');
  // Closing the card loses no word, and promises nothing. It writes once more, which must not wait until there is room.
  const refused = (): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'refused')));
  const before = await refused();
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
  await expect.poll(refused).toBeGreaterThan(before);
  await clickWords(page, '揭榜掛帥');
  await expect(cardOf(page)).toContainText('before and after');
  await expect(cardOf(page).getByRole('alert')).toBeVisible();
  expect((await stored(page))[0]?.note).toBe('before');
  await page.evaluate(() => {
    (Reflect.get(window, 'putAgain') as () => void)();
  });
  await cardOf(page).getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  expect((await stored(page))[0]?.note).toBe('before and after');
  // The button went away; the keyboard goes on where the words are.
  await expect(note(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
});

test('a card stays where its words are, and clicking beside marks closes it', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '率先建成', 'Yellow');
  await clickWords(page, '率先建成');
  await expect(cardOf(page)).toBeVisible();
  expect(await displayed(page)).toContain('率先建成');
  await clickWords(page, '北京市科學技術委員會將抓緊');
  await expect(cardOf(page)).toBeHidden();
});
