import { z } from 'zod';
import type { BesideRecord } from '#core/history/beside';
import { THEMES } from '#core/ipc/theme';
import { LANGUAGES } from '#core/ipc/language';
import { SCRIPT_MODES } from '#core/script/mode';
import { LAYOUTS } from '#core/text/layout';
import { KeptSetting } from './kept-setting';
import type { SettingsStore } from './settings-store';
import { typeSettings } from './type-settings';

const settingsSchema = z.object({
  script: z.enum(SCRIPT_MODES).catch('original'),
  glosses: z.boolean().catch(true),
  repairs: z.boolean().catch(true),
  /** Marks characters that have more than one counterpart in the script shown. */
  variants: z.boolean().catch(false),
  /** Lets no phrase of a conversion end inside a word. */
  careful: z.boolean().catch(false),
  /** Shows the text once more beside the page, in a script of its own. */
  parallel: z.boolean().catch(false),
  /** Undefined until the person chooses: then it is one that the page is not in. */
  parallelScript: z.enum(SCRIPT_MODES).optional().catch(undefined),
  contentsPane: z.boolean().catch(true),
  notesPane: z.boolean().catch(true),
  theme: z.enum(THEMES).catch('system'),
  /** Undefined until the person chooses: then the system's language holds. */
  language: z.enum(LANGUAGES).optional().catch(undefined),
  layout: z.enum(LAYOUTS).catch('horizontal'),
  /** The text that was open last. */
  textId: z.string().optional().catch(undefined),
  ...typeSettings,
});

/** What a person has set. Anything unreadable falls back to its first value, one by one. */
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'interface';

const parseSettings = (kept: unknown): Settings =>
  settingsSchema.safeParse(kept ?? {}).data ?? settingsSchema.parse({});

/** The settings as they are now. */
export class LiveSettings extends KeptSetting<Settings> {
  /** Reads what was kept. */
  static async open(store: SettingsStore): Promise<LiveSettings> {
    return new LiveSettings(store, KEY, parseSettings(await store.get(KEY)));
  }

  /** Takes up the settings if they are among records that were kept by someone else; who reads goes on reading. */
  readonly hear = (kept: readonly BesideRecord[]): void => {
    for (const { table, record } of kept) {
      if (table !== 'settings' || record.key !== KEY) continue;
      this.renew({ ...parseSettings(record.value), textId: this.current().textId });
    }
  };
}
