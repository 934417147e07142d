import { loadPasses, type Group } from './conversion';
import type { Conversion } from './conversion-table';
import type { Preset } from './preset';

const flat = (preset: Preset, way: 'from' | 'to', region: string): Group => (preset[way][region] ?? []).flat();

/** Dictionaries of words, whose characters do not stand for each other: 信息 is 資訊 in Taiwan. */
const vocabularyOf = (preset: Preset): ReadonlySet<string> =>
  new Set(
    (['from', 'to'] as const).flatMap((way) => {
      const script = new Set([...flat(preset, way, 'tw'), ...flat(preset, way, 'hk')]);
      return [...flat(preset, way, 'twp'), ...flat(preset, way, 'hkp')].filter((words) => !script.has(words));
    }),
  );

/**
 * The passes of a conversion over single characters and their phrases, in order, as dictionaries: in these, what
 * stands at the same place of a phrase and its value is one character in two forms.
 */
export async function loadScriptPasses(conversion: Conversion): Promise<Group[]> {
  const { preset, passes: groups } = await loadPasses(conversion);
  const words = vocabularyOf(preset);
  return groups
    .map((group) => group.filter((dictionary) => !words.has(dictionary)))
    .filter((group) => group.length > 0);
}
