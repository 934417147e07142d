import { describe, expect, it } from 'vitest';
import { checkKept, verdictOf, type JournalReport, type RawRecords } from '#core/kept/check';
import { KEPT_TABLES, type Change } from '#core/kept/change';
import { fingerprintOf } from '#core/kept/fingerprint';
import { RECORD_SCHEMAS } from '#core/kept/record-schemas';
import { OLD_PROFILES } from '../../support/old-profiles';

const newest = OLD_PROFILES.at(-1)?.tables ?? {};
const sound = (): RawRecords => structuredClone(newest);

/** A journal that holds just what these tables do. */
const journalOf = (records: RawRecords, more: Partial<JournalReport> = {}): JournalReport => ({
  files: 1,
  entries: 40,
  records: 25,
  damaged: [],
  missing: 0,
  snapshots: { good: 2, damaged: [] },
  fingerprint: fingerprintOf(
    KEPT_TABLES.flatMap((table) => records[table].map((record) => ({ table, record }) as Change)),
  ),
  ...more,
});

/** The records with one of a table changed. */
function harmed(
  table: (typeof KEPT_TABLES)[number],
  at: number,
  change: Readonly<Record<string, unknown>>,
): RawRecords {
  const records = sound();
  return {
    ...records,
    [table]: records[table].map((record, i) => (i === at ? { ...(record as object), ...change } : record)),
  };
}

describe('the schemas', () => {
  it('take every record that a released version wrote', () => {
    for (const { step, tables } of OLD_PROFILES) {
      for (const table of KEPT_TABLES) {
        for (const record of tables[table] ?? []) {
          expect(
            RECORD_SCHEMAS[table].safeParse(record).error?.issues,
            `step ${String(step)}, ${table}`,
          ).toBeUndefined();
        }
      }
    }
  });
});

describe('checking everything', () => {
  it('finds a sound profile well, and counts what is not in the bin', () => {
    const records = sound();
    const findings = checkKept(records, journalOf(records));
    expect(verdictOf(findings)).toBe('well');
    expect(findings).toMatchObject({ notes: 10, damaged: [], withoutText: [], astray: [], differing: [] });
    expect(findings.sound).toMatchObject({ annotations: 12, texts: 2, editions: 2, bookmarks: 3, corrections: 4 });
    expect(findings.inexact.map(({ quote, state }) => [quote, state])).toEqual([
      ['不亦悅乎', 'moved'],
      ['說乎', 'review'],
      ['不亦說', 'orphan'],
    ]);
  });

  it.each([
    ['annotations', { note: 7 }, '揭榜掛帥', ['note']],
    ['annotations', { target: { start: 9, end: 3 } }, '揭榜掛帥', ['target']],
    ['annotations', { colour: 'mauve', tags: 'one' }, '揭榜掛帥', ['colour', 'tags']],
    ['annotations', { quote: null }, '', ['quote']],
    ['bookmarks', { offset: -1 }, undefined, ['offset']],
    ['corrections', { right: '' }, '全局', ['right']],
    ['texts', { blocks: 'all' }, '', ['blocks']],
    ['positions', { rev: undefined }, '', ['rev']],
    ['positions', { percent: 101 }, '', ['percent']],
  ] as const)('names what is damaged in %s (%o)', (table, change, quote, fields) => {
    const records = harmed(table, 0, change);
    const findings = checkKept(records, journalOf(sound()));
    expect(verdictOf(findings)).toBe('damaged');
    expect(findings.damaged).toMatchObject([{ table, fields, ...(quote === undefined ? {} : { quote }) }]);
    expect(findings.damaged[0]?.key).not.toBe('');
    expect(findings.sound[table]).toBe(sound()[table].length - 1);
    // A text is told from another state of it by its source alone.
    expect(findings.differing).toEqual(table === 'texts' ? [] : [table]);
  });

  it('says which marks have lost their text, or stand on other words than their own', () => {
    const records = sound();
    const lost = { ...records, texts: records.texts.slice(0, 1) };
    const findings = checkKept(lost, journalOf(lost));
    expect(findings.withoutText.map(({ quote }) => quote)).toContain('學而時習之');
    expect(verdictOf(findings)).toBe('damaged');
    const moved = harmed('annotations', 0, { target: { start: 0, end: 4 } });
    expect(checkKept(moved, journalOf(moved)).astray.map(({ quote }) => quote)).toEqual(['揭榜掛帥']);
  });

  it('says where the journal is gone, differs, or is damaged', () => {
    const records = sound();
    expect(verdictOf(checkKept(records, undefined))).toBe('no-journal');
    const edited = harmed('annotations', 0, { rev: 99 });
    expect(checkKept(edited, journalOf(records)).differing).toEqual(['annotations']);
    expect(verdictOf(checkKept(edited, journalOf(records)))).toBe('differing');
    const fewer = { ...records, bookmarks: records.bookmarks.slice(1) };
    expect(checkKept(fewer, journalOf(records)).differing).toEqual(['bookmarks']);
    for (const damage of [
      { damaged: [{ file: '2026-11.journal', line: 3, ids: ['a'] }] },
      { missing: 1 },
      { snapshots: { good: 0, damaged: ['a.snapshot'] } },
    ]) {
      expect(verdictOf(checkKept(records, journalOf(records, damage)))).toBe('journal-damaged');
    }
  });

  it('goes through whatever lies in a table', () => {
    const nonsense = Object.fromEntries(
      KEPT_TABLES.map((table) => [table, [null, 7, 'x', [], {}]]),
    ) as unknown as RawRecords;
    const findings = checkKept(nonsense, undefined);
    expect(findings.damaged).toHaveLength(KEPT_TABLES.length * 5);
    expect(findings.notes).toBe(0);
  });
});
