import type { Page } from '@playwright/test';

/** What can be seen of a text that is turned over in pages. */
export interface Seen {
  /** The words of all lines that no cover and no edge hides. */
  readonly words: string;
  /** The middle of each of their characters, in CSS pixels of the window. */
  readonly middles: readonly [number, number][];
  /** How many lines there are of which a part can be seen and a part cannot. */
  readonly cut: number;
  /** Readings of words that can be seen, of which a part cannot. */
  readonly readingsCut: readonly string[];
}

/** What can be seen of the page, or of the second column. */
export const seen = (page: Page, column: 'main' | 'section' = 'main'): Promise<Seen> =>
  page.evaluate((name) => {
    const main = document.querySelector(`${name}.page-text`);
    const scroller = main?.closest<HTMLElement>('[data-scroller]');
    if (!scroller || !main) throw new Error('no page');
    const isVertical = scroller.dataset['layout'] === 'vertical';
    const box = scroller.getBoundingClientRect();
    const cover = (edge: string): number => {
      const element = scroller.querySelector(`[data-edge=${edge}]`);
      return parseFloat((element && getComputedStyle(element, '::before').blockSize) ?? '') || 0;
    };
    const from = (isVertical ? -box.right : box.top) + cover('start');
    const to = (isVertical ? -box.left : box.bottom) - cover('end');
    const extent = (rect: DOMRect): [number, number] =>
      isVertical ? [-rect.right, -rect.left] : [rect.top, rect.bottom];
    let words = '';
    const middles: [number, number][] = [];
    const cut = new Set<number>();
    const readingsCut: string[] = [];
    // Of a section that is skipped nothing is seen; asked for its words, the browser would lay it out.
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      !(node instanceof Element)
        ? NodeFilter.FILTER_ACCEPT
        : node.tagName === 'RT' || !node.checkVisibility({ contentVisibilityAuto: true })
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const [start, end] = isVertical ? [-right, -left] : [top, bottom];
        // The letters themselves are smaller than the boxes of their font.
        const inset = (end - start) * 0.2;
        if (end - inset <= from || start + inset >= to) continue;
        if (start + inset < from || end - inset > to) {
          cut.add(Math.round(start));
          continue;
        }
        words += text.charAt(at);
        middles.push([(left + right) / 2, (top + bottom) / 2]);
        const reading = node.parentElement?.closest('ruby')?.querySelector('rt');
        if (!reading || at > 0) continue;
        const [above, below] = extent(reading.getBoundingClientRect());
        if (above < from - 2 || below > to + 2) readingsCut.push(text);
      }
    }
    return { words, middles, cut: cut.size, readingsCut };
  }, column);

/** True if the caret is drawn where no cover and no edge hides it. */
export const caretIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const scroller = document.querySelector<HTMLElement>('[data-scroller]');
    const caret = scroller?.querySelector('div[aria-hidden=true]:not([hidden], [data-edge])')?.getBoundingClientRect();
    if (!scroller || !caret) return false;
    const box = scroller.getBoundingClientRect();
    const cover = (edge: string): number =>
      parseFloat(scroller.querySelector<HTMLElement>(`[data-edge=${edge}]`)?.style.getPropertyValue('--cover') ?? '') ||
      0;
    return scroller.dataset['layout'] === 'vertical'
      ? caret.right <= box.right - cover('start') + 1 && caret.left >= box.left + cover('end') - 1
      : caret.top >= box.top + cover('start') - 1 && caret.bottom <= box.bottom - cover('end') + 1;
  });
