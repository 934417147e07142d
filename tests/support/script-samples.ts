import type { Conversion } from '#core/script/conversion-table';
import { SOURCE_SCRIPTS, type SourceScript } from '#core/script/mode';
import { loadPreset } from '#core/script/preset';
import { readingText } from './bundled-text';
import { seeded } from './corpus';
import { oracle } from './oracle';

/** A paragraph of known script. */
export interface ScriptSample {
  readonly words: string;
  readonly script: SourceScript;
  /** All scripts in which the same paragraph would be written with the very same characters. */
  readonly alike: ReadonlySet<SourceScript>;
}

// opencc-js takes long to make a converter.
const converters = new Map<Conversion, (text: string) => string>();
function converter(conversion: Conversion): (text: string) => string {
  const known = converters.get(conversion) ?? oracle(conversion);
  converters.set(conversion, known);
  return known;
}

/** What two kinds of converters that go character by character do: one leaves what Traditional also has, one does not. */
const STAYS = new Set('于并范制斗筑占布后里干面台只云余准征舍姜丑');

const byCharacter = (stays: ReadonlySet<string>): ((hans: string) => string) => {
  const convert = converter('s2tw');
  const known = new Map<string, string>();
  return (hans) =>
    Array.from(hans, (character) => {
      if (stays.has(character)) return character;
      const made = known.get(character) ?? convert(character);
      known.set(character, made);
      return made;
    }).join('');
};

/**
 * Paragraphs of so many characters in each of the five scripts: half of them pieces of the bundled text, half words
 * of OpenCC's dictionary in a row, written in Simplified and converted by opencc-js itself.
 */
export async function scriptSamples(length: number, perScript: number, seed: number): Promise<ScriptSample[]> {
  const random = seeded(seed);
  const prose = Array.from(converter('tw2s')(readingText).replaceAll('\n', ''));
  const [phrases = ''] = (await loadPreset('cn2t')).configs['s2t']?.conversionChain[0] ?? [];
  const words = phrases.split('|').map((entry) => entry.slice(0, entry.indexOf(' ')));
  const pieceOfProse = (): string => {
    const start = Math.floor(random() * (prose.length - length));
    return prose.slice(start, start + length).join('');
  };
  const wordsInARow = (): string => {
    let row = '';
    while (Array.from(row).length < length) row += words[Math.floor(random() * words.length)] ?? '';
    return Array.from(row).slice(0, length).join('');
  };
  // Taiwan is written with its own words and without, and each kind of converter takes its turn.
  const ways: readonly (readonly [SourceScript, (hans: string) => string])[] = [
    ['hans', (hans) => hans],
    ['hant', converter('s2t')],
    ['hant-tw', converter('s2tw')],
    ['hant-tw', converter('s2twp')],
    ['hant-hk', converter('s2hk')],
    ['hant-from-hans', byCharacter(STAYS)],
    ['hant-from-hans', byCharacter(new Set())],
  ];
  return Array.from({ length: perScript }, (_sample, index) => {
    const hans = index % 2 === 0 ? pieceOfProse() : wordsInARow();
    const written = ways.map(([script, write]) => ({ script, words: write(hans) }));
    const turn = (index >> 1) % 2;
    return SOURCE_SCRIPTS.map((script): ScriptSample => {
      const own = written.filter((one) => one.script === script);
      const { words: wanted } = own[turn % own.length] ?? { words: hans };
      const alike = written.filter((one) => one.words === wanted).map((one) => one.script);
      return { script, words: wanted, alike: new Set(alike) };
    });
  }).flat();
}
