import { defineConfig } from '@playwright/test';

/**
 * Stories that others tell as well, in another theme, script or language, or at greater length: `npm test` has ten
 * minutes. They are told where LONG_TESTS is set.
 */
const TOLD_AT_LENGTH = [
  /axe finds nothing to mend .*in Light$/,
  /words are found in (Original, in Dark|Simplified, in Light)/,
  /\[\[ offers marks in either script, and the link shows them in Simplified$/,
  /notes stand under the sections of the text, in its script and Light$/,
  /searching \S+ in (Simplified|Original) finds notes/,
  /searching 人工智能 in Taiwan phrases finds notes/,
  /searching 术语 揭榜 in Hong Kong finds notes/,
  /tags complete from all notes in either script \(Original\)/,
  /in Light, words are selected, marked, opened and changed in the second column/,
  /a citation follows the conventions of (繁體中文|简体中文)/,
  /a whole dictionary of 50,000 entries/,
  /a list of a thousand notes is walked, searched and grouped/,
  /the bin is there after quitting and coming back/,
  /the second column and its script are remembered/,
  /bookmarks are there the next time/,
  /a note with a link to a mark is read the same after quitting/,
  /has its corrections when one comes back/,
  /a second change of script before the first is done/,
  /everything can be selected, and the selection spans/,
  /selection and half-typed note survive a change of script in the middle/,
  /by the keyboard alone: caret, menu, form, list/,
  /an occurrence can go back to the dictionary’s form/,
  /notes are sorted by time, under their days/,
  /the wheel over either column moves both in every frame/,
];

export default defineConfig({
  ...(process.env['LONG_TESTS'] === undefined && { grepInvert: TOLD_AT_LENGTH }),
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: 'test-results',
});
