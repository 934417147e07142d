import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUTS, type Layout } from '#core/text/layout';
import { FLOWS, type WindowBox } from '../../../renderer/page/flow';
import { PageTurns } from '../../../renderer/page/page-turns';
import type { PageView } from '../../../renderer/page/page-view';

/** CSS pixels: of a page along its flow, of a line's letters, and from line to line. */
const VIEW = 400;
const LETTERS = 29;
const PITCH = 36;

/** A block: how many characters there are, and CSS pixels of room behind it. */
interface FakeBlock {
  readonly length: number;
  readonly room: number;
}

interface Shape {
  readonly layout: Layout;
  readonly blocks: readonly FakeBlock[];
  /** Characters on a line. */
  readonly measure: number;
  /** CSS pixels of what stands above the text. */
  readonly head: number;
  /** CSS pixels that readings add before a line, line by line and again from the first. */
  readonly readings: readonly number[];
}

interface FakeLine {
  readonly from: number;
  readonly to: number;
  readonly block: number;
  /** CSS pixels from the beginning of the content. */
  readonly at: number;
}

/** The lines of a text, one newline between its blocks. */
function linesOf({ blocks, measure, head, readings }: Shape): FakeLine[] {
  const lines: FakeLine[] = [];
  let [offset, at] = [0, head];
  blocks.forEach(({ length, room }, block) => {
    for (let from = 0; from < length; from += measure) {
      at += readings[lines.length % readings.length] ?? 0;
      lines.push({ from: offset + from, to: offset + Math.min(length, from + measure), block, at });
      at += PITCH;
    }
    offset += length + 1;
    at += room;
  });
  return lines;
}

/** A text on a page, as far as its pages ask for it. */
function column(shape: Shape) {
  const { layout, blocks } = shape;
  const flow = FLOWS[layout];
  const lines = linesOf(shape);
  const size = (lines.at(-1)?.at ?? 0) + PITCH + VIEW;
  let scrolled = 0;
  const rectOf = (start: number, end: number): WindowBox =>
    layout === 'vertical'
      ? { left: -end, right: -start, top: 0, bottom: 20 }
      : { left: 0, right: 20, top: start, bottom: end };
  const scroller = {
    get scrollTop() {
      return scrolled;
    },
    set scrollTop(to: number) {
      scrolled = Math.max(0, Math.min(Math.round(to), size - VIEW));
    },
    get scrollLeft() {
      return -scrolled;
    },
    set scrollLeft(to: number) {
      scroller.scrollTop = -to;
    },
    getBoundingClientRect: () => rectOf(0, VIEW),
    querySelector: () => null,
    querySelectorAll: () => [],
  };
  const lineAt: FakeLine[] = [];
  for (const line of lines) for (let at = line.from; at < line.to; at++) lineAt[at] = line;
  let offset = 0;
  const spans = blocks.map(({ length }) => {
    const span = { start: offset, end: offset + length };
    offset += length + 1;
    return { span };
  });
  const boxOf = ({ at }: FakeLine): { start: number; end: number } => ({
    start: at - scrolled,
    end: at - scrolled + LETTERS,
  });
  const view = {
    flow,
    root: {},
    shown: { text: { blocks: spans } },
    rectsOf: ({ start }: { start: number }) => {
      const line = lineAt[start];
      const box = line && boxOf(line);
      return box === undefined ? [] : [rectOf(box.start, box.end)];
    },
    blockAfter: (place: number) =>
      lines.find((line) => boxOf(line).start + PITCH > place)?.block ?? Math.max(0, blocks.length - 1),
  };
  const turns = new PageTurns(view as unknown as PageView, scroller as unknown as HTMLElement);
  return {
    turns,
    lines,
    scrollTo: (to: number) => {
      scroller.scrollTop = to;
    },
    get isAtBeginning() {
      return scrolled === 0;
    },
    /** The numbers of the lines that are wholly seen. */
    seen: () =>
      lines.flatMap((line, number) => (turns.sees({ ...boxOf(line), lineStart: 0, lineEnd: 1 }) ? [number] : [])),
    /** How many lines are seen in part. */
    cut: () => {
      const { start, end } = turns.seen;
      return lines.filter((line) => {
        const box = boxOf(line);
        return box.start < end - 1 && box.end > start + 1 && !turns.sees({ ...box, lineStart: 0, lineEnd: 1 });
      }).length;
    },
  };
}

