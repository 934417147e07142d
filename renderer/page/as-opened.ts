import { firstBehind } from './kept-place';
import { marginOf } from './page-turns';
import type { PageView } from './page-view';
import { restoreAnchor } from './scroll-anchor';

/** A page whose words are in sight. */
export interface SightedPage {
  readonly view: PageView;
  readonly scroller: HTMLElement;
  readonly isInPages: boolean;
  /** The canonical offset of the first words in sight; undefined where no text is shown. */
  topOffset(): number | undefined;
  /** Fills what has come into sight, and covers what is not whole of a text that is scrolled. */
  keepUp(): void;
  /** Comes to rest, with a whole line where it is turned over in pages. */
  rest(): void;
}

/**
 * What `act` makes of a page while it stands as it will when it is opened anew; then it stands as it did, before any of that
 * is painted. Undefined where no text is shown.
 */
export function asOpened<Made>(page: SightedPage, act: () => Made): Made | undefined {
  const offset = page.topOffset();
  if (offset === undefined) return undefined;
  const { view, scroller } = page;
  const scrolled = view.flow.scrolled(scroller);
  const bringBy = (by: number): void => {
    view.flow.scrollBy(scroller, by);
    page.keepUp();
    page.rest();
  };
  view.flow.scrollBy(scroller, -scrolled);
  const after = firstBehind(marginOf(view.flow.layout, page.isInPages));
  if (offset > 0) restoreAnchor(view, scroller, { offset, after });
  bringBy(0);
  try {
    return act();
  } finally {
    bringBy(scrolled - view.flow.scrolled(scroller));
  }
}
