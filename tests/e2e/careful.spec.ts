import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, LONG } from './fixtures';
import { chooseScript, displayed, markWords, opened, paintedWords } from './reading-page';

test(
  'careful conversion is a setting that acts at once, and marks stay on their words',
  LONG,
  async ({ launch, dir }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder);
    writeFileSync(join(folder, '谨慎.txt'), '这是一个中国学生写的，但是只有一块面积。');
    const page = await opened(await (await launch([`--texts=${folder}`])).firstWindow());
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: '谨慎' }).click();
    await chooseScript(page, 'Traditional', '一箇中國學生');
    await markWords(page, '中國學生', 'Green');
    await page.keyboard.press('Control+,');
    const careful = page.getByRole('dialog', { name: 'Settings' }).getByRole('switch', { name: 'Careful conversion' });
    await expect(careful).toHaveAttribute('aria-checked', 'false');
    await careful.click();
    await expect.poll(() => displayed(page)).toBe('這是一個中國學生寫的，但是只有一塊面積。');
    expect(await paintedWords(page)).toEqual(['中國學生']);
    await careful.click();
    await expect.poll(() => displayed(page)).toContain('一箇中國學生');
    expect(await paintedWords(page)).toEqual(['中國學生']);
  },
);
