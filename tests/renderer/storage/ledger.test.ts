import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationEdit } from '#core/annotation/annotation';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import type { LedgerPeers, PeerMessage } from '../../../renderer/storage/ledger-peers';
import { NO_PEERS } from '../../support/peers';
import { partsOfMark } from '../../support/new-mark';

let database: Database;
let time = 100;
const clock = (): number => ++time;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
});
afterEach(() => {
  database.close();
});

/** A window: its ledger, and its marks. */
function windowOn(peers: LedgerPeers = NO_PEERS, keeper: Keeper = databaseKeeper(database)) {
  const ledger = new Ledger(database, keeper, clock, peers);
  return { ledger, marks: new AnnotationStore(database, ledger, clock) };
}

/** Windows that hear each other. */
function peers(): () => LedgerPeers {
  const all: { listener?: (message: PeerMessage) => void }[] = [];
  return () => {
    const own: { listener?: (message: PeerMessage) => void } = {};
    all.push(own);
    return {
      post: (message) => {
        for (const other of all) if (other !== own) other.listener?.(structuredClone(message));
        return Promise.resolve();
      },
      listen: (listener) => {
        own.listener = listener;
      },
    };
  };
}

const content = async (): Promise<unknown[]> =>
  (await database.annotations.toArray())
    .filter(({ deleted }) => deleted === undefined)
    .map(({ rev: _rev, modified: _modified, ...rest }) => rest);

