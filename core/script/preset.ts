import { z } from 'zod';
import { once } from '../support/once';

const dictionaryGroup = z.array(z.string()).readonly();
const chain = z.array(dictionaryGroup).readonly();

const presetSchema = z.object({
  /** Whole configurations by name. Not every one normalises, and `s2t` and `t2s` do without segmentation. */
  configs: z.record(
    z.string(),
    z.object({
      normalizationChain: chain.default([]),
      segmentation: dictionaryGroup.optional(),
      conversionChain: chain,
    }),
  ),
  /** Passes that lead from a regional standard. */
  from: z.record(z.string(), chain),
  /** Passes that lead to a regional standard. */
  to: z.record(z.string(), chain),
});

/** The dictionaries of opencc-js that one of its presets offers, as text. */
export type Preset = z.output<typeof presetSchema>;

/** A preset of opencc-js: `cn2t` leads towards Traditional (1.1 MB), `t2cn` towards Simplified (107 kB). */
export type PresetName = 'cn2t' | 't2cn';

// Imported when first asked for, and by two literal paths, so that a bundler can keep each in a file of its own.
const importPreset = (name: PresetName): Promise<unknown> =>
  name === 'cn2t' ? import('opencc-js/preset/cn2t') : import('opencc-js/preset/t2cn');

const parsed = new Map<PresetName, Promise<Preset>>();

/** Imports a preset and checks its shape, once. */
export function loadPreset(name: PresetName): Promise<Preset> {
  return once(parsed, name, async () => presetSchema.parse(await importPreset(name)));
}
