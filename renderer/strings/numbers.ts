import { localeOf, type Language } from '#core/ipc/language';

/** Where Chinese and Latin letters or figures meet without a space. */
const MEETING = /(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])(?=\p{Script=Han})/u;

/** Writes numbers as people of a language do, grouped from a thousand on. */
export function numberIn(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(localeOf(language));
  return (value) => format.format(value);
}

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
