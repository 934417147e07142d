/** A change of something that is set, as one window tells it to the others. */
export interface SettingChange {
  readonly key: string;
  /** The fields that were changed, with their new values. */
  readonly changes: object;
}

/** The other windows on the profile, as far as they care for what is set. */
export interface SettingPeers {
  post(change: SettingChange): void;
  /** Calls back with what the others say, never with what this window said. */
  listen(listener: (change: SettingChange) => void): void;
}

/** For a window that is alone. */
export const NO_SETTING_PEERS: SettingPeers = { post: () => undefined, listen: () => undefined };

/** The other windows of this very program; a new name for each change of what is said. */
export function connectSettingPeers(): SettingPeers {
  const channel = new BroadcastChannel('zhupi-settings-1');
  return {
    post: (change) => {
      channel.postMessage(change);
    },
    listen: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<SettingChange>) => {
        listener(data);
      });
    },
  };
}
