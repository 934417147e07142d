import { expect, it } from 'vitest';
import { languageOf } from '#core/ipc/language';

it.each([
  [['zh-TW'], 'zh-Hant'],
  [['zh-Hant-HK', 'en'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['yue'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-Hans-CN'], 'zh-Hans'],
  [['zh-SG'], 'zh-Hans'],
  [['de', 'en-GB', 'zh-TW'], 'en'],
  [['de', 'zh-TW'], 'zh-Hant'],
  [[], 'en'],
] as const)('for %j the interface speaks %s', (preferred, language) => {
  expect(languageOf(preferred)).toBe(language);
});
