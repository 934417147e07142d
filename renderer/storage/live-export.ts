import { z } from 'zod';
import { FIRST_OPTIONS, MARKDOWN_LAYOUTS, QUOTE_CHOICES, type ExportOptions } from '#core/exchange/format';
import { KeptSetting } from './kept-setting';
import type { SettingsStore } from './settings-store';

/** Most characters of what a person writes about themselves, their cards and their files. */
export const LONGEST_NAME = 200;
export const LONGEST_TEMPLATE = 50_000;

/** What is kept of the options. How lines run on paper is not: it is at first as it is on the page. */
export type KeptOptions = Omit<ExportOptions, 'lines'>;

const optionsSchema = z.object({
  quotes: z.enum(QUOTE_CHOICES).catch(FIRST_OPTIONS.quotes),
  citation: z.boolean().catch(FIRST_OPTIONS.citation),
  layout: z.enum(MARKDOWN_LAYOUTS).catch(FIRST_OPTIONS.layout),
  template: z.string().max(LONGEST_TEMPLATE).catch(FIRST_OPTIONS.template),
  notes: z.boolean().catch(FIRST_OPTIONS.notes),
  glosses: z.boolean().catch(FIRST_OPTIONS.glosses),
  author: z.string().max(LONGEST_NAME).catch(FIRST_OPTIONS.author),
  deck: z.string().max(LONGEST_NAME).catch(FIRST_OPTIONS.deck),
  bin: z.boolean().catch(FIRST_OPTIONS.bin),
}) satisfies z.ZodType<KeptOptions>;

const first = (): KeptOptions => optionsSchema.parse({});

const choicesSchema = z.object({
  /** The format used last, by its id. */
  format: z.string().catch('markdown'),
  /** What was chosen for each format, by its id. */
  options: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * How a person takes notes out: the format used last, and what was chosen for each that was ever used. Which formats
 * there are is not known here; one that is not is left to whoever asks.
 */
export interface ExportChoices {
  readonly format: string;
  readonly options: Readonly<Record<string, KeptOptions>>;
}

const KEY = 'export';

/** Understands what was kept. Anything unreadable falls back to its first value, field by field. */
export function parseExportChoices(kept: unknown): ExportChoices {
  const { format, options } = choicesSchema.safeParse(kept).data ?? choicesSchema.parse({});
  const read = Object.entries(options).map(([id, kept]) => [id, optionsSchema.safeParse(kept).data ?? first()]);
  return { format, options: Object.fromEntries(read) as ExportChoices['options'] };
}

/** How a person takes notes out, as it is now. */
export class LiveExport extends KeptSetting<ExportChoices> {
  /** Reads what was kept. */
  static async open(store: SettingsStore): Promise<LiveExport> {
    return new LiveExport(store, KEY, parseExportChoices(await store.get(KEY)));
  }

  /** Changes what is chosen for a format, which becomes the one used last. */
  readonly choose = (format: string, changes: Partial<KeptOptions>): void => {
    const { options } = this.current();
    this.change({ format, options: { ...options, [format]: { ...first(), ...options[format], ...changes } } });
  };

  protected override parse(kept: unknown): ExportChoices {
    return parseExportChoices(kept);
  }
}
