import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, LONG } from './fixtures';
import { chooseScript, opened } from './reading-page';

/** Files by name: what they hold, what is said of them, and what a script chosen next must show. */
const FILES: readonly {
  readonly name: string;
  readonly words: string;
  readonly says: string;
  readonly script: string;
  readonly shows: string;
}[] = [
  {
    name: '簡',
    words: '今天天气很好，皇后在后宫里看着书，然后去公园散步。',
    says: 'Simplified',
    script: 'Traditional',
    shows: '皇后在後宮裏看着書',
  },
  {
    name: '臺',
    words: '今天天氣很好，因為下雨的緣故，他們在公園裡看著大家。',
    says: 'Traditional (Taiwan)',
    script: 'Hong Kong',
    shows: '公園裏看着大家',
  },
  {
    name: '港',
    words: '因為巴士脱班，他在車站裏等着，看着手錶。',
    says: 'Traditional (Hong Kong)',
    script: 'Taiwan',
    shows: '車站裡等著，看著手錶',
  },
  {
    name: '古',
    words: '因爲他喫了麪，所以心裏高興，坐着不動。',
    says: 'Traditional',
    script: 'Taiwan',
    shows: '因為他吃了麵，所以心裡高興，坐著不動。',
  },
  {
    name: '轉',
    words: '我們于昨日發布了新的制造業規范，并且在筑路工程中示范。',
    says: 'Traditional (converted character by character)',
    script: 'Taiwan',
    shows: '我們於昨日發佈了新的製造業規範，並且在築路工程中示範。',
  },
];

test('a file opens in the script that it is written in, and is converted from there', LONG, async ({ launch, dir }) => {
  const folder = join(dir, 'texts');
  mkdirSync(folder);
  for (const { name, words } of FILES) writeFileSync(join(folder, `${name}.txt`), words);
  const page = await opened(await (await launch([`--texts=${folder}`])).firstWindow());
  for (const { name, words, says, script, shows } of FILES) {
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name }).click();
    await chooseScript(page, 'Original', words);
    await expect(page.getByRole('region', { name: 'About this text' }).locator('p')).toHaveText(says);
    await chooseScript(page, script, shows);
  }
});
