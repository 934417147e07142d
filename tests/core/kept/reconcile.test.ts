import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKey, type Change } from '#core/kept/change';
import { differing, fingerprintOf, stateOf } from '#core/kept/fingerprint';
import { reconcile } from '#core/kept/reconcile';

const position = (textId: string, rev: number, modified: number): Change => ({
  table: 'positions',
  record: { textId, rev, modified, offset: rev * 10 + modified },
});
const setting = (key: string, value: number): Change => ({ table: 'settings', record: { key, value } });

/** A copy: of each record one state. */
const copy = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 3 }), fc.nat({ max: 1 })).map((p) => position(...p)),
      fc.tuple(fc.constantFrom('k', 'l'), fc.nat({ max: 2 })).map((p) => setting(...p)),
    ),
    { maxLength: 12 },
  )
  .map((changes) => new Map(changes.map((change) => [changeKey(change), change])));

const apply = (to: ReadonlyMap<string, Change>, changes: readonly Change[]): Map<string, Change> =>
  new Map([...to, ...changes.map((change) => [changeKey(change), change] as const)]);

describe('bringing two copies together', () => {
  it('makes them the same, loses no record and never takes the older state', () => {
    fc.assert(
      fc.property(copy, copy, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (here, there, seqHere, seqThere) => {
        const { toDatabase, toJournal } = reconcile(
          { changes: here.values(), seq: seqHere },
          { changes: there.values(), seq: seqThere },
        );
        const database = apply(here, toDatabase);
        const journal = apply(there, toJournal);
        expect(differing(fingerprintOf(database.values()), fingerprintOf(journal.values()))).toEqual([]);
        expect([...database.keys()].sort()).toEqual([...new Set([...here.keys(), ...there.keys()])].sort());
        for (const [key, now] of database) {
          for (const before of [here.get(key), there.get(key)]) {
            if (before?.table === 'positions' && now.table === 'positions') {
              expect(now.record.rev).toBeGreaterThanOrEqual(before.record.rev);
            }
          }
          // It is one of the two states, made of neither.
          expect([here.get(key), there.get(key)].some((state) => state && stateOf(state) === stateOf(now))).toBe(true);
        }
      }),
    );
  });

  it('takes the setting of the copy that has taken in more', () => {
    const [here, there] = [[setting('k', 1)], [setting('k', 2)]];
    const from = (database: number, journal: number) =>
      reconcile({ changes: here, seq: database }, { changes: there, seq: journal });
    expect(from(4, 5)).toEqual({ toDatabase: there, toJournal: [] });
    expect(from(5, 5)).toEqual({ toDatabase: there, toJournal: [] });
    expect(from(6, 5)).toEqual({ toDatabase: [], toJournal: here });
  });

  it('writes nothing where both are the same', () => {
    fc.assert(
      fc.property(copy, (state) => {
        const both = { changes: [...state.values()], seq: 1 };
        expect(reconcile(both, { ...both, changes: both.changes.toReversed() })).toEqual({
          toDatabase: [],
          toJournal: [],
        });
      }),
    );
  });
});

describe('a fingerprint', () => {
  it('does not depend on the order, and differs where anything does', () => {
    fc.assert(
      fc.property(copy, copy, (one, other) => {
        const of = fingerprintOf(one.values());
        expect(differing(of, fingerprintOf([...one.values()].toReversed()))).toEqual([]);
        const states = (map: typeof one): string[] =>
          [...map].map(([key, change]) => `${key} ${stateOf(change)}`).sort();
        const isSame = states(one).join('\n') === states(other).join('\n');
        expect(differing(of, fingerprintOf(other.values())).length === 0).toBe(isSame);
      }),
    );
  });

  it('is that of what came through JSON', () => {
    const record = { id: 'a', note: '\ud800 \u0000 −0', tags: [], rev: 1, deleted: undefined, history: [{ start: 0 }] };
    // Only what a fingerprint looks at.
    const change = { table: 'annotations', record } as unknown as Change;
    const sent = { table: 'annotations', record: JSON.parse(JSON.stringify(record)) as unknown } as Change;
    expect(fingerprintOf([sent])).toEqual(fingerprintOf([change]));
  });
});
