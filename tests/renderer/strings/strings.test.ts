import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#core/ipc/language';
import { stringsOf } from '../../../renderer/strings/use-strings';

/** Every string of a catalogue by its path; what takes parameters is called with some. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)(1, 2))]];
  return Object.entries(value as object).flatMap(([key, item]) => flat(item, `${path}.${key}`));
}

describe('the catalogues', () => {
  it('say everything in every language', () => {
    const [english = [], ...others] = LANGUAGES.map((language) => flat(stringsOf(language)));
    for (const [path, words] of english) expect(words.trim(), path).not.toBe('');
    for (const other of others) {
      expect(other.map(([path]) => path)).toEqual(english.map(([path]) => path));
      for (const [path, words] of other) expect(words.trim(), path).not.toBe('');
    }
  });

  it('do not mix Simplified characters into Traditional, or the reverse', () => {
    const words = (language: 'zh-Hant' | 'zh-Hans') =>
      flat(stringsOf(language))
        // What shows how a conversion goes has both scripts.
        .filter(([path]) => !path.startsWith('.settings.languages') && path !== '.settings.carefulHint')
        .map(([, text]) => text)
        .join('');
    expect(words('zh-Hant')).not.toMatch(/[选择开关语义务读没这个页标签删导设]/);
    expect(words('zh-Hans')).not.toMatch(/[選擇開關語義務讀沒這個頁標籤刪儲導設]/);
  });
});
