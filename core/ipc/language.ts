/** The interface languages. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;

/** An interface language. */
export type Language = (typeof LANGUAGES)[number];

/** The tag by which dates, times and numbers of an interface language are written (BCP 47): the English is British. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

const SIMPLIFIED_REGIONS = /^zh(-hans|-cn|-sg|-my)?(-|$)/i;
const TRADITIONAL = /^(zh-(hant|tw|hk|mo)|yue)/i;

/** The interface language for the first of the system's preferred languages that we speak (BCP 47 tags); else English. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (TRADITIONAL.test(tag)) return 'zh-Hant';
    if (SIMPLIFIED_REGIONS.test(tag)) return 'zh-Hans';
    if (/^en(-|$)/i.test(tag)) return 'en';
  }
  return 'en';
}
