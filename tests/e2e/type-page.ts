import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type App } from './fixtures';
import { settled, textOf } from './reading-page';

/** A character as it is set: where it lies in CSS pixels of the window. */
export interface SetCharacter {
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A block as it is set: its box, its characters, and the distance of its lines. */
export interface SetBlock {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly lines: readonly (readonly SetCharacter[])[];
}

const fixture = (name: string): string => readFileSync(join(__dirname, `../fixtures/${name}.txt`), 'utf8');

/** Opens the app with both specimens, the panes folded, so that a whole line has room. */
export async function openSpecimens(launch: (extra: readonly string[]) => Promise<App>, dir: string): Promise<Page> {
  const folder = join(dir, 'texts');
  mkdirSync(folder, { recursive: true });
  for (const name of ['specimen-hans', 'specimen-hant']) writeFileSync(join(folder, `${name}.txt`), fixture(name));
  return (await launch([`--texts=${folder}`])).firstWindow();
}

/** Opens one of them. */
export async function openSpecimen(page: Page, name: 'specimen-hans' | 'specimen-hant'): Promise<void> {
  const library = page.getByRole('navigation', { name: 'Library' });
  if (!(await library.isVisible())) await page.keyboard.press('[');
  await library.getByRole('button', { name }).click();
  await expect(textOf(page).locator('[data-block="0"]')).toContainText(name === 'specimen-hans' ? '他说' : '他說');
  await page.keyboard.press('[');
  await expect(library).toBeHidden();
  await settled(page);
}

/** How the blocks are set. */
export const setBlocks = (page: Page): Promise<SetBlock[]> =>
  textOf(page).evaluate((main) =>
    Array.from(main.querySelectorAll('[data-block]'), (block) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const lines: SetCharacter[][] = [];
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as CharacterData;
        let at = 0;
        for (const character of node.data) {
          range.setStart(node, at);
          range.setEnd(node, (at += character.length));
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const line = lines.at(-1);
          const before = line?.at(-1);
          // Of another line is what begins left of what came before it.
          if (line === undefined || before === undefined || left < before.left) lines.push([]);
          lines.at(-1)?.push({ character, left, right, top, bottom });
        }
      }
      const { left, right } = block.getBoundingClientRect();
      return { left, right, size: parseFloat(getComputedStyle(block).fontSize), lines };
    }),
  );

/** How many cells some words of a block take, from the left of the first to the right of the last. */
export function cellsOf({ lines, size }: SetBlock, words: string): number {
  const line = lines[0] ?? [];
  const text = line.map(({ character }) => character);
  const wanted = Array.from(words);
  const start = text.findIndex((_character, at) => wanted.every((sign, next) => text[at + next] === sign));
  const [first, last] = [line[start], line[start + wanted.length - 1]];
  if (first === undefined || last === undefined) throw new Error(`no ${words} in ${text.join('')}`);
  // Chromium lays out in sixty-fourths of a pixel.
  return Math.round(((last.right - first.left) / size) * 200) / 200;
}

/** The files of fonts that the page has asked for so far. */
export const fontsAsked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/').at(-1) ?? '')
      .filter((name) => /\.(woff2|otf|ttf)$/.test(name)),
  );

/** Opens the settings and gives their section of the type. */
export async function typeSection(page: Page) {
  await page.keyboard.press('Control+,');
  return page.getByRole('dialog', { name: 'Settings' }).getByRole('region', { name: 'Type' });
}

/**
 * Ranges of files for Traditional that were loaded although no character needs them: none of the interface, and none of
 * a Simplified text that the files for Simplified lack.
 */
export const needlessFaces = (page: Page): Promise<string[]> =>
  textOf(page).evaluate((main) => {
    const holds = (range: string, code: number): boolean =>
      range.split(',').some((part) => {
        const [from = '', to = from] = part.trim().slice(2).split('-');
        return code >= parseInt(from, 16) && code <= parseInt(to, 16);
      });
    const faces = [...document.fonts];
    const simplified = faces.filter(({ family }) => family.includes('Serif SC'));
    const codes = (text: string): number[] => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
    const lacking = codes(main.textContent).filter(
      (code) => !simplified.some(({ unicodeRange }) => holds(unicodeRange, code)),
    );
    const interfaceWords = [...document.querySelectorAll('header, nav, aside, h1')].map(
      ({ textContent }) => textContent,
    );
    const needed = [...lacking, ...codes(interfaceWords.join(''))];
    return (
      faces
        .filter(({ family, status }) => family.includes('Serif TC') && status === 'loaded')
        .map(({ unicodeRange }) => unicodeRange)
        // What holds nothing in bold is asked for all the same; its file is the small one of the punctuation.
        .filter((range) => range !== 'U+10FFFF')
        .filter((range) => !needed.some((code) => holds(range, code)))
    );
  });
