import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const ROOT = resolve(__dirname, '../..');

/** A copy of the app whose page can be held up at a start. */
export interface HeldApp {
  readonly root: string;
  /** From here on the script of the page waits at each start. */
  readonly hold: () => void;
  /** Lets the script of the page that was started last come. */
  readonly letGo: () => Promise<void>;
}

/** A copy of the app whose entry can be held up: its file becomes a pipe, which is read once something is written to it. */
export function copyOfApp(dir: string): HeldApp {
  const root = join(dir, 'app');
  cpSync(join(ROOT, 'out'), join(root, 'out'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(ROOT, 'resources'), join(root, 'resources'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const assets = join(root, 'out/renderer/assets');
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
  const entry = join(assets, readdirSync(assets).find((name) => html.includes(`src="./assets/${name}"`)) ?? '');
  const script = readFileSync(entry);
  return {
    root,
    hold: () => {
      rmSync(entry);
      execFileSync('mkfifo', [entry]);
    },
    letGo: () => writeFile(entry, script),
  };
}

/** The scripts that a page has loaded, and when each was asked for, in milliseconds of its clock. */
export const scriptsAsked = (page: Page): Promise<{ readonly name: string; readonly at: number }[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, startTime }) => ({ name: name.split('/').at(-1) ?? '', at: startTime })),
  );

/** The files of fonts that a page has asked for, by their names. */
export const fontsAsked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/').at(-1) ?? '')
      .filter((name) => /\.(woff2|otf|ttf)$/.test(name))
      .sort(),
  );

/** A character, and where it stands in the window. */
export interface Sign {
  readonly sign: string;
  readonly left: number;
  readonly top: number;
}

/** All characters of a text that are in sight, without readings. */
export const signsIn = (page: Page, text: string): Promise<Sign[]> =>
  page.locator(text).evaluate((root) => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    if (view === undefined) throw new Error('no scroller');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const signs = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as CharacterData;
      const holder = node.parentElement;
      if (holder?.checkVisibility({ contentVisibilityAuto: true }) !== true || holder.closest('rt')) continue;
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        // By its middle: the first line stands at the very edge.
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const isSeen = y >= view.top && y <= view.bottom && x >= view.left && x <= view.right;
        if (isSeen) signs.push({ sign: node.data.charAt(at), left, top });
      }
    }
    return signs;
  });

/** The language in which the words of a text are set. */
export const languageOf = (page: Page, words: string): Promise<string | null | undefined> =>
  page
    .locator(words)
    .first()
    .evaluate((block) => block.closest('[lang]')?.getAttribute('lang'));

/**
 * In how many frames from now on there was neither sight nor text, or both, or words of the text stood elsewhere than in the
 * first of its frames; the page counts until `faultsOf` asks.
 */
export const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const faults: string[] = [];
    Object.assign(globalThis, { faults });
    let seen: { readonly block: Element; readonly at: DOMRect } | undefined;
    const place = (): void => {
      const scroller = document.querySelector('#root [data-scroller]');
      const view = scroller?.getBoundingClientRect();
      if (!scroller || view === undefined) return;
      const isVertical = scroller.getAttribute('data-layout') === 'vertical';
      const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
      // The first that reaches beyond the middle: what is out of sight may get its size without anybody's seeing it.
      seen ??= [...document.querySelectorAll('[data-block]')]
        .map((block) => ({ block, at: block.getBoundingClientRect() }))
        .find(({ at }) => (isVertical ? at.left < x : at.bottom > y));
      const now = seen?.block.getBoundingClientRect();
      if (seen === undefined || now === undefined) return;
      const moved = Math.hypot(now.right - seen.at.right, now.top - seen.at.top);
      if (moved > 1) faults.push(`moved by ${moved}`);
    };
    let hadText = false;
    const look = (): void => {
      const [sight, text] = [document.querySelector('#last-sight'), document.querySelector('[data-block]')];
      if ((sight === null) === (text === null)) faults.push(sight === null ? 'neither' : 'both');
      // A frame is looked at here before it is laid out: what it showed is told by the next.
      if (hadText) place();
      hadText = text !== null;
      requestAnimationFrame(look);
    };
    look();
  });

export const faultsOf = (page: Page): Promise<unknown> => page.evaluate('faults');

/** Which words moved since the page began, without anyone's doing, and when, in whole milliseconds. */
export const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const said: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { sources } = entry as unknown as { sources: { node: Node | null }[] };
            // Panes are filled a frame after the text. Where parts of it begin that reach out of sight is no matter: what is
            // before them has its size once it is laid out.
            const words = sources.filter(
              ({ node }) =>
                node instanceof Element &&
                node.closest('.page-text, .last-sight, header') !== null &&
                !node.matches('.part, .section'),
            );
            if (words.length === 0) continue;
            const moved = words.map(({ node }) => node?.nodeName ?? '');
            said.push(`${Math.round(entry.startTime)} ${moved.join(' ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          done(said);
        }, 300);
      }),
  );

/** What a text and its paper look like: colours, letters, and how much of either edge is covered, from where, in CSS pixels. */
export const looksOf = (page: Page, text: string): Promise<object> =>
  page.locator(text).evaluate((root) => {
    const scroller = root.closest('[data-scroller]');
    const [paragraph] = root.querySelectorAll('p');
    if (!scroller || !paragraph) throw new Error('no text');
    const isVertical = scroller.getAttribute('data-layout') === 'vertical';
    const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(paragraph);
    const covers = Array.from(scroller.querySelectorAll('[data-edge]'), (cover) => {
      const { right, top } = cover.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(cover, '::before').blockSize) || 0;
      // Of paper that covers nothing it does not matter where it lies.
      return size === 0 ? [] : [size, isVertical ? right : top].map(Math.round);
    });
    return { paper: getComputedStyle(scroller).backgroundColor, color, fontFamily, fontSize, lineHeight, covers };
  });
