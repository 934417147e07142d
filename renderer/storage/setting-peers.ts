/** What one window tells the others of something that is set. */
export interface SettingChange {
  readonly key: string;
  /** The fields that were changed, with their new values; none where what was changed lies on the disk now. */
  readonly changes?: object;
}

/** The other windows on the profile, as far as they care for what is set. */
export interface SettingPeers {
  post(change: SettingChange): void;
  /** Calls back with what the others say, never with what this window said. */
  listen(listener: (change: SettingChange) => void): void;
  /** Runs what changes the value under a key while no other window does. */
  inTurn<Value>(key: string, run: () => Promise<Value>): Promise<Value>;
}

/** For a window that is alone. */
export const NO_SETTING_PEERS: SettingPeers = {
  post: () => undefined,
  listen: () => undefined,
  inTurn: (_key, run) => run(),
};

/** The channel between windows of this very program; a new name for each change of what is said on it. */
export const SETTINGS_CHANNEL = 'zhupi-settings-2';

/** The other windows of this very program. */
export function connectSettingPeers(): SettingPeers {
  const channel = new BroadcastChannel(SETTINGS_CHANNEL);
  return {
    post: (change) => {
      channel.postMessage(change);
    },
    listen: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<SettingChange>) => {
        listener(data);
      });
    },
    // A window that is gone, however it went, holds no lock.
    inTurn: (key, run) => navigator.locks.request(`zhupi-setting-${key}`, run),
  };
}
