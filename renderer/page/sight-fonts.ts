import { MOST_FONTS } from '#core/ipc/sight-contract';

/** A file of a font, as a sheet declares it. */
interface FontFile {
  readonly name: string;
  readonly family: string;
  readonly weight: string;
  readonly range: string;
}

const FILE = /([\w-]+(?:\.[\w-]+)*\.woff2)/;

/** Names as sheets and computed styles write them, with quotes or without. */
const bare = (family: string): string => family.trim().replace(/^["']|["']$/g, '');

/** The families named in a list of them, in its order. */
export const familiesIn = (list: string): string[] => list.split(',').map(bare);

/** True if a `unicode-range` holds one of these code points; one that is missing holds all. */
export function holdsAny(range: string, codePoints: ReadonlySet<number>): boolean {
  if (range === '') return true;
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    const bound = (digits: string, wild: string): number => Number.parseInt(digits.replaceAll('?', wild), 16);
    return [bound(from, '0'), bound(to, 'F')] as const;
  });
  return [...codePoints].some((code) => parts.some(([from, to]) => code >= from && code <= to));
}

/** The files of all fonts that the sheets of a document declare. */
function declaredFiles(document: Document): FontFile[] {
  const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
  return rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => ({
      name: FILE.exec(style.getPropertyValue('src'))?.[1] ?? '',
      family: bare(style.getPropertyValue('font-family')),
      weight: style.getPropertyValue('font-weight'),
      range: style.getPropertyValue('unicode-range'),
    }));
}

/** What has words in it that are seen at once, the most of them first. */
const WEARERS = ['.page-text p', '.page-text h2', 'h1', 'header span'];

/** The families that elements with words in them wear, those of the text first. */
export function familiesWorn(drawn: Element): string[] {
  const wearers = WEARERS.flatMap((selector) => [...drawn.querySelectorAll(selector)]);
  return [...new Set(wearers.flatMap((element) => familiesIn(getComputedStyle(element).fontFamily)))];
}

/** True for a style sheet that does more than declare fonts of families that nobody wears. */
export const isWorn = (sheet: CSSStyleSheet, families: readonly string[]): boolean =>
  Array.from(sheet.cssRules).some(
    (rule) => !(rule instanceof CSSFontFaceRule) || families.includes(bare(rule.style.getPropertyValue('font-family'))),
  );

/**
 * The files of fonts in which some elements of a document are set, by their names: of those that were loaded for it, the ones of
 * these families that hold some of the words.
 */
export function fontsOf(document: Document, drawn: Element, families: readonly string[]): string[] {
  const codePoints = new Set(Array.from(drawn.textContent, (sign) => sign.codePointAt(0) ?? 0));
  const keyOf = (family: string, weight: string, range: string): string =>
    `${bare(family)} ${weight} ${range.replaceAll(' ', '').toUpperCase()}`;
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, unicodeRange }) => keyOf(family, weight, unicodeRange)),
  );
  const held = declaredFiles(document)
    .filter(({ name, family }) => name !== '' && families.includes(family))
    .filter(({ family, weight, range }) => loaded.has(keyOf(family, weight, range)) && holdsAny(range, codePoints));
  const byFamily = held.sort((one, other) => families.indexOf(one.family) - families.indexOf(other.family));
  return [...new Set(byFamily.map(({ name }) => name))].slice(0, MOST_FONTS);
}
