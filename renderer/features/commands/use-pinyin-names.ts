import { useEffect, useState } from 'react';
import type { PinyinNames } from '#core/command/match-names';
import { loadPinyinNames } from '#core/command/pinyin-names';

/** Pinyin for names, once it is loaded; names are found without it until then, and where it cannot be loaded. */
export function usePinyinNames(): PinyinNames | undefined {
  const [pinyin, setPinyin] = useState<PinyinNames>();
  useEffect(() => {
    let isWanted = true;
    void loadPinyinNames().then(
      (loaded) => {
        if (isWanted) setPinyin(loaded);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return pinyin;
}
