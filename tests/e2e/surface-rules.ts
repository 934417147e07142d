import type { Locator } from '@playwright/test';

/** CSS pixels that a control is high and wide at least: WCAG 2.2, 2.5.8. */
const LEAST = 24;

/**
 * Controls that break a rule: smaller than may be, without a name, or with nothing but a drawing and no tooltip. What
 * stands within a line of text may be as high as the line.
 */
export const unfitControls = (part: Locator): Promise<string[]> =>
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
  }, LEAST);

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
