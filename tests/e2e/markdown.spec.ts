import { violations } from './violations';
import { expect, LONG, test } from './fixtures';
import { annotate, chooseTheme, noteOf, readNote, said } from './notes-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  markWords,
  notesOf,
  opened,
  saved,
  selectWords,
  stored,
} from './reading-page';

test('a note is read as Markdown in the card and the list, and written where it is pressed', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await annotate(page, '揭榜掛帥', 'Red', '**重點。**怎麼譯？\n\n- *open* competition\n- `榜`');
  await expect(notesOf(page).locator('strong')).toHaveText('重點。');
  // Items of a note are no items of the list.
  await expect(notesOf(page)).toHaveCount(1);
  await clickWords(page, '揭榜掛帥');
  await expect(readNote(page).locator('strong')).toHaveText('重點。');
  await expect(readNote(page).getByRole('listitem')).toHaveText(['open competition', '榜']);
  await expect(noteOf(page)).not.toBeFocused();
  await readNote(page).locator('strong').click({ force: true });
  await expect(noteOf(page)).toBeFocused();
  await expect(readNote(page)).toBeHidden();
  await noteOf(page).press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('third');
  await saved(page);
  expect((await stored(page))[0]?.note).toBe('**重點。**怎麼譯？\n\n- *open* competition\n- `榜`\n- third');
  await page.keyboard.press('Control+Enter');
  await expect(readNote(page).getByRole('listitem')).toHaveText(['open competition', '榜', 'third']);
  // The card has the focus: Enter writes on.
  await page.keyboard.press('Enter');
  await expect(noteOf(page)).toBeFocused();
});

test('the usual keys make bold and slanted, and the field takes back its own typing', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '揭榜掛帥');
  await page.keyboard.press('n');
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+b');
  await expect(noteOf(page)).toHaveValue('**one**');
  await page.keyboard.press('Control+i');
  await expect(noteOf(page)).toHaveValue('***one***');
  await page.keyboard.press('Control+z');
  await expect(noteOf(page)).toHaveValue('**one**');
  await page.keyboard.press('Control+b');
  await expect(noteOf(page)).toHaveValue('one');
  // The field grows with its text.
  const before = (await noteOf(page).boundingBox())?.height ?? 0;
  await page.keyboard.press('End');
  await page.keyboard.type('\n1\n2\n3\n4\n5\n6');
  expect((await noteOf(page).boundingBox())?.height ?? 0).toBeGreaterThan(before + 40);
});

