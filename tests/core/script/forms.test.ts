import { expect, it } from 'vitest';
import { loadForms } from '#core/script/forms';
import type { ScriptMode, SourceScript } from '#core/script/mode';

type Row = readonly [SourceScript, ScriptMode, string, string, boolean];

const ROWS: readonly Row[] = [
  ['hans', 'traditional', '发', '發', true],
  // Only a phrase shows this one.
  ['hans', 'traditional', '发', '髮', true],
  ['hans', 'traditional', '制', '製', true],
  ['hans', 'traditional', '发', '释', false],
  // Two passes: to Traditional, and to the standard of Taiwan.
  ['hans', 'taiwan-phrases', '里', '裡', true],
  ['hans', 'taiwan-phrases', '为', '為', true],
  ['hans', 'taiwan-phrases', '发', '釋', false],
  ['hans', 'taiwan-phrases', '信', '資', false],
  ['hans', 'taiwan-phrases', '软', '軟', true],
  ['hant', 'simplified', '髮', '发', true],
  ['hant', 'simplified', '件', '體', false],
  ['hant-from-hans', 'traditional', '并', '並', true],
  ['hant-from-hans', 'taiwan-phrases', '創', '建', false],
  ['hant-hk', 'taiwan-phrases', '裏', '裡', true],
  // Outside the Basic Multilingual Plane, and what is no character of either script.
  ['hans', 'traditional', '𫄧', '纚', false],
  ['hans', 'traditional', '|', ' ', false],
  ['hans', 'original', '发', '发', true],
  ['hans', 'original', '发', '發', false],
];

it.each(ROWS)('from %s to %s, whether %s can be %s is %s', async (source, mode, character, shown, is) => {
  expect((await loadForms(source, mode))(character, shown)).toBe(is);
});
