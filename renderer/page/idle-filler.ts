/** Milliseconds of one slice: with what its frame costs besides, well within a frame of 16. */
const SLICE_MS = 5;

/**
 * What lies near the window comes first and is laid out with its frame, which the panes share: as many slices take a
 * single step each.
 */
const SINGLE_STEPS = 16;

/** The browser's offer of idle time. */
export interface IdleTime {
  readonly request: (run: (deadline: Pick<IdleDeadline, 'timeRemaining'>) => void) => number;
  readonly cancel: (handle: number) => void;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** The idle time of the window. */
export const browserIdleTime = (): IdleTime => ({
  request: (run) => requestIdleCallback(run),
  cancel: (handle) => {
    cancelIdleCallback(handle);
  },
  now: () => performance.now(),
});

/** Does a long piece of work in short slices while nothing else is to be done. Work that is begun anew ends the old. */
export class IdleFiller {
  readonly #idle: IdleTime;
  #handle: number | undefined;

  constructor(idle: IdleTime) {
    this.#idle = idle;
  }

  /** Calls `step` until it returns false, and `after` at the end of each slice. */
  start(step: () => boolean, after: () => void): void {
    this.stop();
    let slices = 0;
    const run = (deadline: Pick<IdleDeadline, 'timeRemaining'>): void => {
      this.#handle = undefined;
      const end = this.#idle.now() + Math.min(SLICE_MS, deadline.timeRemaining());
      const most = ++slices > SINGLE_STEPS ? Infinity : 1;
      let goesOn = step();
      for (let steps = 1; goesOn && steps < most && this.#idle.now() < end; steps++) goesOn = step();
      // Asked for first: what comes after a slice may itself begin the work anew.
      if (goesOn) this.#handle = this.#idle.request(run);
      after();
    };
    this.#handle = this.#idle.request(run);
  }

  /** Gives up what is not yet done. */
  stop(): void {
    if (this.#handle !== undefined) this.#idle.cancel(this.#handle);
    this.#handle = undefined;
  }
}
