import type { SettingChange, SettingPeers } from '../../renderer/storage/setting-peers';

/** Calls back some time later, or at once; what one says arrives in the order in which it was said. */
export type Delivery = (arrive: () => void) => void;

/**
 * What windows say to each other of what is set: each hears what the others say. Whoever changes something under a key
 * has it alone meanwhile.
 */
export function room(
  deliver: Delivery = (arrive) => {
    arrive();
  },
): () => SettingPeers {
  const all = new Set<(change: SettingChange) => void>();
  const turns = new Map<string, Promise<unknown>>();
  return () => {
    const own = new Set<(change: SettingChange) => void>();
    return {
      post: (change) => {
        const said = structuredClone(change);
        deliver(() => {
          for (const listener of all) if (!own.has(listener)) listener(structuredClone(said));
        });
      },
      listen: (listener) => {
        own.add(listener);
        all.add(listener);
      },
      inTurn: (key, run) => {
        const turn = (turns.get(key) ?? Promise.resolve()).then(run);
        turns.set(
          key,
          turn.catch(() => undefined),
        );
        return turn;
      },
    };
  };
}
