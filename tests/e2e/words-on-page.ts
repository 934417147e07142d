import type { Page } from '@playwright/test';

/** A rectangle in CSS pixels of the window. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangles of the first occurrence of some displayed words, character by character, where they are now. */
export const rectsOfWords = (page: Page, words: string, column = 'main'): Promise<Rect[]> =>
  page.locator(column).evaluate((main, wanted) => {
    for (const block of main.querySelectorAll('[data-block], [data-parallel-block]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const places: [Node, number][] = [];
      let text = '';
      while (walker.nextNode()) {
        const node = walker.currentNode as CharacterData;
        for (let at = 0; at < node.length; at++) places.push([node, at]);
        text += node.data;
      }
      const start = text.indexOf(wanted);
      if (start < 0) continue;
      return places.slice(start, start + wanted.length).map(([node, offset]) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { left, top, right, bottom };
      });
    }
    throw new Error(`not on the page: ${wanted}`);
  }, words);
