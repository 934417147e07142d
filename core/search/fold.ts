import { loadPreset } from '../script/preset';

/** Makes texts of either script comparable. Offsets in a folded text are those of the text itself. */
export interface Fold {
  /**
   * The text with every UTF-16 unit replaced by one that stands for all its variants: Traditional characters by
   * Simplified ones, full-width ASCII by half-width, capitals by small letters.
   */
  fold(text: string): string;
}

/** Characters to convert to a string at once: `fromCharCode` takes its arguments from the stack. */
const CHUNK = 0x2000;

function foldTable(entries: Iterable<readonly [string, string]>): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_unit, index) => index);
  for (const [from, to] of entries) {
    if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // OpenCC keeps 著 apart from 着, since the two differ in Traditional; a reader who types either means both.
  table['著'.charCodeAt(0)] = '着'.charCodeAt(0);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  table[0x3000] = 0x20;
  for (let unit = 0; unit < table.length; unit++) {
    const small = String.fromCharCode(table[unit] ?? unit).toLowerCase();
    if (small.length === 1) table[unit] = small.charCodeAt(0);
  }
  return table;
}

/** Builds a fold from pairs of a character and what it is folded to; those that are not one unit each are left out. */
export function makeFold(entries: Iterable<readonly [string, string]>): Fold {
  const table = foldTable(entries);
  return {
    fold: (text) => {
      let folded = '';
      for (let from = 0; from < text.length; from += CHUNK) {
        const units = Uint16Array.from({ length: Math.min(CHUNK, text.length - from) }, (_unit, index) => {
          const unit = text.charCodeAt(from + index);
          return table[unit] ?? unit;
        });
        folded += String.fromCharCode(...units);
      }
      return folded;
    },
  };
}

const entriesOf = (chain: readonly (readonly string[])[]): Map<string, string> =>
  new Map(
    chain
      .flat()
      .flatMap((dictionary) => dictionary.split('|'))
      .map((entry) => entry.split(' ', 2))
      .map(([key = '', value = '']) => [key, value]),
  );

let loaded: Promise<Fold> | undefined;

/** The fold of OpenCC's single characters from Traditional to Simplified, loaded once when first asked for. */
export const loadFold = (): Promise<Fold> =>
  (loaded ??= loadPreset('t2cn').then(({ configs, from }) => {
    const simplified = entriesOf(configs['t2s']?.conversionChain ?? []);
    const regional = entriesOf([...(from['tw'] ?? []), ...(from['hk'] ?? [])]);
    // A regional variant leads to a Traditional character, which may lead on.
    const variants = [...regional].map(([key, value]) => [key, simplified.get(value) ?? value] as const);
    return makeFold([...variants, ...simplified]);
  }));
