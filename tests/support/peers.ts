import type { LedgerPeers } from '../../renderer/storage/ledger-peers';

/** Nobody else: for a window that is alone. */
export const NO_PEERS: LedgerPeers = { post: () => Promise.resolve(), listen: () => undefined };
