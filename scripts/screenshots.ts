import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '#core/ipc/language';
import type { Theme } from '#core/ipc/theme';
import { backToBeginning } from '../tests/e2e/either-layout-page';
import { opened } from '../tests/e2e/reading-page';
import type { Stage } from '../tests/e2e/surfaces-page';
import { turn } from '../tests/e2e/vertical-page';
import { HostApp } from '../tests/host/host';
import { buildIfStale } from './build';
import { ensureChromium } from './ensure-chromium';
import { ROOT, say } from './run';
import { runMain } from './run-main';
import { writeContactSheet } from './screenshots/contact-sheet';
import { FIRST_START, SCENES, type Scene } from './screenshots/scenes';
import { annotate, dress } from './screenshots/stage';

// Pictures of every surface in Light and Dark, across and down, in three languages, taken from the running app.
// --only=WORDS takes those whose names hold one of the words, such as --only=vertical-dark or --only=card/,find/.

const OUT = join(ROOT, 'out/pictures');
const README = join(ROOT, 'docs/pictures');

/** What stands in the README, by the pictures' names. */
const IN_README: Readonly<Record<string, string>> = {
  'reading/horizontal-light-zh-Hant': 'reading',
  'reading/vertical-sepia-zh-Hant': 'vertical',
  'card/horizontal-dark-zh-Hans': 'note',
  'correction/horizontal-light-zh-Hant': 'correction',
  'parallel/horizontal-light-en': 'parallel',
  'export/horizontal-light-en': 'export',
};

const LANGUAGES: readonly Language[] = ['en', 'zh-Hant', 'zh-Hans'];
const LAYOUTS = ['Horizontal', 'Vertical'] as const;

const only = process.argv
  .filter((arg) => arg.startsWith('--only='))
  .flatMap((arg) => arg.slice('--only='.length).split(','));

const isWanted = (name: string): boolean => only.length === 0 || only.some((words) => name.includes(words));

/** Every way in which a scene is worn in a layout: the name of the picture, the theme and the language. */
function wearings(scene: Scene, layout: string): [name: string, theme: Theme, language: Language][] {
  const names = (theme: Theme, languages: readonly Language[]): [string, Theme, Language][] =>
    languages.map((language) => [`${scene.name}/${layout.toLowerCase()}-${theme}-${language}`, theme, language]);
  const all = [
    ...names('light', LANGUAGES),
    ...names('dark', LANGUAGES),
    ...(scene.inAllThemes ? [...names('sepia', ['zh-Hant']), ...names('contrast', ['zh-Hans'])] : []),
  ];
  return all.filter(([name]) => isWanted(name));
}

/** Opens a scene once and pictures it in all it can wear. */
async function show(scene: Scene, stage: Stage, layout: string): Promise<void> {
  const { page } = stage;
  await scene.open(stage);
  for (const [name, theme, language] of wearings(scene, layout)) {
    await dress(page, { theme, language });
    mkdirSync(join(OUT, scene.name), { recursive: true });
    await page.screenshot({ path: join(OUT, `${name}.png`), animations: 'disabled' });
    say(`out/pictures/${name}.png`);
  }
  await dress(page, { theme: 'light', language: 'en' });
  await (scene.close?.(stage) ?? page.keyboard.press('Escape'));
  await backToBeginning(page);
}

async function showAll(scenes: readonly Scene[], stage: Stage): Promise<void> {
  for (const layout of LAYOUTS) {
    const shown = scenes.filter(
      (scene) => (scene.turns || layout === 'Horizontal') && wearings(scene, layout).length > 0,
    );
    if (shown.length === 0) continue;
    await turn(stage.page, layout);
    await backToBeginning(stage.page);
    for (const scene of shown) await show(scene, stage, layout);
  }
  await turn(stage.page, 'Horizontal');
}

async function tell(stage: Stage): Promise<void> {
  const { page } = stage;
  await showAll([FIRST_START], stage);
  await annotate(page);
  await showAll(SCENES, stage);
}

/** All pictures that lie in the folder, also those of an earlier time. */
const pictures = (): string[] =>
  readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.png'));

async function withApp(chromium: string, act: (stage: Stage) => Promise<void>): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'zhupi-pictures-'));
  const args = [`--user-data-dir=${join(dir, 'profile')}`];
  const app = await HostApp.launch({ root: ROOT, args, home: dir, executablePath: chromium });
  try {
    const page: Page = await app.firstWindow();
    // The bundler of these scripts names functions by a helper that the page does not have.
    await page.evaluate('globalThis.__name = (named) => named');
    await act({ app, page: await opened(page), dir });
  } finally {
    await app.close();
    rmSync(dir, { recursive: true, force: true });
  }
  for (const error of app.errors) say(error);
  return app.errors.length === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  buildIfStale();
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  mkdirSync(OUT, { recursive: true });
  const code = await withApp(chromium, tell);
  writeContactSheet(OUT, pictures());
  mkdirSync(README, { recursive: true });
  for (const [from, to] of Object.entries(IN_README)) {
    if (existsSync(join(OUT, `${from}.png`))) copyFileSync(join(OUT, `${from}.png`), join(README, `${to}.png`));
  }
  return code;
}

runMain(main);
