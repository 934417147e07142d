import { createContext, useContext } from 'react';
import type { Language } from '#core/ipc/language';
import { en, type Strings } from './en';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

const catalogues: Readonly<Record<Language, Strings>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** All that the page says in this language. */
export const stringsOf = (language: Language): Strings => catalogues[language];

/** Something said that may stay on the screen while the interface changes its language: it is said anew in the new one. */
export type Said = (strings: Strings, language: Language) => string;

/** The language that the interface speaks now. */
export const LanguageContext = createContext<Language>('en');

/** The interface language, for dates and numbers. */
export const useLanguage = (): Language => useContext(LanguageContext);

/**
 * The `lang` of what a person wrote themselves, which may be in any language: an unknown one, so that nothing reads it
 * in an English voice. A Chinese interface keeps its own, which chooses the forms of Chinese characters too.
 */
export const useOwnWordsLang = (): '' | undefined => (useLanguage() === 'en' ? '' : undefined);

/** What is said, in the interface language. */
export function useSaid(said: Said): string {
  const language = useLanguage();
  return said(stringsOf(language), language);
}

/** The catalogue of the interface language. */
export const useStrings = (): Strings => stringsOf(useLanguage());
