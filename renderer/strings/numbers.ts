import { localeOf, type Language } from '#core/ipc/language';

/** Where Chinese and Latin letters or figures meet without a space. */
const MEETING = /(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])(?=\p{Script=Han})/u;

/** Gives each language its format, which costs a millisecond: it is made when it is first asked for. */
function formats(options?: Intl.NumberFormatOptions): (language: Language) => Intl.NumberFormat {
  const made = new Map<Language, Intl.NumberFormat>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const format = new Intl.NumberFormat(localeOf(language), options);
    made.set(language, format);
    return format;
  };
}

const plain = formats();
const inPercent = formats({ style: 'percent' });

/**
 * Writes numbers as people of a language do, grouped from a thousand on. No format is made before a number is first
 * written: the sentences of all languages are there before the first text is.
 */
export const numberIn =
  (language: Language) =>
  (value: number): string =>
    plain(language).format(value);

/** Writes whole percents as people of a language do. */
export const percentIn =
  (language: Language) =>
  (percent: number): string =>
    inPercent(language).format(percent / 100);

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
