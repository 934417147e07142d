import { MOST_FONTS } from '#core/ipc/sight-contract';

/** A file of a font, as a sheet declares it. */
export interface FontFile {
  readonly name: string;
  readonly family: string;
  /** Its `unicode-range`. */
  readonly range: string;
  /** Its `font-weight`: one, or two that it lies between. */
  readonly weight: string;
}

const FILE = /([\w-]+(?:\.[\w-]+)*\.(?:woff2|otf|ttf))/;

/** Names as sheets and computed styles write them, with quotes or without. */
const bare = (family: string): string => family.trim().replace(/^["']|["']$/g, '');

/** The families named in a list of them, in its order. */
export const familiesIn = (list: string): string[] => list.split(',').map(bare);

/** The stretches of code points of a `unicode-range`; of one that is missing, all. */
function stretchesOf(range: string): (readonly [number, number])[] {
  if (range === '') return [[0, 0x10ffff]];
  return range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    const bound = (digits: string, wild: string): number => Number.parseInt(digits.replaceAll('?', wild), 16);
    return [bound(from, '0'), bound(to, 'F')];
  });
}

/** Fonts of this weight and above are those of titles. */
const BOLD = 600;

const isBold = (weight: string): boolean => weight === 'bold' || Number.parseInt(weight, 10) >= BOLD;

/**
 * The files that some words of regular weight are set in, by their names and in the order of their families: of each
 * character the first that holds it.
 */
export function filesFor(words: string, files: readonly FontFile[], families: readonly string[]): string[] {
  const inOrder = files
    .map((file) => ({ ...file, place: families.indexOf(file.family), stretches: stretchesOf(file.range) }))
    .filter(({ name, place, weight }) => name !== '' && place >= 0 && !isBold(weight))
    .sort((one, other) => one.place - other.place);
  const codePoints = [...new Set(Array.from(words, (sign) => sign.codePointAt(0) ?? 0))];
  const needed = new Set(
    codePoints.map((code) =>
      inOrder.find(({ stretches }) => stretches.some(([from, to]) => code >= from && code <= to)),
    ),
  );
  return [...new Set(inOrder.filter((file) => needed.has(file)).map(({ name }) => name))];
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

const wearersIn = (drawn: Element): Element[] => WEARERS.flatMap((selector) => [...drawn.querySelectorAll(selector)]);

/** The families that elements with words in them wear, those of the text first. */
export function familiesWorn(drawn: Element): string[] {
  return [...new Set(wearersIn(drawn).flatMap((element) => familiesIn(getComputedStyle(element).fontFamily)))];
}

/** True for a style sheet that does more than declare fonts of families that nobody wears. */
export const isWorn = (sheet: CSSStyleSheet, families: readonly string[]): boolean =>
  Array.from(sheet.cssRules).some(
    (rule) => !(rule instanceof CSSFontFaceRule) || families.includes(bare(rule.style.getPropertyValue('font-family'))),
  );

/**
 * The files of fonts in which the text of some elements of a document is set, by their names, of those that were loaded for it.
 * Without those of titles, each of which is in many: they would keep the text waiting.
 */
export function fontsOf(document: Document, drawn: Element, families: readonly string[]): string[] {
  const words = wearersIn(drawn)
    .filter((element) => !isBold(getComputedStyle(element).fontWeight))
    .map(({ textContent }) => textContent)
    .join('');
  const keyOf = (family: string, weight: string, range: string): string =>
    `${bare(family)} ${weight} ${range.replaceAll(' ', '').toUpperCase()}`;
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, unicodeRange }) => keyOf(family, weight, unicodeRange)),
  );
  const files = declaredFiles(document).filter(({ family, weight, range }) => loaded.has(keyOf(family, weight, range)));
  return filesFor(words, files, families).slice(0, MOST_FONTS);
}
