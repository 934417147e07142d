import { localeOf, type Language } from '#core/ipc/language';

/** A day and time (milliseconds since 1970 UTC) as people of a language write it, by the clock of 24 hours. */
export const momentOf = (time: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(
    time,
  );
