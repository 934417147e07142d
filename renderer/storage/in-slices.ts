/** Milliseconds that work may hold the page before it lets it draw and hear: less than a frame. */
const SLICE_MS = 10;

/** How work is done in slices. */
export interface Slicing {
  /** Stops the work, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds, for measuring slices. */
  readonly now?: () => number;
}

/** Lets the page draw and hear. A timer waits longer the more often it is set, a message never does. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Does work that yields now and then, a slice at a time, so that the page stays alive; resolves to what it returns. */
export async function inSlices<Value>(
  work: Generator<unknown, Value, undefined>,
  { signal, now = () => performance.now() }: Slicing = {},
): Promise<Value> {
  let began = now();
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (now() - began < SLICE_MS) continue;
    await pause();
    began = now();
  }
}
