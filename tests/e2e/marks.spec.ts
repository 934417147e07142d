import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { inSettings, pick, spoken, toolbarOf, type StoredLook } from './marks-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  markWords,
  notesOf,
  opened,
  painted,
  paintedWords,
  saved,
  selectWords,
  stored,
  textOf,
} from './reading-page';

const looks = async (page: Page): Promise<string[]> =>
  (await stored(page))
    .filter(({ deleted }) => deleted === undefined)
    .map((mark) => `${mark.colour} ${(mark as StoredLook).style}`);

const names = async (page: Page): Promise<string[]> => (await painted(page)).map(({ name }) => name);

test('a mark is restyled from its card, by a key and from the list, and undone in its turn', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '優化科研環境', 'Yellow');
  await expect.poll(() => names(page)).toEqual(['mark-yellow']);
  await clickWords(page, '優化科研環境');
  await cardOf(page).getByRole('radio', { name: 'Outline' }).check();
  await expect.poll(() => names(page)).toEqual(['mark-yellow-outline']);
  await cardOf(page).getByRole('radio', { name: 'Red' }).check();
  await expect.poll(() => names(page)).toEqual(['mark-red-outline']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect.poll(() => names(page)).toEqual(['mark-red-strikethrough']);
  await notesOf(page).first().click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Note', exact: true });
  await menu.getByRole('menuitemradio', { name: 'Underline' }).click();
  await expect.poll(() => names(page)).toEqual(['mark-red-underline']);
  await notesOf(page).first().click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Green' }).click();
  await expect.poll(() => names(page)).toEqual(['mark-green-underline']);
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  expect(await painted(page)).toEqual([{ name: 'mark-green-underline', words: ['最佳化科研環境'] }]);
  for (const name of ['mark-red-underline', 'mark-red-strikethrough', 'mark-red-outline', 'mark-yellow-outline']) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(page)).toEqual([name]);
  }
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => names(page)).toEqual(['mark-red-outline']);
  // What stands out in its menu is the mark's own colour, not Green, which was used last.
  await notesOf(page).first().click({ button: 'right' });
  await expect(menu.locator('[data-pen]')).toHaveAccessibleName('Red');
});

test(
  'highlights that no mark needs have no rules, which would cost at every change of the page',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const drawn = (): Promise<string[]> =>
      page.evaluate(() => {
        const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
        const names = rules.flatMap(({ cssText }) => [...cssText.matchAll(/::highlight\((mark-[^)]+)\)/g)]);
        return [...new Set(names.map(([, name = '']) => name))];
      });
    expect(await drawn()).toEqual([]);
    await markWords(page, '兩個百年', 'Yellow');
    await markWords(page, '意義重大', 'Yellow');
    await expect.poll(() => painted(page)).toHaveLength(1);
    expect(await drawn()).toEqual(['mark-yellow']);
  },
);

test(
  'a style in the list follows the mark’s own, and a colour that it has already is no step',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '兩個百年', 'Yellow');
    await markWords(page, '意義重大', 'Red');
    await notesOf(page).first().getByRole('button').first().focus();
    await page.keyboard.press('u');
    await expect.poll(() => looks(page)).toEqual(['yellow underline', 'red highlight']);
    await notesOf(page).last().getByRole('button').first().focus();
    await page.keyboard.press('u');
    await expect.poll(() => looks(page)).toEqual(['yellow underline', 'red underline']);
    await page.keyboard.press('2');
    await page.keyboard.press('Control+z');
    await expect.poll(() => looks(page)).toEqual(['yellow underline', 'red highlight']);
  },
);

test('no style hides words or touches readings', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const styles = ['Highlight', 'Underline', 'Wavy line', 'Outline', 'Strikethrough'];
  await markWords(page, '會議舉行', 'Yellow');
  await page.keyboard.press('j');
  for (const style of styles) {
    const drawn = await page.evaluate(() => {
      const [name] = [...CSS.highlights.keys()].filter((key) => key.startsWith('mark-'));
      const of = (selector: string): string[] => {
        const element = document.querySelector(selector);
        const css = element && getComputedStyle(element, `::highlight(${name ?? ''})`);
        return css ? [css.backgroundColor, css.textDecorationLine] : [];
      };
      return { base: of('main p'), reading: of('main rt') };
    });
    expect(drawn.reading, style).toEqual(['rgba(0, 0, 0, 0)', 'none']);
    expect(drawn.base, style).not.toEqual(['rgba(0, 0, 0, 0)', 'none']);
    await page.keyboard.press('u');
    await expect.poll(async () => (await names(page))[0]).not.toBe(style === 'Highlight' ? 'mark-yellow' : '');
  }
});

