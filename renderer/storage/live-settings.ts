import { z } from 'zod';
import { LANGUAGES, THEMES } from '#core/ipc/contract';
import { SCRIPT_MODES } from '#core/script/mode';
import type { SettingsStore } from './settings-store';

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
  /** The text that was open last. */
  textId: z.string().optional().catch(undefined),
});

/** What a person has set. Anything unreadable falls back to its first value, one by one. */
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'interface';

/** The settings as they are now: held here, so that a switch acts at once, and kept behind it. */
export class LiveSettings {
  #now: Settings;
  #writing: Promise<boolean> = Promise.resolve(true);
  readonly #store: SettingsStore;
  readonly #listeners = new Set<() => void>();
  readonly #failureListeners = new Set<() => void>();

  private constructor(store: SettingsStore, settings: Settings) {
    this.#store = store;
    this.#now = settings;
  }

  /** Reads what was kept. */
  static async open(store: SettingsStore): Promise<LiveSettings> {
    const kept = settingsSchema.safeParse((await store.get(KEY)) ?? {});
    return new LiveSettings(store, kept.data ?? settingsSchema.parse({}));
  }

  /** The settings; a new object after each change. */
  readonly current = (): Settings => this.#now;

  /** Calls back after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back when a change could not be kept. */
  readonly onFailure = (listener: () => void): (() => void) => {
    this.#failureListeners.add(listener);
    return () => this.#failureListeners.delete(listener);
  };

  /** Changes some settings, and keeps them. */
  readonly change = (changes: Partial<Settings>): void => {
    this.#now = { ...this.#now, ...changes };
    for (const listener of this.#listeners) listener();
    this.#writing = this.#writing.then(async () => {
      const { ok } = await this.#store.put(KEY, this.#now);
      if (!ok) for (const listener of this.#failureListeners) listener();
      return ok;
    });
  };

  /** Resolves to whether the newest settings are on the disk. */
  readonly settled = (): Promise<boolean> => this.#writing;
}
