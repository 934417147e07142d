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

/**
 * Keeps an absolutely placed pop-up near some words: it is placed again whenever `cause` changes, scrolls with the
 * content of its offset parent, and goes with the words where that changes its size. Returns the reference to give to
 * the pop-up.
 */
export function usePlacement<Popup extends HTMLElement>(
  words: () => readonly Box[],
  cause: unknown,
): RefObject<Popup | null> {
  const popup = useRef<Popup>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const view = (parent.closest('[data-scroller]') ?? parent).getBoundingClientRect();
    const { left, top } = placeNear(words(), element.getBoundingClientRect(), view);
    const origin = parent.getBoundingClientRect();
    const place = { left: left - origin.left, top: top - origin.top };
    const wordsAt = (): { left: number; top: number } | undefined => {
      const [first] = words();
      const from = parent.getBoundingClientRect();
      return first && { left: first.left - from.left, top: first.top - from.top };
    };
    const before = wordsAt();
    const follow = (): void => {
      const now = wordsAt();
      const moved = before && now ? { left: now.left - before.left, top: now.top - before.top } : { left: 0, top: 0 };
      element.style.left = `${place.left + moved.left}px`;
      element.style.top = `${place.top + moved.top}px`;
    };
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(parent);
    // What grows while somebody types in it moves up, so that its end stays in sight.
    const grown = new ResizeObserver(() => {
      const { top: highest, bottom: lowest } = (parent.closest('[data-scroller]') ?? parent).getBoundingClientRect();
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
