import { failure, success, type Result } from '#core/support/result';

/** Most milliseconds of work between two chances to draw a frame: half of one, so that what else it costs has room. */
const SLICE_MS = 8;

/** The time that slices are cut by. */
export interface SliceTime {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Lets whatever else waits have its turn: keys, frames, other tasks. */
  readonly pause: () => Promise<void>;
}

/** The time of the window. A message comes as a task of its own, and unlike a timer is never held back. */
export const WINDOW_TIME: SliceTime = {
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    }),
};

/** Work that comes in steps, done in slices. One of it does all the work of one task in turn. */
export class Slices {
  readonly #time: SliceTime;
  readonly #signal: AbortSignal;
  /** When the slice under way ends; it has not begun yet at first, since what asks for the work has a slice of its own. */
  #end = -Infinity;

  constructor(time: SliceTime, signal: AbortSignal) {
    this.#time = time;
    this.#signal = signal;
  }

  /**
   * Takes all steps, and pauses where a slice is over. `onStep` hears of each before there is a pause. Returns what the
   * steps come to, or that they were cancelled: then none is taken any more. What a step throws is thrown.
   */
  async run<Step, Value>(
    steps: Iterator<Step, Value, undefined>,
    onStep?: (step: Step) => void,
  ): Promise<Result<Value, 'cancelled'>> {
    for (;;) {
      if (this.#time.now() >= this.#end) await this.breathe();
      if (this.#signal.aborted) {
        steps.return?.();
        return failure('cancelled');
      }
      const next = steps.next();
      if (next.done === true) return success(next.value);
      onStep?.(next.value);
    }
  }

  /** Ends the slice under way, as after something long that has no steps. */
  async breathe(): Promise<void> {
    await this.#time.pause();
    this.#end = this.#time.now() + SLICE_MS;
  }
}

/** Does work in slices of the window's time; resolves to what it returns, and rejects with the signal's reason. */
export async function inSlices<Value>(
  work: Iterator<unknown, Value, undefined>,
  { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {},
): Promise<Value> {
  const outcome = await new Slices(WINDOW_TIME, signal).run(work);
  if (outcome.ok) return outcome.value;
  throw signal.reason;
}
