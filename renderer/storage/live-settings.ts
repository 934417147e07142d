import { z } from 'zod';
import { THEMES } from '#core/ipc/theme';
import { LANGUAGES } from '#core/ipc/language';
import { SCRIPT_MODES } from '#core/script/mode';
import { LAYOUTS, TURNINGS } from '#core/text/layout';
import { PANE_WIDTHS } from './pane-widths';
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
  turning: z.enum(TURNINGS).catch('scroll'),
  /** The text that was open last. */
  textId: z.string().optional().catch(undefined),
  ...typeSettings,
  /** CSS pixels that the panes are wide. */
  contentsWidth: z.number().min(1).max(10_000).catch(PANE_WIDTHS.contents.first),
  notesWidth: z.number().min(1).max(10_000).catch(PANE_WIDTHS.notes.first),
  /** The hint of the first start has been shown. */
  hintShown: z.boolean().catch(false),
});

/** What a person has set. Anything unreadable falls back to its first value, one by one. */
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'interface';

/**
 * What each window has for itself: how it shows which text, and the room it gives to what is beside it. All else is the
 * person's, and changes in every window at once.
 */
const OWN: ReadonlySet<string> = new Set([
  'script',
  'glosses',
  'repairs',
  'variants',
  'layout',
  'turning',
  'parallel',
  'parallelScript',
  'contentsPane',
  'notesPane',
  'contentsWidth',
  'notesWidth',
  'textId',
]);

const ownOf = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([field]) => OWN.has(field)));

/** Where a window has what is its own for as long as it is there, also if its page has to be loaded anew. */
export interface OwnPlace {
  readonly read: () => unknown;
  readonly write: (own: object) => void;
}

const NOWHERE: OwnPlace = { read: () => undefined, write: () => undefined };

const parseSettings = (kept: unknown): Settings =>
  settingsSchema.safeParse(kept ?? {}).data ?? settingsSchema.parse({});

/** The settings as they are now, in this window. */
export class LiveSettings extends KeptSetting<Settings> {
  /** True at the first start of all: nothing was ever set. */
  readonly isFirstStart: boolean;

  constructor(store: SettingsStore, kept: unknown, own: OwnPlace) {
    super(store, KEY, parseSettings(kept));
    this.isFirstStart = kept === undefined;
    const before = own.read();
    if (typeof before === 'object' && before !== null) {
      this.show(parseSettings({ ...this.current(), ...ownOf(before) }));
    }
    const remember = (): void => {
      own.write(ownOf(this.current()));
    };
    // At once: what another window sets meanwhile is not this one's, should its page be loaded anew.
    remember();
    this.subscribe(remember);
  }

  /** Reads what was kept, and what the window has of its own. */
  static async open(store: SettingsStore, own: OwnPlace = NOWHERE): Promise<LiveSettings> {
    return new LiveSettings(store, await store.get(KEY), own);
  }

  /** True if a window that is opened next begins as this one is now. */
  async isLast(): Promise<boolean> {
    const kept = JSON.stringify(ownOf(await this.readKept()));
    return kept === JSON.stringify(ownOf(parseSettings(this.current())));
  }

  protected override parse(kept: unknown): Settings {
    return parseSettings(kept);
  }

  protected override readonly isShared = (field: string): boolean => !OWN.has(field);

  /** Who reads goes on reading. */
  protected override broughtBack(settings: Settings): Settings {
    return { ...settings, textId: this.current().textId };
  }
}
