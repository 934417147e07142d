import { withoutControls } from '../markdown/markdown-escape';

/**
 * Words as any file can hold them: what is no character (controls but tab and newline, halves of surrogate pairs,
 * noncharacters) becomes U+FFFD, which says that something stood there.
 */
export const printable = (words: string): string =>
  withoutControls(words).replace(/[\u0080-\u009f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd');

/** Signs that show nothing by themselves and change how others are read, by what they are called (Unicode). */
const UNSEEN: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

/** Each sign that shows nothing and changes how others are read, in the form that `shown` gives it. */
export const withUnseen = (words: string, shown: (sign: string, name: string) => string): string =>
  words.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, (sign) =>
    shown(sign, UNSEEN[sign] ?? ''),
  );

/** Words in which nothing can turn a line around: each sign that could stands as its name, as in [RLO]. */
export const withoutTurns = (words: string): string =>
  words.replace(/[\u202a-\u202e\u2066-\u2069]/g, (sign) => `[${UNSEEN[sign] ?? ''}]`);
