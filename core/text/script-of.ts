import { loadPreset } from '../script/preset';
import type { SourceScript } from '../script/mode';

/** Code points that are looked at: enough to tell, little enough to be at once. */
const SAMPLE = 20_000;

/**
 * The script of a text that no catalogue names: whichever of the two has more characters of its own, by OpenCC's
 * single characters. A text that has none of either reads the same in both and counts as Traditional, which the
 * conversions leave alone where there is nothing to convert.
 */
export async function guessScript(content: string): Promise<SourceScript> {
  const { configs } = await loadPreset('t2cn');
  const traditional = new Set<string>();
  const simplified = new Set<string>();
  for (const entry of (configs['t2s']?.conversionChain.flat() ?? []).flatMap((dictionary) => dictionary.split('|'))) {
    const [key = '', value = ''] = entry.split(' ');
    if (Array.from(key).length !== 1 || key === value) continue;
    traditional.add(key);
    simplified.add(value);
  }
  let balance = 0;
  for (const character of content.slice(0, SAMPLE)) {
    if (traditional.has(character)) balance++;
    else if (simplified.has(character)) balance--;
  }
  return balance < 0 ? 'hans' : 'hant';
}
