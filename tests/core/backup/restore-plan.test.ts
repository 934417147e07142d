import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, contentOf, isDeleted, type Fate } from '#core/backup/comparison';
import { RESTORE_MODES, restorePlan, type RestoreMode } from '#core/backup/restore-plan';
import { changeKey, type Change } from '#core/kept/change';
import { keptRecords, mark, textOfLines } from '../../support/kept-records';

const AT = 5_000;
type Marked = Partial<ReturnType<typeof mark>>;
const one = (parts: Marked = {}): Change => ({ table: 'annotations', record: mark('a', parts) });
const setting = (value: unknown): Change => ({ table: 'settings', record: { key: 'palette', value } });

/** What is kept after restoring. */
function after(here: readonly Change[], there: readonly Change[], mode: RestoreMode): Map<string, Change> {
  const kept = new Map(here.map((change) => [changeKey(change), change]));
  for (const { before, after: made } of restorePlan(compare(here, there), mode, AT)) {
    expect(before).toEqual(kept.get(changeKey(made)));
    kept.set(changeKey(made), made);
  }
  return kept;
}

describe('one record', () => {
  const purged: Marked = { rev: 3, deleted: 9, purged: 9, note: '', quote: { exact: '', prefix: '', suffix: '' } };
  const unpurged = { ...one({ note: 'x', rev: 2, modified: AT, deleted: 9 }) };
  const cases: readonly {
    name: string;
    here: Change | undefined;
    there: Change | undefined;
    fate: Fate;
    merge: Change | undefined;
    replace: Change | undefined;
  }[] = [
    { name: 'only there', here: undefined, there: one(), fate: 'added', merge: one(), replace: one() },
    {
      name: 'only here',
      here: one(),
      there: undefined,
      fate: 'onlyHere',
      merge: one(),
      replace: one({ rev: 2, modified: AT, deleted: AT }),
    },
    { name: 'the same', here: one(), there: one(), fate: 'same', merge: one(), replace: one() },
    {
      name: 'newer there',
      here: one(),
      there: one({ note: 'x', rev: 4 }),
      fate: 'changed',
      merge: one({ note: 'x', rev: 4 }),
      replace: one({ note: 'x', rev: 4 }),
    },
    {
      name: 'newer here',
      here: one({ note: 'x', rev: 4 }),
      there: one(),
      fate: 'changed',
      merge: one({ note: 'x', rev: 4 }),
      replace: one({ rev: 5 }),
    },
    {
      name: 'of one revision, later there',
      here: one({ note: 'x' }),
      there: one({ note: 'y', modified: 2 }),
      fate: 'changed',
      merge: one({ note: 'y', modified: 2 }),
      replace: one({ note: 'y', modified: 2, rev: 2 }),
    },
    {
      name: 'of one revision and time',
      here: one({ note: 'x' }),
      there: one({ note: 'y' }),
      fate: 'changed',
      merge: one({ note: 'x' }),
      replace: one({ note: 'y', rev: 2 }),
    },
    {
      name: 'deleted here since',
      here: one({ rev: 2, deleted: 7 }),
      there: one(),
      fate: 'deletedHere',
      merge: one({ rev: 2, deleted: 7 }),
      replace: one({ rev: 3 }),
    },
    {
      name: 'purged here since',
      here: one(purged),
      there: one({ note: 'x' }),
      fate: 'deletedHere',
      merge: one(purged),
      replace: one({ note: 'x', rev: 4 }),
    },
    {
      name: 'deleted there since',
      here: one(),
      there: one({ rev: 2, deleted: 7 }),
      fate: 'deletedThere',
      merge: one({ rev: 2, deleted: 7 }),
      replace: one({ rev: 2, deleted: 7 }),
    },
    {
      name: 'purged there: its words stay here, in the bin',
      here: one({ note: 'x' }),
      there: one(purged),
      fate: 'deletedThere',
      merge: one({ note: 'x', rev: 2, modified: AT, deleted: AT }),
      replace: one({ note: 'x', rev: 2, modified: AT, deleted: AT }),
    },
    {
      name: 'purged there and in the bin here',
      here: one({ note: 'x', deleted: 9 }),
      there: one(purged),
      fate: 'gone',
      merge: unpurged,
      replace: unpurged,
    },
    {
      name: 'without a revision',
      here: setting(1),
      there: setting(2),
      fate: 'changed',
      merge: setting(1),
      replace: setting(2),
    },
    {
      name: 'without a revision, only there',
      here: undefined,
      there: setting(2),
      fate: 'added',
      merge: setting(2),
      replace: setting(2),
    },
    {
      name: 'without a revision, only here',
      here: setting(1),
      there: undefined,
      fate: 'onlyHere',
      merge: setting(1),
      replace: setting(1),
    },
  ];

  it.each(cases)('$name', ({ here, there, fate, ...expected }) => {
    const [mine, theirs] = [here, there].map((change) => (change === undefined ? [] : [change]));
    expect(compare(mine ?? [], theirs ?? []).map((pair) => pair.fate)).toEqual([fate]);
    for (const mode of RESTORE_MODES) {
      expect([...after(mine ?? [], theirs ?? [], mode).values()], mode).toEqual([expected[mode]]);
    }
  });
});

