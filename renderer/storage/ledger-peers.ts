import type { History } from '#core/history/session-history';
import type { Draft, Step } from '#core/history/step';

/** What one window tells the others on its profile. */
export type PeerMessage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'recorded'; readonly step: Step }
  | { readonly kind: 'undone' | 'redone'; readonly id: string; readonly records: readonly Draft[] };

/** The other windows on the same profile. */
export interface LedgerPeers {
  post(message: PeerMessage): void;
  /** Calls back with what the others say, never with what this window said. */
  listen(listener: (message: PeerMessage) => void): void;
}

/**
 * The other windows of this very program: a new name for each change of what is said, so that no window hears what it
 * would not understand.
 */
export function connectPeers(): LedgerPeers {
  const channel = new BroadcastChannel('zhupi-ledger-1');
  return {
    post: (message) => {
      channel.postMessage(message);
    },
    listen: (listener) => {
      channel.addEventListener('message', (event: MessageEvent<PeerMessage>) => {
        listener(event.data);
      });
    },
  };
}

/** Nobody else: for a window that is alone. */
export const NO_PEERS: LedgerPeers = { post: () => undefined, listen: () => undefined };
