import { localeOf, type Language } from '#core/ipc/language';

const formats = new Map<Language, Intl.NumberFormat>();

function formatOf(language: Language): Intl.NumberFormat {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(localeOf(language));
  formats.set(language, made);
  return made;
}

/**
 * Writes numbers as people of a language do, grouped from a thousand on. The format, which costs a millisecond, is made
 * when a number is first written: the sentences of all languages are there before the first text is.
 */
export const numberIn =
  (language: Language) =>
  (value: number): string =>
    formatOf(language).format(value);
