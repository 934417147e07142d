type Styled = Element & ElementCSSInlineStyle;

/** What lies over a page at a point of the window; undefined where the page itself is hit, or what holds it. */
function overPage(page: Element, x: number, y: number): Styled | undefined {
  const hit = document.elementFromPoint(x, y);
  return hit === null || page.contains(hit) || hit.contains(page) ? undefined : (hit as Styled);
}

/** The outermost element about this one that does not hold the page: all of what lies over it. */
function layerOf(over: Styled, page: Element): Styled {
  let layer = over;
  while (layer.parentElement !== null && !layer.parentElement.contains(page)) layer = layer.parentElement;
  return layer;
}

/**
 * The gap between characters of a page that is nearest to a point of the window, in CSS pixels, whatever lies over it
 * there: a toolbar that is about to go is no end of a line. Null where there is none.
 */
export function caretUnder(page: Element, x: number, y: number): CaretPosition | null {
  const lifted = new Map<Styled, string>();
  for (let over = overPage(page, x, y); over !== undefined; over = overPage(page, x, y)) {
    const layer = layerOf(over, page);
    // What is in a layer may ask to be hit all the same; what asks for it twice lies there for good.
    const next = lifted.has(layer) ? over : layer;
    if (lifted.has(next)) break;
    lifted.set(next, next.style.pointerEvents);
    next.style.pointerEvents = 'none';
  }
  const at = document.caretPositionFromPoint(x, y);
  for (const [{ style }, before] of lifted) style.pointerEvents = before;
  return at;
}
