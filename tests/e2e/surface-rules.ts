import type { Locator } from '@playwright/test';

/** CSS pixels that a control is high and wide at least: WCAG 2.2, 2.5.8. */
const LEAST = 24;

/**
 * Controls that break a rule: smaller than may be, without a name, or with nothing but a drawing and no tooltip. What
 * stands within a line of text may be as high as the line.
 */
export const unfitControls = (part: Locator, least = LEAST): Promise<string[]> =>
  part.evaluate((root, least) => {
    const controls = 'button, input, select, textarea, a[href], [role=menuitem], [role=menuitemradio], [role=option]';
    return [...root.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      // What is pressed for a radio button is its label.
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || !target.checkVisibility({ visibilityProperty: true })) return [];
      const where = control.outerHTML.slice(0, 160);
      const name = control.getAttribute('aria-label') ?? control.textContent;
      const isPlain = control instanceof HTMLButtonElement && control.textContent.trim() === '';
      return [
        ...(width < least || height < least ? [`${Math.round(width)} × ${Math.round(height)}: ${where}`] : []),
        ...(control instanceof HTMLButtonElement && name.trim() === '' ? [`without a name: ${where}`] : []),
        ...(isPlain && control.title === '' ? [`without a tooltip: ${where}`] : []),
      ];
    });
  }, least);

/**
 * Chinese words that nothing says are Chinese. What a person wrote themselves may be in any language: that it is not
 * known is said by an empty `lang`.
 */
export const wordsInNoLanguage = (part: Locator): Promise<string[]> =>
  part.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const words = walker.currentNode.nodeValue ?? '';
      if (!/\p{Script=Han}/u.test(words) || parent?.checkVisibility() !== true) continue;
      const language = parent.closest('[lang]')?.getAttribute('lang') ?? '';
      if (language !== '' && !language.startsWith('zh'))
        found.push(`${words.slice(0, 30)} in ${parent.outerHTML.slice(0, 120)}`);
    }
    return found;
  });

/**
 * What of a dialog over the window stands nearer to one of its edges than to the other: its words and controls, and the
 * caps of keys in the last column of their sheet. CSS pixels from the left and from the right.
 */
export const lopsided = (part: Locator): Promise<string[]> =>
  part.evaluate((root) => {
    if (!root.matches('dialog')) return [];
    const box = root.getBoundingClientRect();
    const words = document.createRange();
    const edges = (selector: string): [number, number] => {
      const rects = [...root.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => {
          words.selectNodeContents(element);
          return element.matches('button, input, select, kbd, [role=region]')
            ? element.getBoundingClientRect()
            : words.getBoundingClientRect();
        })
        .filter(({ width }) => width > 0);
      return [
        Math.round(Math.min(...rects.map(({ left }) => left)) - box.left),
        Math.round(box.right - Math.max(...rects.map(({ right }) => right))),
      ];
    };
    const heading = edges('h1')[0];
    const found: string[] = [];
    // Rows of keys and of a table reach from edge to edge; where there is one number to a row, it stands by its label.
    for (const selector of ['kbd', 'table:has(th:nth-child(3)) :is(td, th)']) {
      const [, right] = edges(selector);
      if (Number.isFinite(right) && Math.abs(right - heading) > 1) found.push(`${selector}: ${heading} and ${right}`);
    }
    const [, right] = edges('button:not(li button)');
    if (Number.isFinite(right) && Math.abs(right - heading) > 1) found.push(`buttons: ${heading} and ${right}`);
    return found;
  });
