import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, LONG, longUnless, test } from './fixtures';
import { answerFiles, correctionCard, correctWord, openSettings, rightClick } from './corrections-page';
import { cardOf, chooseScript, clickWords, markWords, opened, selectWords } from './reading-page';
import { violations } from './violations';

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in ${theme}`, longUnless(theme === 'Dark'), async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    expect(await violations(page), 'settings').toEqual([]);
    await page.keyboard.press('Escape');
    expect(await violations(page), 'an empty notes pane').toEqual([]);
    await markWords(page, '兩個百年', 'Yellow');
    await markWords(page, '意義重大', 'Blue');
    await selectWords(page, '黨中央');
    expect(await violations(page), 'the selection toolbar').toEqual([]);
    await page.keyboard.press('Escape');
    await clickWords(page, '兩個百年');
    await expect(cardOf(page)).toBeVisible();
    expect(await violations(page), 'an open card').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.mojibake').focus();
    expect(await violations(page), 'what is said of a repair').toEqual([]);
    await page.keyboard.press('Control+e');
    expect(await violations(page), 'the export dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violations(page), 'the keyboard sheet').toEqual([]);
  });

  test(`axe finds nothing to mend in corrections in ${theme}`, LONG, async ({ launch, dir }) => {
    const app = await launch();
    const page = await opened(await app.firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    await page.keyboard.press('Escape');
    await chooseScript(page, 'Taiwan phrases', '全域性');
    await rightClick(page, '全域性');
    expect(await violations(page), 'the menu of a word').toEqual([]);
    await page.getByRole('menuitem', { name: 'Correct conversion…' }).click();
    expect(await violations(page), 'the card of a correction').toEqual([]);
    await correctionCard(page).getByRole('textbox', { name: 'Right form' }).fill('全局');
    expect(await violations(page), 'the card with another form').toEqual([]);
    await page.keyboard.press('Escape');
    await correctWord(page, '全域性', '全局', 'This text');
    await openSettings(page);
    expect(await violations(page), 'the list of corrections').toEqual([]);
    await page.getByRole('button', { name: 'Edit the correction of 全局' }).click();
    expect(await violations(page), 'a correction that is edited').toEqual([]);
    writeFileSync(join(dir, 'dictionary.txt'), '全局\t全局\nno tab\n');
    await answerFiles(app, join(dir, 'dictionary.txt'));
    await page.getByRole('button', { name: 'Import…' }).click();
    await expect(page.getByRole('dialog', { name: 'Import corrections' })).toBeVisible();
    expect(await violations(page), 'the preview of an import').toEqual([]);
  });
}
