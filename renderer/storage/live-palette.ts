import { PALETTE_KEY, parsePalette, type Palette } from '#core/annotation/palette';
import type { BesideRecord } from '#core/history/beside';
import { KeptSetting, understoodOf } from './kept-setting';
import type { SettingsStore } from './settings-store';

/** The colours that a person marks with, as they are now. */
export class LivePalette extends KeptSetting<Palette> {
  /** Reads what was kept. */
  static async open(store: SettingsStore): Promise<LivePalette> {
    return new LivePalette(store, PALETTE_KEY, parsePalette(await store.get(PALETTE_KEY)));
  }

  /** Takes up the palette if it is among records that were kept by someone else. */
  readonly hear = (kept: readonly BesideRecord[]): void => {
    for (const { table, record } of kept) {
      if (table === 'settings' && record.key === PALETTE_KEY) this.renew(parsePalette(record.value));
    }
  };

  protected override understand(changes: unknown): Partial<Palette> | undefined {
    return understoodOf(changes, parsePalette({ ...this.current(), ...Object(changes) }));
  }
}
