import type { BesideRecord } from '#core/history/beside';
import type { History } from '#core/history/session-history';
import type { Draft, Step } from '#core/history/step';

/** What one window tells the others on its profile. */
export type PeerMessage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'recorded'; readonly step: Step }
  | {
      readonly kind: 'undone' | 'redone';
      readonly id: string;
      readonly records: readonly Draft[];
      readonly beside: readonly BesideRecord[];
    };

/** The other windows on the same profile. */
export interface LedgerPeers {
  /** Tells the others; resolves when all of them have taken it in, so that none acts on what was before. */
  post(message: PeerMessage): Promise<void>;
  /** Calls back with what the others say, never with what this window said. */
  listen(listener: (message: PeerMessage) => void): void;
}

/** What goes over the channel: who is there, what is said, and that it was heard. */
type Signal =
  | { readonly kind: 'here'; readonly from: string; readonly asks: boolean }
  | { readonly kind: 'gone'; readonly from: string }
  | { readonly kind: 'says'; readonly from: string; readonly number: number; readonly message: PeerMessage }
  | { readonly kind: 'heard'; readonly from: string; readonly to: string; readonly number: number };

/** Milliseconds after which it is asked whether a window that has not answered is still there: it may have crashed. */
const PATIENCE_MS = 500;

/** Name of the lock that a window holds for as long as it is there. */
const lockOf = (window: string): string => `zhupi-window-${window}`;

/** The windows that are there, by the locks that they hold: a crash gives up a lock, being busy does not. */
async function heldLocks(): Promise<ReadonlySet<string | undefined>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

/** The other windows, and which of them have yet to hear something. */
class Audience {
  readonly #others = new Set<string>();
  /** Who has yet to hear what was said under a number, and what is to happen then. */
  readonly #waiting = new Map<number, { readonly by: Set<string>; readonly done: () => void }>();

  come(window: string): void {
    this.#others.add(window);
  }

  go(window: string): void {
    this.#others.delete(window);
    for (const number of this.#waiting.keys()) this.heard(number, window);
  }

  heard(number: number, by: string): void {
    const waits = this.#waiting.get(number);
    waits?.by.delete(by);
    if (waits?.by.size === 0) waits.done();
  }

  /** Resolves when all who are there have heard, or are taken for gone. */
  allHear(number: number): Promise<void> {
    if (this.#others.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const by = new Set(this.#others);
      const timer = setInterval(() => {
        void heldLocks().then((held) => {
          for (const silent of by) if (!held.has(lockOf(silent))) this.go(silent);
        });
      }, PATIENCE_MS);
      const done = (): void => {
        this.#waiting.delete(number);
        clearInterval(timer);
        resolve();
      };
      this.#waiting.set(number, { by, done });
    });
  }
}

/**
 * The other windows of this very program: a new name for each change of what is said, so that no window hears what it
 * would not understand.
 */
export function connectPeers(): LedgerPeers {
  const channel = new BroadcastChannel('zhupi-ledger-3');
  const me = crypto.randomUUID();
  // Held until this window is gone, however it goes.
  void navigator.locks.request(lockOf(me), () => new Promise(() => undefined));
  const audience = new Audience();
  const listeners = new Set<(message: PeerMessage) => void>();
  let last = 0;
  const send = (signal: Signal): void => {
    channel.postMessage(signal);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Signal>) => {
    switch (data.kind) {
      case 'here':
        audience.come(data.from);
        if (data.asks) send({ kind: 'here', from: me, asks: false });
        return;
      case 'gone':
        audience.go(data.from);
        return;
      case 'says':
        audience.come(data.from);
        for (const listener of listeners) listener(data.message);
        send({ kind: 'heard', from: me, to: data.from, number: data.number });
        return;
      case 'heard':
        if (data.to === me) audience.heard(data.number, data.from);
    }
  });
  addEventListener('pagehide', () => {
    send({ kind: 'gone', from: me });
  });
  send({ kind: 'here', from: me, asks: true });
  return {
    post: (message) => {
      const number = ++last;
      send({ kind: 'says', from: me, number, message });
      return audience.allHear(number);
    },
    listen: (listener) => {
      listeners.add(listener);
    },
  };
}
