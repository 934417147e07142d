import type { Locator } from '@playwright/test';
import { THEMES } from '#core/ipc/theme';
import { expect, test } from './fixtures';
import { opened } from './reading-page';
import { lopsided, unfitControls, wordsInNoLanguage } from './surface-rules';
import { closeSurface, setTheStage, SURFACES, type Stage } from './surfaces-page';
import { faintIn, violations } from './violations';

/** Says of an element that it is the one to look at, for as long as that lasts. */
const LOOKED_AT = 'data-looked-at';

/** What is to be mended of a part of the window, in all themes. */
async function problemsOf({ page }: Stage, part: Locator): Promise<string[]> {
  await part.evaluate((element, name) => {
    element.setAttribute(name, '');
  }, LOOKED_AT);
  const selector = `[${LOOKED_AT}]`;
  const found = [
    ...(await unfitControls(part)),
    ...(await wordsInNoLanguage(part)),
    ...(await violations(page, selector)),
    ...(await faintIn(
      page,
      selector,
      THEMES.filter((theme) => theme !== 'system'),
    )),
  ];
  await part.evaluate((element, name) => {
    element.removeAttribute(name);
  }, LOOKED_AT);
  return found;
}

/** Where the tree of a surface is written down; `--update-snapshots` writes it anew. */
const fileOf = (name: string): string => `${name.replaceAll(' ', '-')}.aria.txt`;

/** What a screen reader meets, as roles and names; what differs from one time to the next is left out. */
const treeOf = async (part: Locator): Promise<string> =>
  (await part.ariaSnapshot())
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, 'ID')
    .replaceAll(/\d{1,2}:\d\d(?::\d\d\.\d+Z)?(?:\s?[AP]M)?/gu, 'TIME')
    .replaceAll(
      /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}/gu,
      'DATE',
    );

test('every surface holds to the rules in all themes, and reads as it should', async ({ launch, dir }) => {
  test.setTimeout(300_000);
  // The same on every system.
  test.info().snapshotSuffix = '';
  const app = await launch();
  const page = await opened(await app.firstWindow());
  // Colours that are on their way to others would be judged as they are.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const stage = { app, page, dir };
  expect(await violations(page), 'the whole window').toEqual([]);
  expect(await problemsOf(stage, page.locator('body')), 'the first start').toEqual([]);
  for (const [name, part] of [
    ['the bar', page.getByRole('banner')],
    ['contents', page.getByRole('navigation', { name: 'Contents' })],
    ['the library', page.getByRole('navigation', { name: 'Library' })],
    ['a paragraph', page.locator('[data-block="0"]')],
  ] as const) {
    expect.soft(await treeOf(part)).toMatchSnapshot(fileOf(name));
  }
  await setTheStage(stage);
  for (const surface of SURFACES) {
    await test.step(surface.name, async () => {
      await surface.open(stage);
      const part = surface.part(page);
      expect.soft(await treeOf(part)).toMatchSnapshot(fileOf(surface.name));
      expect.soft(await problemsOf(stage, part), surface.name).toEqual([]);
      expect.soft(await lopsided(part), `the edges of ${surface.name}`).toEqual([]);
      if (surface.name === 'the card of a mark') expect.soft(await unfitControls(part, 32)).toEqual([]);
      await closeSurface(surface, stage);
    });
  }
});
