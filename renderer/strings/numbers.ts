import { localeOf, type Language } from '#core/ipc/language';

/** Writes whole percents as people of a language do. */
export function percentIn(language: Language): (percent: number) => string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'percent' });
  return (percent) => format.format(percent / 100);
}

/** Writes numbers as people of a language do, grouped from a thousand on. */
export function numberIn(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(localeOf(language));
  return (value) => format.format(value);
}