type Column = ReturnType<typeof column>;

beforeEach(() => {
  vi.stubGlobal('getComputedStyle', () => ({ lineHeight: `${PITCH}px` }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const blocks = fc.array(fc.record({ length: fc.integer({ min: 1, max: 160 }), room: fc.constantFrom(0, 0, 18, 40) }), {
  minLength: 1,
  maxLength: 14,
});

const shapes: fc.Arbitrary<Shape> = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  blocks,
  measure: fc.integer({ min: 5, max: 12 }),
  head: fc.constantFrom(48, 120, 450),
  readings: fc.constantFrom([0], [7], [0, 0, 9, 0, 4]),
});

/** Turns on until nothing changes: the lines seen on each page. */
function turnedThrough({ turns, seen, cut, lines }: Column): number[][] {
  const pages = [seen()];
  for (let left = lines.length + 2; left > 0 && turns.canTurn('forward'); left--) {
    turns.turn('forward');
    expect(cut()).toBe(0);
    pages.push(seen());
  }
  expect(turns.canTurn('forward')).toBe(false);
  return pages;
}

describe('pages of a text', () => {
  it('leave no line out, show none twice, and as many turns back come to the same pages', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const text = column(shape);
        text.turns.align();
        const pages = turnedThrough(text);
        expect(pages.flat()).toEqual(text.lines.map((_line, number) => number));
        for (const page of pages.slice(0, -1).reverse()) {
          text.turns.turn('backward');
          expect(text.seen()).toEqual(page);
        }
        expect(text.turns.canTurn('backward')).toBe(false);
      }),
    );
  });

  it('leave no line out on the way back from wherever a text was scrolled to, also behind its end', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (shape, share) => {
        const text = column(shape);
        text.scrollTo(share * ((text.lines.at(-1)?.at ?? 0) + VIEW));
        const isBehind = share * ((text.lines.at(-1)?.at ?? 0) + VIEW) > (text.lines.at(-1)?.at ?? 0);
        text.turns.rest();
        let before = text.seen();
        // Behind the end there are no words: the last page is shown, and all of its end.
        if (isBehind && !text.isAtBeginning) expect(before.at(-1)).toBe(text.lines.length - 1);
        if (!text.isAtBeginning) expect(before.length).toBeGreaterThan(0);
        for (let left = text.lines.length + 2; left > 0 && text.turns.canTurn('backward'); left--) {
          text.turns.turn('backward');
          expect(text.cut()).toBe(0);
          const now = text.seen();
          // It ends where the page after it began, or behind that where what stands above the text made way.
          if (now.length > 0) expect(now.at(-1)).toBeGreaterThanOrEqual((before[0] ?? 0) - 1);
          if (!text.isAtBeginning) expect(now[0]).toBeLessThan(before[0] ?? 0);
          before = now;
        }
        expect(text.isAtBeginning).toBe(true);
      }),
    );
  });

  it('show every line of a second column too, whole, where its lines are broken otherwise', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: -2, max: 2 }), (shape, more) => {
        const text = column(shape);
        const second = column({ ...shape, measure: shape.measure + more });
        second.turns.goWith(text.turns);
        const met = new Set(second.seen());
        const pages = [text.seen()];
        for (let left = text.lines.length + 2; left > 0 && second.turns.canTurn('forward'); left--) {
          second.turns.turn('forward');
          expect([text.cut(), second.cut()]).toEqual([0, 0]);
          pages.push(text.seen());
          for (const line of second.seen()) met.add(line);
        }
        expect(pages.flat()).toEqual(text.lines.map((_line, number) => number));
        expect([...met].sort((one, other) => one - other)).toEqual(second.lines.map((_line, number) => number));
        for (const page of pages.slice(0, -1).reverse()) {
          text.turns.turn('backward');
          expect(text.seen()).toEqual(page);
        }
      }),
    );
  });
});
