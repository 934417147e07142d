import { z } from 'zod';
import { parseChangedKeys } from '#core/command/changed-keys';
import { keymapOf, type ChangedKeys, type Keymap } from '#core/command/keymap';
import type { Platform } from '#core/command/platform';
import { KeptSetting } from './kept-setting';
import type { SettingsStore } from './settings-store';

/** The keys that a person has changed, and what follows from them. */
export interface Keys {
  readonly changed: ChangedKeys;
  /** Ids of what was chosen in the palette last, the newest first. */
  readonly recent: readonly string[];
}

/** Most that is remembered of what was chosen in the palette, and most characters of an id. */
const MOST_RECENT = 12;
const LONGEST_ID = 200;

const keptKeys = z.object({
  changed: z.unknown(),
  recent: z.array(z.string().max(LONGEST_ID)).max(MOST_RECENT).catch([]),
});

const KEY = 'keys';

/** The keys of commands as they are now. */
export class LiveKeys extends KeptSetting<Keys> {
  readonly #platform: Platform;
  #keymap: { readonly of: ChangedKeys; readonly keymap: Keymap } | undefined;

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
    const { changed } = this.current();
    if (this.#keymap?.of !== changed) this.#keymap = { of: changed, keymap: keymapOf(changed, this.#platform) };
    return this.#keymap.keymap;
  };

  /** Remembers what was chosen in the palette. */
  readonly use = (id: string): void => {
    if (id.length > LONGEST_ID) return;
    const before = this.current().recent.filter((other) => other !== id);
    this.change({ recent: [id, ...before].slice(0, MOST_RECENT) });
  };

  protected override parse(kept: unknown): Keys {
    return keysIn(kept, this.#platform);
  }
}

function keysIn(kept: unknown, platform: Platform): Keys {
  const { changed, recent } = keptKeys.safeParse(kept).data ?? { changed: undefined, recent: [] };
  return { changed: parseChangedKeys(changed, platform), recent };
}
