import { useEffect, useRef, useState } from 'react';
import type { MarkEnd } from '#core/text/mark-ends';
import type { DisplayPoint } from '#core/text/shown-text';
import type { MarkEdge } from '../../page/mark-edges';
import { nearestSeen, TurnedByHand, type Hand } from './page-edges';
import type { ReaderPage } from './reader-page';

/** CSS pixels from the edge of what is seen within which the page scrolls while an end is dragged there. */
const SCROLL_WITHIN = 48;
/** CSS pixels that it scrolls at most in one frame. */
const FASTEST = 16;
/** CSS pixels that the mouse may move while it presses without meaning to drag. */
const SLACK = 3;

/** What dragging does. */
export interface DragActions {
  readonly onBegin: (end: MarkEnd) => void;
  readonly onMove: (point: DisplayPoint) => void;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
  /** Pressed and released in one place: what was meant are the words below. */
  readonly onPress: (x: number, y: number) => void;
}

/** A press on a handle: where it began, and how far from the edge itself. */
export interface Grip {
  readonly end: MarkEnd;
  readonly from: { readonly x: number; readonly y: number };
  readonly edge: MarkEdge;
}

/** How far to scroll when the mouse is at `at` between two edges. */
export function scrollBy(at: number, low: number, high: number): number {
  const over = at < low + SCROLL_WITHIN ? at - low - SCROLL_WITHIN : Math.max(0, at - high + SCROLL_WITHIN);
  return Math.max(-1, Math.min(1, over / SCROLL_WITHIN)) * FASTEST;
}

/** The place of the text nearest to a hand, as far as it is in sight and no paper lies over it. */
function placeAt(page: ReaderPage, hand: Hand): DisplayPoint | undefined {
  const { x, y } = nearestSeen(page, hand);
  const at = document.caretPositionFromPoint(x, y);
  return at === null ? undefined : page.view.pointOf(at.offsetNode, at.offset);
}

/** Follows one press until its release, calling back as it goes; `done` comes first. Returns how to stop. */
function follow(page: ReaderPage, { end, from, edge }: Grip, actions: () => DragActions, done: () => void): () => void {
  let at = from;
  let frame = 0;
  let isDragging = false;
  const look = (): void => {
    const hand = { x: at.x - from.x + edge.x, y: at.y - from.y + edge.y };
    const point = turned.offset === undefined ? placeAt(page, hand) : page.view.shown?.pointOf(turned.offset);
    if (point !== undefined) actions().onMove(point);
  };
  // Where the text is in pages it is turned over, else it rolls.
  const turned = new TurnedByHand(page, look);
  const roll = (): void => {
    if (page.isInPages) return;
    const { scroller } = page;
    const { flow } = page.view;
    const { start, end } = flow.boxOf(scroller.getBoundingClientRect());
    const hand = flow.boxOf({ left: at.x, right: at.x, top: at.y, bottom: at.y }).start;
    const before = flow.scrolled(scroller);
    flow.scrollBy(scroller, scrollBy(hand, start, end));
    if (flow.scrolled(scroller) !== before) look();
    frame = requestAnimationFrame(roll);
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    at = { x, y };
    if (!isDragging) {
      if (Math.hypot(x - from.x, y - from.y) <= SLACK) return;
      isDragging = true;
      actions().onBegin(end);
      frame = requestAnimationFrame(roll);
    }
    turned.at(at);
    look();
  };
  const up = (): void => {
    done();
    if (isDragging) actions().onKeep();
    else actions().onPress(from.x, from.y);
  };
  const giveUp = (): void => {
    done();
    if (isDragging) actions().onCancel();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  const ends = new AbortController();
  document.addEventListener('pointermove', move, ends);
  document.addEventListener('pointerup', up, ends);
  document.addEventListener('pointercancel', giveUp, ends);
  document.addEventListener('keydown', key, { signal: ends.signal, capture: true });
  return () => {
    cancelAnimationFrame(frame);
    turned.stop();
    ends.abort();
  };
}

/** Follows the mouse or a finger from the press on a handle to its release. Escape gives it up. */
export function useHandleDrag(page: ReaderPage, actions: DragActions): (grip: Grip) => void {
  const [grip, setGrip] = useState<Grip>();
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    if (grip === undefined) return;
    const done = (): void => {
      setGrip(undefined);
    };
    return follow(page, grip, () => newest.current, done);
  }, [grip, page]);
  return setGrip;
}
