import { loadPreset } from '../script/preset';
import { readUnits, writeUnits } from '../script/units';

/** Makes texts of either script comparable. Offsets in a folded text are those of the text itself. */
export interface Fold {
  /**
   * The text with every UTF-16 unit replaced by one that stands for all its variants. Halves of surrogate pairs stand
   * for themselves.
   */
  fold(text: string): string;
}

const UNITS = 0x10000;

/** Quotation marks of the two kinds stand for each other, since a reader can have either shown. */
const QUOTES = [
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
] as const;

/** Each full-width unit of ASCII as the half-width one, each capital as the small letter. */
function widthAndCase(table: Uint16Array): void {
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  table[0x3000] = 0x20;
  for (let unit = 0; unit < UNITS; unit++) {
    const small = String.fromCharCode(table[unit] ?? unit).toLowerCase();
    if (small.length === 1) table[unit] = small.charCodeAt(0);
  }
}

/** What each unit is folded to. */
function tableOf(entries: Iterable<readonly [string, string]>): Uint16Array {
  const table = Uint16Array.from({ length: UNITS }, (_unit, index) => index);
  for (const [from, to] of [...entries, ...QUOTES]) {
    if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  widthAndCase(table);
  return table;
}

/**
 * Builds a fold from pairs of a character and what it is folded to; those that are not one unit each are left out. The
 * table, which takes some milliseconds, is made when a text is first folded.
 */
export function makeFold(entries: Iterable<readonly [string, string]>): Fold {
  let made: Uint16Array | undefined;
  return {
    fold: (text) => {
      const table = (made ??= tableOf(entries));
      const array = new Uint16Array(text.length);
      const holds = readUnits(text, 0, text.length, array);
      for (let at = 0; at < array.length; at++) array[at] = table[array[at] ?? 0] ?? 0;
      return writeUnits({ array, length: text.length }, holds);
    },
  };
}

/** Folds width, case and quotation marks only: full-width ASCII to half-width, capitals to small letters. */
export const plainFold: Fold = makeFold([]);

const entriesOf = (chain: readonly (readonly string[])[]): Map<string, string> =>
  new Map(
    chain
      .flat()
      .flatMap((dictionary) => dictionary.split('|'))
      .map((entry) => entry.split(' ', 2))
      .map(([key = '', value = '']) => [key, value]),
  );

let loaded: Promise<Fold> | undefined;

/**
 * The fold of both scripts, loaded once when first asked for: OpenCC's single characters from Traditional to
 * Simplified, and width and case besides.
 */
export const loadFold = (): Promise<Fold> =>
  (loaded ??= loadPreset('t2cn').then(({ configs, from }) => {
    const simplified = entriesOf(configs['t2s']?.conversionChain ?? []);
    const regional = entriesOf([...(from['tw'] ?? []), ...(from['hk'] ?? [])]);
    // A regional variant leads to a Traditional character, which may lead on.
    const variants = [...regional].map(([key, value]) => [key, simplified.get(value) ?? value] as const);
    // OpenCC keeps 著 apart from 着, since the two differ in Traditional; a reader who types either means both.
    return makeFold([...variants, ...simplified, ['著', '着']]);
  }));
