import { parseChangedKeys } from '#core/command/changed-keys';
import { keymapOf, type ChangedKeys, type Keymap } from '#core/command/keymap';
import type { Platform } from '#core/command/platform';
import type { BesideRecord } from '#core/history/beside';
import { KeptSetting, understoodOf } from './kept-setting';
import type { SettingsStore } from './settings-store';

/** The keys that a person has changed, and what follows from them. */
export interface Keys {
  readonly changed: ChangedKeys;
}

const KEY = 'keys';

/** The keys of commands as they are now. */
export class LiveKeys extends KeptSetting<Keys> {
  readonly #platform: Platform;
  #keymap: { readonly of: Keys; readonly keymap: Keymap } | undefined;

  private constructor(store: SettingsStore, platform: Platform, kept: unknown) {
    super(store, KEY, keysIn(kept, platform));
    this.#platform = platform;
  }

  /** Reads what was kept. */
  static async open(store: SettingsStore, platform: Platform): Promise<LiveKeys> {
    return new LiveKeys(store, platform, await store.get(KEY));
  }

  /** Which key stands for which command now; a new object after each change. */
  readonly keymap = (): Keymap => {
    const now = this.current();
    if (this.#keymap?.of !== now) this.#keymap = { of: now, keymap: keymapOf(now.changed, this.#platform) };
    return this.#keymap.keymap;
  };

  /** Takes up the keys if they are among records that were kept by someone else. */
  readonly hear = (kept: readonly BesideRecord[]): void => {
    for (const { table, record } of kept) {
      if (table === 'settings' && record.key === KEY) this.renew(keysIn(record.value, this.#platform));
    }
  };

  protected override understand(changes: unknown): Partial<Keys> | undefined {
    return understoodOf(changes, keysIn(changes, this.#platform));
  }
}

const keysIn = (kept: unknown, platform: Platform): Keys => ({
  changed: parseChangedKeys(
    typeof kept === 'object' && kept !== null && 'changed' in kept ? kept.changed : undefined,
    platform,
  ),
});
