import type { Language } from '#core/ipc/language';

/** A day and time (milliseconds since 1970 UTC) as people of a language write it. */
export const momentOf = (time: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    time,
  );
