import type { Bridge } from '../../renderer/platform/bridge';
import { AnnotationStore } from '../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../renderer/storage/database';
import { journalOver } from '../../renderer/storage/journal';
import { twofoldKeeper } from '../../renderer/storage/keeper';
import { Ledger } from '../../renderer/storage/ledger';
import { recover, type StartFinding } from '../../renderer/storage/recovery';
import type { Journal } from '../../main/journal/journal';
import { journalHandlers } from '../../main/journal/journal-handlers';
import type { JournalFolder } from './journal-folder';
import { NO_PEERS } from './peers';

const forever = new Promise<never>(() => undefined);

/** Where a program may die: it counts the places at which it waits, and dies at the one that is set. */
export class Fate {
  #left = Infinity;
  #die: () => void = () => undefined;
  /** True once it is dead. */
  isDead = false;

  /** Lets it die at the n-th place from here; `die` is called then. */
  set(places: number, die: () => void): void {
    this.#left = places;
    this.#die = die;
  }

  /** A place at which it waits: whoever is dead does not go on. */
  async pass(): Promise<void> {
    if (!this.isDead && --this.#left < 0) {
      this.isDead = true;
      this.#die();
    }
    if (this.isDead) await forever;
  }
}

/** A page and its main on one journal and one database, which may die at any place where they wait. */
export interface MortalPage {
  readonly store: AnnotationStore;
  readonly ledger: Ledger;
  readonly found: StartFinding;
  readonly bridge: Bridge;
  readonly database: Database;
}

/** A bridge straight to the handlers of a journal, with a place to die before and behind each request. */
export function bridgeTo(journal: Journal, fate = new Fate()): Bridge {
  const handlers = journalHandlers(journal, () => undefined) as Readonly<Record<string, (payload: unknown) => unknown>>;
  const request = async (channel: string, payload?: unknown): Promise<unknown> => {
    await fate.pass();
    const reply = await handlers[channel]?.(structuredClone(payload));
    await fate.pass();
    return structuredClone(reply);
  };
  // The contract types each channel; here all of them go one way.
  return { request, listen: () => () => undefined } as unknown as Bridge;
}

/** Starts a page on what there is. The power goes where `fate` says: what was not synced is gone from the journal. */
export async function startPage(
  folder: JournalFolder,
  databaseName: string,
  fate: Fate,
  clock: () => number,
): Promise<MortalPage> {
  folder.files.before = () => fate.pass();
  folder.snapshots.before = () => fate.pass();
  const database = declareDatabase(databaseName);
  if ((await openDatabase(database)) !== undefined) throw new Error('the database does not open');
  const bridge = bridgeTo(folder.open(), fate);
  const journal = journalOver(bridge);
  const found = await recover({ bridge, database, journal });
  const ledger = new Ledger(database, twofoldKeeper(journal, database), clock, NO_PEERS);
  const store = new AnnotationStore(database, ledger, clock);
  await store.load();
  return { store, ledger, found, bridge, database };
}

/** Ends a page for good: nothing that it began reaches the database any more. */
export function buryPage({ database }: MortalPage): void {
  // A closed connection would be opened again by the one who writes.
  database.open = () => forever as never;
  database.close({ disableAutoOpen: true });
}
