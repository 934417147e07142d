import { loadFold } from '../search/fold';
import type { PinyinNames } from './match-names';

let loaded: Promise<PinyinNames> | undefined;

/** Pinyin as pinyin-pro reads it, imported when first asked for. It is given Simplified, which it reads best. */
export const loadPinyinNames = (): Promise<PinyinNames> =>
  (loaded ??= Promise.all([import('pinyin-pro'), loadFold()]).then(
    ([{ match }, fold]): PinyinNames => ({
      fold: (text) => fold.fold(text),
      match: (name, letters) =>
        match(name, letters, { precision: 'first', lastPrecision: 'start', continuous: true, v: true }) ?? undefined,
    }),
    (error: unknown) => {
      loaded = undefined;
      throw error;
    },
  ));