describe('the ledger', () => {
  it('goes on once a database can be opened that could not, though nothing but a read was refused', async () => {
    const { marks } = windowOn();
    await marks.add(partsOfMark('a')).kept;
    database.close({ disableAutoOpen: false });
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no room for the backing store', 'UnknownError');
    });
    expect(await marks.edit('a', { kind: 'note', note: '一' })).toEqual({ ok: false, reason: 'closed' });
    open.mockRestore();
    expect(await marks.edit('a', { kind: 'note', note: '一' })).toMatchObject({ ok: true });
  });

  it('undoes and does again what any window has done, in the order in which it was done', async () => {
    const join = peers();
    const one = windowOn(join());
    const other = windowOn(join());
    await one.marks.add(partsOfMark('a')).kept;
    await other.marks.edit('a', { kind: 'recolour', colour: 'blue' });
    await one.marks.edit('a', { kind: 'note', note: '記' });
    expect(await other.ledger.undo()).toMatchObject({ ok: true, step: { kind: 'note' } });
    expect(await one.ledger.undo()).toMatchObject({ ok: true, step: { kind: 'recolour' } });
    expect(await database.annotations.get('a')).toMatchObject({ note: '', colour: 'yellow', rev: 5 });
    await other.ledger.redo();
    await one.ledger.redo();
    expect(await one.ledger.redo()).toBeUndefined();
    expect(await database.annotations.get('a')).toMatchObject({ note: '記', colour: 'blue' });
    // A window that opens later knows it all.
    const late = windowOn(join());
    await late.ledger.undo();
    expect(await database.annotations.get('a')).toMatchObject({ note: '', colour: 'blue' });
    expect(await one.ledger.redo()).toMatchObject({ step: { kind: 'note' } });
  });

  it('ends random sequences of edits from two windows, undone and redone, in the states they had', async () => {
    const edit: fc.Arbitrary<AnnotationEdit> = fc.oneof(
      fc.record({ kind: fc.constant('recolour' as const), colour: fc.constantFrom('red' as const, 'blue' as const) }),
      fc.record({ kind: fc.constant('tags' as const), tags: fc.array(fc.string(), { maxLength: 2 }) }),
      fc.constantFrom({ kind: 'delete' as const }, { kind: 'restore' as const }),
    );
    const move = fc.tuple(
      fc.boolean(),
      fc.oneof(edit, fc.constantFrom('undo' as const, 'redo' as const, 'add' as const)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
        await database.annotations.clear();
        const join = peers();
        const windows = [windowOn(join()), windowOn(join())] as const;
        let states = [await content()];
        let at = 0;
        let made = 0;
        for (const [isOther, what] of moves) {
          const { ledger, marks } = windows[isOther ? 1 : 0];
          if (what === 'undo') at -= (await ledger.undo()) === undefined ? 0 : 1;
          else if (what === 'redo') at += (await ledger.redo()) === undefined ? 0 : 1;
          else {
            const before = time;
            time += 60_000;
            if (what === 'add') await marks.add(partsOfMark(String(made++))).kept;
            else {
              const outcome = await marks.editAll([String(made - 1)], what);
              // What changes nothing is no step.
              if (!outcome.ok || outcome.value === undefined) continue;
            }
            expect(time).toBeGreaterThan(before);
            states = [...states.slice(0, ++at), await content()];
          }
          expect(await content()).toEqual(states[at]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a step done that could not be undone, and undoes it at the next try', async () => {
    let isFull = false;
    const kept = databaseKeeper(database);
    const { ledger, marks } = windowOn(NO_PEERS, {
      keep: (changes) => (isFull ? Promise.resolve({ ok: false, reason: 'full' }) : kept.keep(changes)),
    });
    await marks.add(partsOfMark('a')).kept;
    isFull = true;
    expect(await ledger.undo()).toMatchObject({ ok: false, step: { kind: 'mark' } });
    expect(await ledger.redo()).toBeUndefined();
    isFull = false;
    expect(await ledger.undo()).toMatchObject({ ok: true });
    expect(await content()).toEqual([]);
  });

  it('undoes the step that is asked for, and lets hasty presses take their turn', async () => {
    const { ledger, marks } = windowOn();
    await marks.add(partsOfMark('a')).kept;
    const noted = await marks.editAll(['a'], { kind: 'note', note: '記' });
    await marks.edit('a', { kind: 'recolour', colour: 'red' });
    if (!noted.ok || noted.value === undefined) throw new Error('not noted');
    expect(await ledger.undo(noted.value.id)).toMatchObject({ ok: true });
    expect(await database.annotations.get('a')).toMatchObject({ note: '', colour: 'red' });
    const outcomes = await Promise.all([ledger.undo(), ledger.undo(), ledger.undo()]);
    expect(outcomes.map((outcome) => outcome?.step.kind)).toEqual(['recolour', 'mark', undefined]);
  });

  it('changes several marks or none', async () => {
    const { marks, ledger } = windowOn();
    await marks.add(partsOfMark('a')).kept;
    await marks.add(partsOfMark('b')).kept;
    expect(await marks.editAll(['a', 'none'], { kind: 'delete' })).toEqual({ ok: false, reason: 'gone' });
    await marks.editAll(['a', 'b'], { kind: 'delete' });
    expect(await content()).toEqual([]);
    await ledger.undo();
    expect(await content()).toHaveLength(2);
  });

  it('brings back no mark that is gone from the bin, unless that is what is undone', async () => {
    const { marks, ledger } = windowOn();
    await marks.add(partsOfMark('a')).kept;
    const deleted = await marks.editAll(['a'], { kind: 'delete' });
    await marks.edit('a', { kind: 'purge' });
    if (!deleted.ok || deleted.value === undefined) throw new Error('not deleted');
    const gone = await database.annotations.get('a');
    expect(await ledger.undo(deleted.value.id)).toMatchObject({ ok: true });
    expect(await database.annotations.get('a')).toEqual(gone);
    expect(await ledger.redo()).toMatchObject({ ok: true });
    expect(await database.annotations.get('a')).toEqual(gone);
    await ledger.undo(deleted.value.id);
    expect(await ledger.undo()).toMatchObject({ ok: true, step: { kind: 'purge' } });
    expect(await database.annotations.get('a')).toMatchObject({ quote: { exact: '甲乙' } });
    expect((await database.annotations.get('a'))?.purged).toBeUndefined();
  });

  it('returns a step as it is remembered, so that one that joined another can be undone by its id', async () => {
    const { marks, ledger } = windowOn();
    await marks.add(partsOfMark('a')).kept;
    await marks.editAll(['a'], { kind: 'note', note: '一' });
    const second = await marks.editAll(['a'], { kind: 'note', note: '一二' });
    if (!second.ok || second.value === undefined) throw new Error('not noted');
    expect(await ledger.undo(second.value.id)).toMatchObject({ ok: true });
    expect(await database.annotations.get('a')).toMatchObject({ note: '' });
  });
});

describe('what could not be kept', () => {
  function moody(join: () => LedgerPeers = () => NO_PEERS) {
    const disk = { isFull: true };
    const kept = databaseKeeper(database);
    const keeper: Keeper = {
      keep: (changes) => (disk.isFull ? Promise.resolve({ ok: false, reason: 'full' }) : kept.keep(changes)),
    };
    return { disk, ...windowOn(join(), keeper) };
  }

  it('is kept with the next change of anything, told to every window, and undone in its turn', async () => {
    const join = peers();
    const { disk, marks, ledger } = moody(join);
    const other = windowOn(join());
    await marks.add(partsOfMark('a')).kept;
    expect(ledger.isKept('annotations', 'a')).toBe(false);
    disk.isFull = false;
    await marks.add(partsOfMark('b')).kept;
    expect(ledger.isKept('annotations', 'a')).toBe(true);
    expect(await content()).toHaveLength(2);
    expect(other.marks.find('a')).toMatchObject({ id: 'a' });
    await other.ledger.undo();
    expect((await content()).map((mark) => mark)).toMatchObject([{ id: 'a' }]);
    await ledger.undo();
    expect(await content()).toEqual([]);
  });

  it('can be undone where it was kept only before closing', async () => {
    const { disk, marks, ledger } = moody();
    await marks.add(partsOfMark('a')).kept;
    disk.isFull = false;
    expect(await ledger.settled()).toBe(true);
    expect(await ledger.undo()).toMatchObject({ ok: true, step: { kind: 'mark' } });
    expect(await content()).toEqual([]);
  });

  it('holds up no other change', async () => {
    const kept = databaseKeeper(database);
    const { marks, ledger } = windowOn(NO_PEERS, {
      keep: (changes) =>
        changes.some(({ table, record }) => table === 'annotations' && record.id === 'a')
          ? Promise.resolve({ ok: false, reason: 'other' })
          : kept.keep(changes),
    });
    await marks.add(partsOfMark('a')).kept;
    expect(await marks.add(partsOfMark('b')).kept).toMatchObject({ ok: true });
    expect(await ledger.undo()).toMatchObject({ ok: true });
    expect(await content()).toEqual([]);
    expect(await ledger.settled()).toBe(false);
  });

  it('is a note too, which its mark shows', async () => {
    const { disk, marks, ledger } = moody();
    disk.isFull = false;
    await marks.add(partsOfMark('a')).kept;
    disk.isFull = true;
    expect(await marks.edit('a', { kind: 'note', note: '記' })).toEqual({ ok: false, reason: 'full' });
    expect(await marks.edit('a', { kind: 'recolour', colour: 'red' })).toEqual({ ok: false, reason: 'full' });
    expect(marks.marksOf('t')).toMatchObject([{ note: '記', colour: 'yellow' }]);
    expect(marks.isKept('a')).toBe(false);
    disk.isFull = false;
    expect(await ledger.settled()).toBe(true);
    expect(await database.annotations.get('a')).toMatchObject({ note: '記', colour: 'yellow' });
    expect(await ledger.undo()).toMatchObject({ ok: true, step: { kind: 'note' } });
    expect(await database.annotations.get('a')).toMatchObject({ note: '' });
  });
});
