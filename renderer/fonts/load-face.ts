import { once } from '#core/support/once';
import type { Face } from '../storage/type-settings';
import { styleIn } from './style-in';

/** Milliseconds for which a page waits for the files of a family. */
const LONGEST_WAIT_MS = 3_000;

/**
 * What a family may set in other widths, or in lines of another height, than the one that stands in for it. Chinese
 * characters are a cell wide in every font, so that none of them moves anything when its file comes; the file of common ones
 * is waited for all the same, so that they are seen at once.
 */
const SIGNS: readonly (readonly [kind: RegExp, signs: string])[] = [
  [/ Common/, '一'],
  [/ Cell/, ' '],
  [/ Punctuation/, '。「'],
];
const LATIN = 'Aa1';

/** The sheets that say which files a family has; that of the serif is always there. */
const SHEETS: Readonly<Partial<Record<Face, () => Promise<unknown>>>> = {
  kai: () => import('./kai.css'),
  sans: () => import('./sans.css'),
};

/** Where families.css names the families of a face, and whether headings are bold in it. */
const FACES: Readonly<Record<Exclude<Face, 'system'>, { readonly variable: string; readonly isBold: boolean }>> = {
  serif: { variable: '--serif', isBold: true },
  kai: { variable: '--kai', isBold: false },
  sans: { variable: '--gothic', isBold: true },
};

/** The families of a face in a language, in their order. */
const familiesOf = (variable: string, language: string): string[] =>
  styleIn(language, (style) => style.getPropertyValue(variable).split(','));

async function loadFiles(face: Face, language: string): Promise<void> {
  if (face === 'system') return;
  await SHEETS[face]?.();
  const { variable, isBold } = FACES[face];
  const families = familiesOf(variable, language);
  const signsOf = (family: string): string | undefined => SIGNS.find(([kind]) => kind.test(family))?.[1];
  // What stands behind the first that has Latin may never be needed.
  const last = families.findIndex((family) => signsOf(family) === undefined);
  const weights = isBold ? [400, 600] : [400];
  await Promise.all(
    families
      .slice(0, last + 1)
      .flatMap((family) =>
        weights.map((weight) => document.fonts.load(`${weight} 20px ${family}`, signsOf(family) ?? LATIN)),
      ),
  );
}

const loading = new Map<string, Promise<void>>();

/**
 * Loads what a page in this face and language needs before its words can be set without moving afterwards. Resolves in
 * any case, so that a file that does not come keeps no text from being read.
 */
export const loadFace = (face: Face, language: string): Promise<void> =>
  once(loading, `${face} ${language}`, async () => {
    const wait = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
    await Promise.race([loadFiles(face, language).catch(() => undefined), wait]);
  });
