import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation, AnnotationEdit } from '#core/annotation/annotation';
import { JournalFolder } from '../../support/journal-folder';
import { buryPage, Fate, startPage, type MortalPage } from '../../support/mortal-page';
import { partsOfMark } from '../../support/new-mark';

const RUNS = process.env['LONG_TESTS'] === undefined ? 100 : 1_000;
const SEED = Number(process.env['FAULTS_SEED'] ?? 20261126);

const edit: fc.Arbitrary<AnnotationEdit> = fc.oneof(
  fc.record({ kind: fc.constant('recolour' as const), colour: fc.constantFrom('red' as const, 'blue' as const) }),
  fc.record({ kind: fc.constant('note' as const), note: fc.constantFrom('', '**一**', '二') }),
  fc.record({ kind: fc.constant('tags' as const), tags: fc.subarray(['甲', '乙']) }),
  fc.constantFrom({ kind: 'delete' as const }, { kind: 'restore' as const }, { kind: 'purge' as const }),
);

/** What a person does before the power goes, and then what else is lost: one of the two copies, or neither. */
const session = fc.record({
  moves: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), edit, which: fc.nat(3) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'undo' as const, 'redo' as const) }) },
    ),
    { minLength: 1, maxLength: 8 },
  ),
  places: fc.nat(40),
  lost: fc.constantFrom('neither' as const, 'neither' as const, 'database' as const, 'journal' as const),
  isAborted: fc.boolean(),
});

type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

const marksIn = (rows: readonly Annotation[]): Map<string, Annotation> => new Map(rows.map((row) => [row.id, row]));

/** The profile between its lives. */
class Profile {
  folder = new JournalFolder();
  readonly name = `crash-${Math.random()}`;
  #made = 0;
  #time = 0;
  readonly #clock = (): number => (this.#time += 60_000);

  start(fate: Fate): Promise<MortalPage> {
    return startPage(this.folder, this.name, fate, this.#clock);
  }

  /** Does what a session does until the power goes. Resolves to what was acknowledged. */
  async live(page: MortalPage, fate: Fate, { moves, places }: Session): Promise<Map<string, Annotation>> {
    let acknowledged = marksIn(await page.database.annotations.toArray());
    const death = new Promise<'dead'>((resolve) => {
      fate.set(places, () => {
        this.folder.files.cut();
        resolve('dead');
      });
    });
    for (const move of moves) {
      const outcome = await Promise.race([this.#act(page, move), death]);
      if (outcome === 'dead') break;
      // All that came back as kept is what the stores hold now.
      acknowledged = marksIn([...page.store.marksOf('t'), ...page.store.bin(), ...(await purged(page))]);
    }
    if (!fate.isDead) this.folder.files.cut();
    return acknowledged;
  }

  async #act({ store, ledger }: MortalPage, move: Session['moves'][number]): Promise<unknown> {
    if (move.do === 'undo') return ledger.undo();
    if (move.do === 'redo') return ledger.redo();
    if (move.do === 'edit') return store.edit(String(move.which), move.edit);
    return store.add(partsOfMark(String(this.#made++))).kept;
  }

  /** What a fault takes beside: a whole copy. */
  async lose(lost: Session['lost']): Promise<void> {
    if (lost === 'database') await Dexie.delete(this.name);
    if (lost === 'journal') this.folder = new JournalFolder();
  }
}

/** Tombstones: neither on the text nor in the bin. */
const purged = async ({ database, store }: MortalPage): Promise<Annotation[]> => {
  const shown = marksIn([...store.marksOf('t'), ...store.bin()]);
  return (await database.annotations.toArray()).filter(({ id }) => !shown.has(id));
};

/** Main has made its snapshot: in memory that takes no longer than what is already on its way. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Every mark is as it was acknowledged, or as the one change that was on its way made it. */
function expectKept(acknowledged: ReadonlyMap<string, Annotation>, now: ReadonlyMap<string, Annotation>): void {
  let ahead = 0;
  for (const [id, before] of acknowledged) {
    const after = now.get(id);
    if (after?.rev === before.rev) expect(after).toEqual(before);
    else {
      expect(after?.rev, `revision of ${id}`).toBe(before.rev + 1);
      ahead++;
    }
  }
  ahead += [...now.keys()].filter((id) => !acknowledged.has(id)).length;
  expect(ahead, 'changes that were on their way').toBeLessThanOrEqual(1);
}

it(`keeps what it acknowledged through ${RUNS} random sequences of edits, undone and redone, and power cuts`, async () => {
  // A transaction that is on its way when the power goes ends whole or not at all, by the lot of the session.
  const open = new Set<IDBTransaction>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const begun = transaction.apply(this, args);
    open.add(begun);
    const forget = (): void => void open.delete(begun);
    begun.addEventListener('complete', forget);
    begun.addEventListener('abort', forget);
    return begun;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 4 }), async (sessions) => {
      const profile = new Profile();
      let acknowledged = new Map<string, Annotation>();
      for (const each of [...sessions, undefined]) {
        const mended = await profile.start(new Fate());
        expect(mended.found).not.toBe('newer');
        expect(mended.found).not.toBe('unreadable');
        expectKept(acknowledged, marksIn(await mended.database.annotations.toArray()));
        await atRest();
        buryPage(mended);
        // Both copies hold the same now: the next start finds nothing to mend.
        const fate = new Fate();
        const page = await profile.start(fate);
        expect(page.found).toBeUndefined();
        await atRest();
        if (each !== undefined) acknowledged = await profile.live(page, fate, each);
        if (each?.isAborted === true) for (const begun of open) begun.abort();
        buryPage(page);
        if (each !== undefined) await profile.lose(each.lost);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  IDBDatabase.prototype.transaction = transaction;
}, 600_000);
