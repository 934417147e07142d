import { describe, expect, it } from 'vitest';
import type { CodePointSpan } from '#core/support/offset';
import { LAYOUTS, type Layout } from '#core/text/layout';
import { asOpened, type SightedPage } from '../../../renderer/page/as-opened';
import { FLOWS } from '../../../renderer/page/flow';

/** CSS pixels from line to line, characters on a line, and how long the text is along its flow. */
const LINE = 40;
const PER_LINE = 10;
const LENGTH = 4_000;
const VIEW = 600;

/** A page of lines that are equally long, scrolled by some CSS pixels. What is done to it is written down in `done`. */
function page(layout: Layout, scrolled: number, offset: number | undefined, isInPages = false) {
  const done: string[] = [];
  let at = scrolled;
  const scroller = {
    get scrollTop() {
      return at;
    },
    set scrollTop(to: number) {
      at = Math.max(0, Math.min(to, LENGTH - VIEW));
    },
    get scrollLeft() {
      return -at;
    },
    set scrollLeft(to: number) {
      scroller.scrollTop = -to;
    },
    getBoundingClientRect: () => ({ top: 0, bottom: VIEW, left: -VIEW, right: 0 }),
  };
  const rectsOf = ({ start }: CodePointSpan) => {
    const place = Math.floor(start / PER_LINE) * LINE - at;
    return [{ top: place, bottom: place + 20, right: -place, left: -place - 20 }];
  };
  const view = {
    ...{ flow: FLOWS[layout], rectsOf, root: { previousElementSibling: null } },
    shown: { text: { blocks: [{ span: { start: 0, end: 1_000 } }] } },
  };
  const stub = {
    ...{ view, scroller, isInPages },
    topOffset: () => offset,
    keepUp: () => done.push(`filled at ${at}`),
    rest: () => done.push(`rested at ${at}`),
  };
  // Only what is used of a page and its scroller is there.
  return { page: stub as unknown as SightedPage, done, scrolled: () => at };
}

describe.each(LAYOUTS)('a page as it will be opened anew (%s)', (layout) => {
  it.each([
    ['scrolled into a line', false, 1_237, 310, layout === 'vertical' ? 1_216 : 1_240],
    ['turned over', true, 1_216, 310, 1_216],
    ['scrolled a little from the beginning', false, 30, 0, 0],
    ['scrolled to the end of the text', false, LENGTH - VIEW, 990, LENGTH - VIEW],
  ])('begins with its first line where it was %s, and then stands as before', (_how, isInPages, from, offset, to) => {
    const { page: shown, done, scrolled } = page(layout, from, offset, isInPages);
    expect(asOpened(shown, scrolled)).toBe(to);
    expect(scrolled()).toBe(from);
    // Filled and covered in either place: of neither any part is missing.
    expect(done).toEqual([`filled at ${to}`, `rested at ${to}`, `filled at ${from}`, `rested at ${from}`]);
  });

  it('stands as before also where it could not be drawn', () => {
    const { page: shown, scrolled } = page(layout, 1_237, 310);
    const fail = (): never => {
      throw new Error('not drawn');
    };
    expect(() => {
      asOpened(shown, fail);
    }).toThrow('not drawn');
    expect(scrolled()).toBe(1_237);
  });

  it('is none where no text is in sight', () => {
    const { page: shown, done } = page(layout, 0, undefined);
    expect(asOpened(shown, () => 1)).toBeUndefined();
    expect(done).toEqual([]);
  });
});
