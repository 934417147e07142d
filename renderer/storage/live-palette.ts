import { PALETTE_KEY, parsePalette, type Palette } from '#core/annotation/palette';
import { KeptSetting } from './kept-setting';
import type { SettingsStore } from './settings-store';

/** The colours that a person marks with, as they are now. */
export class LivePalette extends KeptSetting<Palette> {
  /** Reads what was kept. */
  static async open(store: SettingsStore): Promise<LivePalette> {
    return new LivePalette(store, PALETTE_KEY, parsePalette(await store.get(PALETTE_KEY)));
  }

  protected override parse(kept: unknown): Palette {
    return parsePalette(kept);
  }
}