test.describe('over a new start', () => {
  test.use({ profile: 'persistent' });

  test('a mark is made in the style and colour used last, also after the next start', LONG, async ({ launch }) => {
    test.setTimeout(90_000);
    const app = await launch();
    const page = await opened(await app.firstWindow());
    await selectWords(page, '兩個百年');
    await toolbarOf(page).getByRole('button', { name: 'Style: Highlight' }).click();
    await page.getByRole('menu', { name: 'Style' }).getByRole('menuitemradio', { name: 'Wavy line' }).click();
    await toolbarOf(page).getByRole('button', { name: 'Purple', exact: true }).click();
    await expect.poll(() => painted(page)).toEqual([{ name: 'mark-purple-wavy', words: ['兩個百年'] }]);
    await selectWords(page, '意義重大');
    await page.keyboard.press('n');
    await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
    await expect(cardOf(page).getByRole('radio', { name: 'Wavy line' })).toBeChecked();
    await expect.poll(() => looks(page)).toEqual(['purple wavy', 'purple wavy']);
    await app.close();
    const again = await opened(await (await launch()).firstWindow());
    await expect.poll(() => names(again)).toEqual(['mark-purple-wavy']);
    await selectWords(again, '黨中央');
    await again.keyboard.press('n');
    await expect(cardOf(again)).toBeVisible();
    await expect.poll(async () => (await looks(again)).at(-1)).toBe('purple wavy');
  });

  test(
    'a label and colours of one’s own stand wherever the colour is named, and come back',
    LONG,
    async ({ launch }) => {
      test.setTimeout(90_000);
      const app = await launch();
      const page = await opened(await app.firstWindow());
      await inSettings(page, async (settings) => {
        await settings.getByRole('textbox', { name: 'Label of Red' }).fill('doubt');
        await settings.getByRole('button', { name: 'Add a colour' }).click();
        await settings.getByRole('textbox', { name: 'Name of Own colour 1' }).fill('地名');
        await settings.getByLabel('Choose Own colour 1').fill('#008080');
      });
      await selectWords(page, '兩個百年');
      const red = toolbarOf(page).getByRole('button', { name: 'Red', exact: true });
      await expect(red).toHaveAttribute('title', 'Red, doubt (2)');
      await red.click();
      await selectWords(page, '北京市科學');
      await page.keyboard.press('6');
      await expect.poll(() => names(page)).toEqual(['mark-red', 'mark-own-1']);
      await expect(notesOf(page).filter({ hasText: '兩個百年' })).toContainText('doubt');
      await expect(notesOf(page).filter({ hasText: '北京市科學' })).toContainText('地名');
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText('[!quote] ¶ 2 · doubt');
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText('· 地名');
      await page.keyboard.press('Escape');
      // A colour that a mark has is only offered no more.
      await inSettings(page, async (settings) => {
        await settings.getByRole('button', { name: 'Remove Own colour 1' }).click();
        await expect(settings.getByText('No longer offered')).toBeVisible();
      });
      await selectWords(page, '意義重大');
      await expect(toolbarOf(page).getByRole('button', { name: '地名' })).toHaveCount(0);
      await app.close();
      const again = await opened(await (await launch()).firstWindow());
      await expect.poll(async () => (await names(again)).sort()).toEqual(['mark-own-1', 'mark-red']);
      await expect(notesOf(again).filter({ hasText: '兩個百年' })).toContainText('doubt');
      const wash = await again.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--own-1'));
      expect(wash).not.toBe('');
    },
  );
});

/** Three marks, the first with a tag. */
async function three(page: Page): Promise<void> {
  await markWords(page, '兩個百年', 'Yellow');
  await markWords(page, '意義重大', 'Red');
  await markWords(page, '國際視野', 'Blue');
  await notesOf(page).first().getByRole('button').click();
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill('綱要');
  await saved(page);
  await page.keyboard.press('Escape');
}

test('several notes are recoloured, restyled, tagged and deleted as one step each', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await three(page);
  await pick(page, 0, 2);
  await expect(cardOf(page)).toBeHidden();
  const bar = page.getByRole('group', { name: 'Selected notes' });
  await expect(spoken(page, '2 notes selected')).toBeAttached();
  await bar.getByRole('radio', { name: 'Green' }).check();
  await expect.poll(() => looks(page)).toEqual(['green highlight', 'red highlight', 'green highlight']);
  await bar.getByRole('radio', { name: 'Underline' }).check();
  await expect.poll(() => looks(page)).toEqual(['green underline', 'red highlight', 'green underline']);
  await bar.getByRole('textbox', { name: 'Add tags' }).fill('領域');
  await page.keyboard.press('Enter');
  const tags = async (): Promise<(readonly string[])[]> => (await stored(page)).map((mark) => mark.tags);
  await expect.poll(tags).toEqual([['綱要', '領域'], [], ['領域']]);
  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(notesOf(page)).toHaveCount(1);
  await expect(spoken(page, '2 marks deleted.')).toBeVisible();
  await expect(bar).toBeHidden();
  await notesOf(page).first().getByRole('button').focus();
  await page.keyboard.press('Control+z');
  await expect(notesOf(page)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect.poll(tags).toEqual([['綱要'], [], []]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => looks(page)).toEqual(['yellow highlight', 'red highlight', 'blue highlight']);
});

test('the keyboard alone selects several notes of the list and acts on them', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await three(page);
  const items = notesOf(page);
  await items.nth(0).getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(spoken(page, '2 notes selected')).toBeAttached();
  await expect(items.nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('5');
  await expect.poll(() => looks(page)).toEqual(['purple highlight', 'purple highlight', 'blue highlight']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Selected notes' })).toBeHidden();
  await page.keyboard.press('Control+a');
  await expect(spoken(page, '3 notes selected')).toBeAttached();
  await page.keyboard.press('Delete');
  await expect(items).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(items).toHaveCount(3);
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in colours, styles and several notes, in ${theme}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const violations = async (): Promise<string[]> =>
      (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('radio', { name: theme }).check();
    await settings.getByRole('button', { name: 'Add a colour' }).click();
    await settings.getByRole('textbox', { name: 'Label of Yellow' }).fill('doubt');
    expect(await violations(), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await three(page);
    await selectWords(page, '黨中央');
    await toolbarOf(page)
      .getByRole('button', { name: /^Style:/ })
      .click();
    expect(await violations(), 'the menu of styles').toEqual([]);
    await page.keyboard.press('Escape');
    await textOf(page).focus();
    await page.keyboard.press('Escape');
    await pick(page, 0, 1);
    expect(await violations(), 'several notes').toEqual([]);
    await notesOf(page).first().click({ button: 'right' });
    expect(await violations(), 'the menu of several notes').toEqual([]);
    expect(await displayed(page)).toContain('黨中央');
    expect(await paintedWords(page)).toHaveLength(3);
  });
}
