import { once } from '#core/support/once';
import type { Face } from '../storage/type-settings';

/** Milliseconds for which a page waits for the files of a family. */
const LONGEST_WAIT_MS = 3_000;

/**
 * What a family may set in other widths than the one that stands in for it. Chinese characters are a cell wide in every
 * font, so that none of them moves anything when its file comes; those of one file are waited for, so that they are seen at once.
 */
const PUNCTUATION = '。「';
const LATIN = 'Aa1';
const COMMON = '一';

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
function familiesOf(variable: string, language: string): string[] {
  const probe = document.createElement('span');
  probe.lang = language;
  probe.hidden = true;
  document.documentElement.append(probe);
  const families = getComputedStyle(probe).getPropertyValue(variable).split(',');
  probe.remove();
  return families;
}

async function loadFiles(face: Face, language: string): Promise<void> {
  if (face === 'system') return;
  await SHEETS[face]?.();
  const { variable, isBold } = FACES[face];
  // No more than these: what stands behind them in the list may never be needed.
  const [common = '', punctuation = '', main = ''] = familiesOf(variable, language);
  const load = (weight: number, family: string, signs: string): Promise<unknown> =>
    document.fonts.load(`${weight} 20px ${family}`, signs);
  const asked = [load(400, common, COMMON), load(400, punctuation, PUNCTUATION), load(400, main, LATIN)];
  if (isBold) asked.push(load(600, punctuation, PUNCTUATION), load(600, main, LATIN));
  await Promise.all(asked);
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
