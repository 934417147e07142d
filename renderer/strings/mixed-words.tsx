import type { ReactNode } from 'react';
import { useLanguage } from './use-strings';

/** Chinese words, with the signs between them. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\p{P}]*\p{Script=Han})?)/u;

/** A sentence of the interface in which Chinese words stand: those are said to be Chinese, in whatever language it is. */
export function MixedWords({ words }: { readonly words: string }): ReactNode {
  const language = useLanguage();
  if (language !== 'en' || !CHINESE.test(words)) return words;
  return words.split(CHINESE).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} lang="zh">
        {part}
      </span>
    ),
  );
}