it('keeps the edition of a text that is not read any more, whichever that is', () => {
  const [here, there] = ['h1', 'h2'].map((hash): Change => ({
    table: 'texts',
    record: textOfLines('t', hash, [hash]),
  }));
  if (here === undefined || there === undefined) throw new Error('two texts');
  const texts = (mode: RestoreMode) => after([here], [there], mode);
  expect(texts('merge').get('texts t')).toEqual(here);
  expect(texts('merge').get('editions h2 t')?.record).toMatchObject({ text: there.record });
  expect(texts('replace').get('texts t')).toEqual(there);
  expect(texts('replace').get('editions h1 t')?.record).toMatchObject({ text: here.record });
});

const revOf = ({ record }: Change): number => ('rev' in record ? record.rev : 0);

describe('any two sets of records', () => {
  it('lose nothing, and no revision goes back', () => {
    fc.assert(
      fc.property(keptRecords, keptRecords, fc.constantFrom(...RESTORE_MODES), (here, there, mode) => {
        const kept = after(here, there, mode);
        for (const change of [...here, ...there]) expect(kept.has(changeKey(change))).toBe(true);
        for (const change of here) {
          const now = kept.get(changeKey(change)) ?? change;
          expect(revOf(now)).toBeGreaterThanOrEqual(revOf(change));
          // A record that was changed is a later revision, so that no reconciliation takes it for the older one.
          if ('rev' in change.record && contentOf(now, []) !== contentOf(change, []) && mode === 'replace') {
            expect(revOf(now)).toBeGreaterThan(revOf(change));
          }
          if (!('purged' in change.record)) expect('purged' in now.record).toBe(false);
        }
      }),
    );
  });

  it('are as in the backup after replacing, and replacing again changes nothing', () => {
    fc.assert(
      fc.property(keptRecords, keptRecords, (here, there) => {
        const kept = after(here, there, 'replace');
        const wasPurged = new Set(there.filter(({ record }) => 'purged' in record).map(changeKey));
        for (const change of there) {
          const now = kept.get(changeKey(change)) ?? change;
          if (wasPurged.has(changeKey(change))) expect(isDeleted(now)).toBe(true);
          else expect(contentOf(now)).toBe(contentOf(change));
        }
        const known = new Set(there.map(changeKey));
        for (const change of kept.values()) {
          if (!known.has(changeKey(change)) && 'created' in change.record) expect(isDeleted(change)).toBe(true);
        }
      }),
    );
  });

  it('come to the same by merging either into the other, but for equal revisions and what has none', () => {
    fc.assert(
      fc.property(keptRecords, keptRecords, (here, there) => {
        const [one, other] = [after(here, there, 'merge'), after(there, here, 'merge')];
        for (const [key, change] of one) {
          const twin = other.get(key);
          if (!('created' in change.record) || twin === undefined || !('created' in twin.record)) continue;
          if (isDeleted(change) && isDeleted(twin)) continue;
          if (change.record.rev === twin.record.rev && change.record.modified === twin.record.modified) continue;
          expect.fail(`${key} differs`);
        }
      }),
    );
  });
});
