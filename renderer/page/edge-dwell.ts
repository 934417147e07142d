import type { Direction } from '#core/text/caret-steps';

/** Milliseconds for which something that is dragged is held at the edge of a page until the page turns. */
export const DWELL_MS = 600;

/** And until it turns again: the words of the new page are looked at first. */
export const AGAIN_MS = 1_500;

/** Turns pages while something that is dragged is held at their edge. */
export class EdgeDwell {
  readonly #turn: (direction: Direction) => boolean;
  #side: Direction | undefined;
  #turned: Direction | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `turn` says whether there was a page to turn to. */
  constructor(turn: (direction: Direction) => boolean) {
    this.#turn = turn;
  }

  /** Which way pages were turned since what is dragged came to the edge at which it is; undefined where none were. */
  get turned(): Direction | undefined {
    return this.#turned;
  }

  /** Tells on which side of the words of the page it is; undefined where it is among them. */
  at(side: Direction | undefined): void {
    if (side === this.#side) return;
    this.stop();
    this.#side = side;
    if (side !== undefined) this.#wait(side, DWELL_MS);
  }

  /** Turns no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#side = undefined;
    this.#turned = undefined;
  }

  #wait(side: Direction, ms: number): void {
    this.#timer = setTimeout(() => {
      const before = this.#turned;
      // Known while the page turns: what is dragged is looked at then.
      this.#turned = side;
      if (this.#turn(side)) this.#wait(side, AGAIN_MS);
      else this.#turned = before;
    }, ms);
  }
}