for (const [script, sign, typed, shown] of [
  ['Simplified', '意味着', '量子計', '人工智能、量子计算'],
  ['Taiwan phrases', '最佳化', '量子计', '人工智慧、量子計算'],
] as const) {
  test(`[[ offers marks in either script, and the link shows them in ${script}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await annotate(page, '人工智能、量子計算', 'Green');
    await annotate(page, '優化科研環境', 'Blue', '另一處');
    await chooseScript(page, script, sign);
    await chooseTheme(page, 'Dark');
    await notesOf(page).filter({ hasText: '另一' }).press('Enter');
    await page.keyboard.press('Enter');
    await noteOf(page).press('Control+End');
    await page.keyboard.type(' [[');
    const offered = cardOf(page).getByRole('listbox', { name: 'Marks to link to' }).getByRole('option');
    await expect(offered).toHaveText([shown]);
    expect(await violations(page), 'marks offered').toEqual([]);
    await page.keyboard.insertText(typed);
    await expect(offered).toHaveText([shown]);
    await page.keyboard.press('Enter');
    await expect(offered).toHaveCount(0);
    await saved(page);
    expect((await stored(page))[1]?.note).toMatch(/^另一處 \[人工智能、量子計算\]\(zhupi:\/\/mark\/[0-9a-f-]{36}\)$/);
    await page.keyboard.press('Control+Enter');
    const link = readNote(page).getByRole('link');
    await expect(link).toHaveText(shown);
    expect(await violations(page), 'a link to a mark').toEqual([]);
    await page.getByRole('radio', { name: 'Original', exact: true }).check();
    await expect(link).toHaveText('人工智能、量子計算');
    await link.press('Enter');
    await expect(cardOf(page).locator('q')).toHaveText('人工智能、量子計算');
    await cardOf(page).getByRole('button', { name: 'Delete' }).click();
    await expect(notesOf(page)).toHaveCount(1);
    await expect(notesOf(page)).toContainText('deleted mark');
    await page.keyboard.press('Control+z');
    await expect(notesOf(page).filter({ hasText: '另一' })).not.toContainText('deleted mark');
  });
}

test('Escape leaves the marks that are offered, and then the card', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await annotate(page, '人工智能', 'Green');
  await selectWords(page, '揭榜掛帥');
  await page.keyboard.press('n');
  await page.keyboard.type('[[');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(noteOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
});

test('what is undone comes into the open field, and what is half typed stays', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await annotate(page, '優化科研環境', 'Blue', 'first');
  await clickWords(page, '優化科研環境');
  await expect(readNote(page)).toHaveText('first');
  await page.keyboard.press('Control+z');
  await said(page, /Undone/);
  await expect(noteOf(page)).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(noteOf(page)).toHaveValue('first');
  await expect(readNote(page)).toHaveText('first');
  // A change of script while letters are not yet written loses none.
  await noteOf(page).press('Control+End');
  await page.keyboard.type(' and half');
  await page.getByRole('radio', { name: 'Taiwan phrases' }).check();
  await expect(cardOf(page).locator('q')).toHaveText('最佳化科研環境');
  await expect(noteOf(page)).toHaveValue('first and half');
  await saved(page);
  expect((await stored(page))[0]?.note).toBe('first and half');
});

const HOSTILE: readonly (readonly [name: string, note: string, shown: string])[] = [
  ['raw HTML', '<script>document.title="x"</script>', '<script>document.title="x"</script>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a link to a script', '[press](javascript:alert(1))', '[press](javascript:alert(1))'],
  ['a link to data', '[press](data:text/html,x)', '[press](data:text/html,x)'],
  ['a link to a file', '[press](file:///etc/passwd)', '[press](file:///etc/passwd)'],
  ['a frame', '<iframe src="https://example.org"></iframe>', '<iframe src="https://example.org"></iframe>'],
  ['an image from the web', '![看圖](https://example.org/a.png)', '看圖'],
  ['an address under other words', '[銀行](https://example.org/)', '銀行'],
  ['unpaired surrogates', 'a\ud83db\udc00c', 'a'],
  ['a bidi override', '\u202eabc 發展', '發展'],
  ['a link to no mark', '[x](zhupi://mark/0198f3a2-7c11-7d4e-9b52-3f6a1c8e2d90)', 'no such mark'],
  ['deep quotations', `${'> '.repeat(500)}深`, '>'],
  ['many opening signs', '*['.repeat(3_000), '[['],
];

test('hostile notes are shown as the text they are, and reach nothing', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await selectWords(page, '揭榜掛帥');
  await page.keyboard.press('n');
  for (const [name, note, shown] of HOSTILE) {
    await noteOf(page).focus();
    await noteOf(page).evaluate((field, words) => {
      // As pasted: what types it would refuse half a character.
      (field as HTMLTextAreaElement).select();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to paste
      document.execCommand('insertText', false, words);
    }, note);
    await saved(page);
    await page.keyboard.press('Control+Enter');
    await expect(readNote(page), name).toContainText(shown);
    await expect(notesOf(page), name).toContainText(shown.slice(0, 100));
    const tags = 'script, img, iframe, a, object, embed, form, style, link';
    expect(await readNote(page).locator(tags).count(), name).toBe(0);
    expect(await notesOf(page).locator(tags).count(), name).toBe(0);
  }
  expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
  expect(await page.title()).toBe('Zhupi');
});

test('an address is shown beside other words, and pressing it opens nothing', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await annotate(page, '揭榜掛帥', 'Red', '[銀行](https://example.org/path) https://example.net/');
  await clickWords(page, '揭榜掛帥');
  await expect(readNote(page)).toContainText('銀行 (https://example.org/path) https://example.net/');
  await expect(readNote(page).getByRole('link')).toHaveCount(0);
  expect(app.windows()).toHaveLength(1);
});

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });
  test('a note with a link to a mark is read the same after quitting and coming back', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await markWords(page, '人工智能', 'Green');
    await selectWords(page, '揭榜掛帥');
    await page.keyboard.press('n');
    await page.keyboard.type('**見** [[');
    await page.getByRole('option').click();
    await page.keyboard.type('!');
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect(notesOf(page).filter({ hasText: '揭榜掛帥' })).toContainText('見 人工智能!');
    await clickWords(page, '揭榜掛帥');
    await readNote(page).getByRole('link').click();
    await expect(cardOf(page).locator('q')).toHaveText('人工智能');
  });
});
