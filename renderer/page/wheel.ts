import type { Direction } from '#core/text/caret-steps';

/** What a wheel tells. */
export type Turned = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** CSS pixels of a line and of a page, in which some wheels count. */
export interface WheelUnits {
  readonly line: number;
  readonly page: number;
}

/** CSS pixels from which one event is a notch of a wheel; trackpads tell less at a time, and glide by themselves. */
const NOTCH = 48;

/** The share of what is left that one frame goes. */
const SHARE = 0.3;

/**
 * How far vertical text goes on when a wheel is turned, in CSS pixels; undefined for what the browser does itself: a
 * trackpad that is moved sideways, and zooming.
 */
export function wheelDistance(turned: Turned, { line, page }: WheelUnits): number | undefined {
  const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = turned;
  if (ctrlKey || metaKey) return undefined;
  // With Shift some systems tell a turn of the wheel as one to the side.
  const along = shiftKey && deltaY === 0 ? deltaX : deltaY;
  if (along === 0 || (!shiftKey && Math.abs(deltaX) >= Math.abs(deltaY))) return undefined;
  return along * ([1, line, page][deltaMode] ?? 1);
}

/** Goes so far, smoothly where a notch of a wheel would be a jump. */
export class WheelMotion {
  readonly #go: (by: number) => number;
  #left = 0;
  #frame = 0;

  /** `go` scrolls by so many CSS pixels and says how far that was. */
  constructor(go: (by: number) => number) {
    this.#go = go;
  }

  /** Goes on by so many CSS pixels beyond what is still to go. */
  turn(by: number, atOnce: boolean): void {
    // Turned back, it goes back from where it is.
    if (Math.sign(by) !== Math.sign(this.#left)) this.#left = 0;
    this.#left += by;
    if (atOnce || (this.#frame === 0 && Math.abs(by) < NOTCH)) {
      this.#go(this.#left);
      this.stop();
    } else if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  /** Stays where it is. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#left = 0;
  }

  readonly #step = (): void => {
    const wanted =
      Math.abs(this.#left) < 2 ? this.#left : Math.sign(this.#left) * Math.ceil(Math.abs(this.#left) * SHARE);
    const gone = this.#go(wanted);
    this.#left -= wanted;
    // At an end of the text it can go no further.
    if (this.#left === 0 || Math.abs(gone) < 0.5) this.stop();
    else this.#frame = requestAnimationFrame(this.#step);
  };
}

/** Milliseconds for which a wheel, or the glide of a trackpad, turns no second page. */
const ONE_TURN_MS = 250;

/** CSS pixels that a trackpad has to be moved for a page. */
const TURN = 40;

/** Turns a page for a notch of a wheel or a move of a trackpad, down and to the side alike, and waits before the next. */
export function wheelTurns(
  turn: (direction: Direction) => void,
): (turned: Turned & Pick<WheelEvent, 'timeStamp'>) => void {
  let moved = 0;
  let turnedAt = -Infinity;
  return ({ deltaX, deltaY, deltaMode, timeStamp }) => {
    const by = (Math.abs(deltaY) >= Math.abs(deltaX) ? deltaY : deltaX) * (deltaMode === 0 ? 1 : TURN);
    if (timeStamp - turnedAt < ONE_TURN_MS) return;
    moved = Math.sign(by) === Math.sign(moved) ? moved + by : by;
    if (Math.abs(moved) < TURN) return;
    turn(moved > 0 ? 'forward' : 'backward');
    moved = 0;
    turnedAt = timeStamp;
  };
}
