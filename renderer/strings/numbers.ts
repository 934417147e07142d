import { localeOf, type Language } from '#core/ipc/language';

/** Where Chinese and Latin letters or figures meet without a space. */
const MEETING = /(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])(?=\p{Script=Han})/u;

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

/** Joins what is listed as people of a language do: its last word is set apart as all Chinese is from figures. */
export function listIn(language: Language): (words: readonly string[]) => string {
  const format = new Intl.ListFormat(localeOf(language));
  return (words) => {
    let listed = '';
    for (const { value } of format.formatToParts(words)) {
      // Only where two parts meet: what a person wrote stays as it is.
      const meets = MEETING.test(listed.slice(-1) + value.slice(0, 1));
      listed += meets ? ` ${value}` : value;
    }
    return listed;
  };
}
