import { localeOf, type Language } from '#core/ipc/language';

/** Writes numbers as people of a language do, grouped from a thousand on. */
export function numberIn(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(localeOf(language));
  return (value) => format.format(value);
}
