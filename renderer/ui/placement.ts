import { useLayoutEffect, useRef, type RefObject } from 'react';

/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 8;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Where to put a pop-up of this size near the words it belongs to (their rectangles, one a line at least): below
 * their last line, else above their first, else where most room is; always inside `view`.
 */
export function placeNear(
  words: readonly Box[],
  size: { readonly width: number; readonly height: number },
  view: Box,
): { left: number; top: number } {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { left: view.left + GAP, top: view.top + GAP };
  const lowest = view.bottom - GAP - size.height;
  const below = last.bottom + GAP;
  const above = first.top - GAP - size.height;
  const fitsAbove = above >= view.top + GAP;
  const isBelow = below <= lowest || !fitsAbove;
  const top = clamp(isBelow ? below : above, view.top + GAP, lowest);
  const line = isBelow ? last : first;
  const centre = (line.left + line.right) / 2 - size.width / 2;
  return { left: clamp(centre, view.left + GAP, view.right - GAP - size.width), top };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const covers = (place: Box, words: readonly Box[]): boolean =>
  words.some(
    ({ left, top, right, bottom }) =>
      left < place.right && right > place.left && top < place.bottom && bottom > place.top,
  );

/**
 * Where to put a pop-up of this size beside words that stand in columns (their rectangles, the first column first): to
 * the left of the last, where one reads on, else to the right of the first, else below or above all of them. Undefined
 * where it would cover them everywhere.
 */
export function placeBeside(words: readonly Box[], size: Size, view: Box): { left: number; top: number } | undefined {
  const left = Math.min(...words.map((box) => box.left));
  const right = Math.max(...words.map((box) => box.right));
  const top = Math.min(...words.map((box) => box.top));
  const bottom = Math.max(...words.map((box) => box.bottom));
  const levelled = clamp(words.at(-1)?.top ?? top, view.top + GAP, view.bottom - GAP - size.height);
  const centred = clamp((left + right - size.width) / 2, view.left + GAP, view.right - GAP - size.width);
  const places = [
    { left: left - GAP - size.width, top: levelled },
    { left: right + GAP, top: levelled },
    { left: centred, top: bottom + GAP },
    { left: centred, top: top - GAP - size.height },
  ];
  return places.find((place) => {
    const box = { ...place, right: place.left + size.width, bottom: place.top + size.height };
    const isInside =
      box.left >= view.left + GAP &&
      box.right <= view.right - GAP &&
      box.top >= view.top + GAP &&
      box.bottom <= view.bottom - GAP;
    return isInside && !covers(box, words);
  });
}

/** Those of some words that are in view; all of them where none is. */
function wordsIn(words: readonly Box[], view: Box): readonly Box[] {
  const seen = words.filter((box) => covers(view, [box]));
  return seen.length > 0 ? seen : words;
}

/**
 * Where a pop-up goes: near its words, or in vertical text beside them. Where it would cover them there, the page is
 * scrolled so that they stand at its right, and leave room.
 */
function placeFor(words: () => readonly Box[], size: Size, scroller: Element): { left: number; top: number } {
  const view = scroller.getBoundingClientRect();
  const isInPages = scroller instanceof HTMLElement && scroller.dataset['pages'] !== undefined;
  // Of words on several pages those on this one count.
  const boxes = isInPages ? wordsIn(words(), view) : words();
  if (!(scroller instanceof HTMLElement) || scroller.dataset['layout'] !== 'vertical' || boxes.length === 0) {
    return placeNear(boxes, size, view);
  }
  const beside = placeBeside(boxes, size, view);
  if (beside !== undefined) return beside;
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  // Of words that take up the page, as when all is selected, none need be brought anywhere; a page that is turned over stays.
  if (isInPages || right - left + size.width + 4 * GAP > view.width) return placeNear(boxes, size, view);
  scroller.scrollLeft -= view.right - GAP * 3 - right;
  const moved = words();
  return placeBeside(moved, size, view) ?? placeNear(moved, size, view);
}

/**
 * Keeps an absolutely placed pop-up near some words: it is placed again whenever `cause` or the size of what scrolls
 * changes, scrolls with the content of its offset parent, and goes with the words where that changes its size. `fit`
 * gives the pop-up its form in what there is of room (CSS pixels), before it is placed. Returns the reference to give to
 * the pop-up.
 */
export function usePlacement<Popup extends HTMLElement>(
  words: () => readonly Box[],
  cause: unknown,
  fit?: (popup: Popup, room: number) => void,
): RefObject<Popup | null> {
  const popup = useRef<Popup>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const scroller = parent.closest('[data-scroller]') ?? parent;
    const placeNow = (): { left: number; top: number } => {
      fit?.(element, scroller.clientWidth - 2 * GAP);
      const { left, top } = placeFor(words, element.getBoundingClientRect(), scroller);
      const origin = parent.getBoundingClientRect();
      return { left: left - origin.left, top: top - origin.top };
    };
    const sizeNow = (): string => `${scroller.clientWidth} ${scroller.clientHeight}`;
    let place = placeNow();
    let size = sizeNow();
    const wordsAt = (): { left: number; top: number } | undefined => {
      const [first] = words();
      const from = parent.getBoundingClientRect();
      return first && { left: first.left - from.left, top: first.top - from.top };
    };
    let before = wordsAt();
    const follow = (): void => {
      // What was scrolled out of sight with its words stays with them.
      if (sizeNow() !== size && covers(scroller.getBoundingClientRect(), words())) {
        size = sizeNow();
        place = placeNow();
        before = wordsAt();
      }
      const now = wordsAt();
      const moved = before && now ? { left: now.left - before.left, top: now.top - before.top } : { left: 0, top: 0 };
      element.style.left = `${place.left + moved.left}px`;
      element.style.top = `${place.top + moved.top}px`;
    };
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(parent);
    resized.observe(scroller);
    // What grows while somebody types in it moves up, so that its end stays in sight.
    const grown = new ResizeObserver(() => {
      const { top: highest, bottom: lowest } = scroller.getBoundingClientRect();
      const now = element.getBoundingClientRect();
      const over = Math.min(now.bottom - (lowest - GAP), now.top - (highest + GAP));
      if (over <= 0) return;
      place.top -= over;
      follow();
    });
    grown.observe(element);
    return () => {
      resized.disconnect();
      grown.disconnect();
    };
    // `words` measures the page anew; what it measures changes with `cause`.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new closure at each render is no new cause
  }, [cause]);
  return popup;
}
