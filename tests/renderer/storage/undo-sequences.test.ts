import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnnotationEdit } from '#core/annotation/annotation';
import type { TagChange } from '#core/annotation/tags';
import type { Step } from '#core/history/step';
import type { Result } from '#core/support/result';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase } from '../../../renderer/storage/database';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { NO_PEERS } from '../../support/peers';
import { partsOfMark } from '../../support/new-mark';

const TAGS = ['甲', '乙', '丙'];

const edit: fc.Arbitrary<AnnotationEdit> = fc.oneof(
  fc.record({ kind: fc.constant('recolour' as const), colour: fc.constantFrom('red' as const, 'blue' as const) }),
  fc.record({ kind: fc.constant('restyle' as const), style: fc.constantFrom('wavy' as const, 'outline' as const) }),
  fc.record({ kind: fc.constant('note' as const), note: fc.constantFrom('', '**一**', '二') }),
  fc.record({ kind: fc.constant('tags' as const), tags: fc.subarray(TAGS) }),
  fc.constantFrom({ kind: 'delete' as const }, { kind: 'restore' as const }, { kind: 'purge' as const }),
);

const tagChange: fc.Arbitrary<TagChange> = fc.record({
  from: fc.constantFrom(...TAGS),
  to: fc.constantFrom(...TAGS, '丁', undefined),
});

type Move =
  | { readonly do: 'undo' | 'redo' | 'add' }
  | { readonly do: 'edit'; readonly edit: AnnotationEdit; readonly which: number }
  | { readonly do: 'tag'; readonly change: TagChange };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'add' as const) }),
  fc.record({ do: fc.constant('edit' as const), edit, which: fc.nat(3) }),
  fc.record({ do: fc.constant('tag' as const), change: tagChange }),
);

it('ends 1,000 random sequences of marks, notes, tags and the bin, undone and redone, in the states they had', async () => {
  const database = declareDatabase('undo-sequences');
  expect(await openDatabase(database)).toBeUndefined();
  let time = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 10 }), async (moves) => {
      await database.annotations.clear();
      const ledger = new Ledger(database, databaseKeeper(database), () => (time += 60_000), NO_PEERS);
      const store = new AnnotationStore(database, ledger, () => time);
      let made = 0;
      // What a person can tell apart: the live marks, the bin, and the tags. A mark whose making was undone is in the
      // bin, so that it is not lost; what counts there are those that a state knows.
      const look = (known: ReadonlySet<string>): unknown => ({
        live: store.marksOf('t').map(({ id, colour, style, note, tags }) => ({ id, colour, style, note, tags })),
        bin: store
          .bin()
          .filter(({ id }) => known.has(id))
          .map(({ id, note, tags }) => ({ id, note, tags }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
        tags: store.tags(),
      });
      const act = async (next: Move): Promise<Result<Step | undefined, unknown>> => {
        if (next.do === 'edit') return store.editAll([String(next.which)], next.edit);
        if (next.do === 'tag') return store.changeTag(next.change);
        const { kept } = store.add(partsOfMark(String(made++)));
        await kept;
        return { ok: true, value: undefined };
      };
      const none: ReadonlySet<string> = new Set();
      let states = [{ known: none, seen: look(none) }];
      let at = 0;
      const isAsItWas = (): void => {
        const state = states[at];
        expect(look(state?.known ?? none)).toEqual(state?.seen);
      };
      for (const next of moves) {
        if (next.do === 'undo') at -= (await ledger.undo()) === undefined ? 0 : 1;
        else if (next.do === 'redo') at += (await ledger.redo()) === undefined ? 0 : 1;
        else {
          const outcome = await act(next);
          const isStep = outcome.ok && (next.do === 'add' || outcome.value !== undefined);
          if (isStep) {
            const before = states[at]?.known ?? none;
            const known = next.do === 'add' ? new Set([...before, String(made - 1)]) : before;
            states = [...states.slice(0, ++at), { known, seen: look(known) }];
          }
        }
        isAsItWas();
      }
      // All of it back, and all of it again.
      while (at > 0) {
        await ledger.undo();
        at--;
        isAsItWas();
      }
      while ((await ledger.redo()) !== undefined) at++;
      isAsItWas();
      // What is held is what is on the disk.
      const again = new AnnotationStore(database, ledger, () => time);
      await again.load();
      expect(again.marksOf('t')).toEqual(store.marksOf('t'));
      expect(again.bin()).toHaveLength(store.bin().length);
    }),
    { numRuns: 1_000 },
  );
  database.close();
}, 120_000);
