import type { Page } from '@playwright/test';

/**
 * Words that cannot be read: what is clipped by the element that holds it or by one around it, and what lies outside
 * the window where nothing can be scrolled to it. Left out is what is meant to be shortened: what ends in an ellipsis
 * or after so many lines, and has its whole words elsewhere (a title, a quote, a file's name), and what is only heard.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShortened = (element: Element): boolean => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      return textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '');
    };
    const canScroll = (value: string): boolean => value === 'auto' || value === 'scroll';
    const clips = (value: string): boolean => value === 'hidden' || value === 'clip';
    /** How far words may stick out, in pixels: italics, rounding, a line's leading. */
    const SLACK = 2;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const holder = node.parentElement;
      if (holder === null || node.data.trim() === '' || holder.closest('main, .visually-hidden, svg, script, style'))
        continue;
      if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0) continue;
      const box = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
      const free = { x: false, y: false };
      let why = '';
      let shortened = false;
      for (let at: Element | null = holder; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (isShortened(at)) shortened = true;
        if (style.clipPath !== 'none') shortened = true;
        const around = at.getBoundingClientRect();
        const isOpen = { x: free.x, y: free.y };
        if (
          !isOpen.x &&
          clips(style.overflowX) &&
          (rect.right > around.right + SLACK || rect.left < around.left - SLACK)
        )
          why = `clipped across by ${at.className}`;
        if (
          !isOpen.y &&
          clips(style.overflowY) &&
          (rect.bottom > around.bottom + SLACK || rect.top < around.top - SLACK)
        )
          why = `clipped down by ${at.className}`;
        const isControl = at.matches('button, label, [role="menuitem"], [role="switch"], select');
        if (!free.x && isControl && (rect.right > around.right + SLACK || rect.left < around.left - SLACK))
          why = `sticks out of ${at.tagName}`;
        if (canScroll(style.overflowX)) free.x = true;
        if (canScroll(style.overflowY)) free.y = true;
        if (style.position === 'fixed') break;
      }
      if (!free.x && (rect.right > box.right + SLACK || rect.left < -SLACK)) why ||= 'outside the window, across';
      if (!free.y && (rect.bottom > box.bottom + SLACK || rect.top < -SLACK)) why ||= 'outside the window, down';
      if (why !== '' && !shortened) found.push(`“${node.data.trim().slice(0, 40)}” ${why}`);
    }
    return found;
  });

/** Controls that lie outside the window where nothing can be scrolled to them, by their names. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const control of document.querySelectorAll('button, input, textarea, select, [tabindex="0"]')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('main')) continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      const isIn = left >= -2 && right <= innerWidth + 2 && top >= -2 && bottom <= innerHeight + 2;
      // What is larger than the window, as a list that is focused itself, has its beginning in it.
      const begins = left >= -2 && left < innerWidth && top >= -2 && top < innerHeight && height > innerHeight * 0.8;
      if (!isIn && !begins) found.push(control.getAttribute('aria-label') ?? control.textContent.trim());
    }
    return found;
  });
