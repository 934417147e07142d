import type { JournalDamage, ReplyOf } from '#core/ipc/contract';
import { changeKey, KEPT_TABLES, keyOf, type Change, type KeptTable } from '#core/kept/change';
import { differing, Fingerprinter, stateOf, type Fingerprint } from '#core/kept/fingerprint';
import { reconcile } from '#core/kept/reconcile';
import type { Bridge } from '../platform/bridge';
import { SENTINEL, type Database } from './database';
import { sentinelOf, writeToDatabase, type Journal, type KeepFailure } from './keeper';

/** What was found and done at the start, where journal and database did not hold the same. */
export interface Recovery {
  /** Records that the database had lost, or had older: how many of each table came back. */
  readonly restored: ReadonlyMap<KeptTable, number>;
  /** Records that the journal had lost, or had older, and were written to it again. */
  readonly copied: number;
  /** True where the journal that the database knew is not there. */
  readonly isJournalNew: boolean;
  /** Marks of which neither copy has what was written last, by their quotes or ids. */
  readonly damaged: readonly string[];
  /** Entries of the journal that are nowhere, where something came from it. */
  readonly missing: number;
  /** Why one of the copies could not be mended. */
  readonly failed: KeepFailure | undefined;
}

/** What a start found: nothing to say, something, or a journal that cannot be used. */
export type StartFinding = Recovery | 'newer' | 'unreadable' | undefined;

type Summary = Extract<ReplyOf<'journal.summary'>, { kind: 'read' }>;
type LongTable = 'texts' | 'editions';

/** Tables whose records are read whole; texts and editions are told by their keys and their sources. */
const SHORT_TABLES = KEPT_TABLES.filter((table): table is Exclude<KeptTable, LongTable> => !isLong(table));

function isLong(table: KeptTable): table is LongTable {
  return table === 'texts' || table === 'editions';
}

/** A record of a long table as far as reconciling looks at it. */
const standIn = (table: LongTable, key: string, state: string): Change => {
  const [hash = '', textId = ''] = table === 'editions' ? splitOnce(key) : [];
  const record = table === 'texts' ? { id: key, sourceHash: state } : { hash, textId };
  // Key and state are all that is asked of it; the record itself takes its place before anything is written.
  return { table, record } as Change;
};

const splitOnce = (key: string): [string, string] => {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
};

/** Everything in the database, long records by stand-ins. */
async function databaseCopy(database: Database): Promise<Change[]> {
  const [texts, editions, ...short] = await Promise.all([
    database.texts.orderBy('[id+sourceHash]').keys(),
    database.editions.toCollection().primaryKeys(),
    ...SHORT_TABLES.map((table) => database.table<Change['record']>(table).toArray()),
  ]);
  return [
    // Keys of the compound index are pairs of strings; Dexie types them as any key.
    ...(texts as unknown as [string, string][]).map(([id, source]) => standIn('texts', id, source)),
    ...editions.map(([textId, hash]) => standIn('editions', `${hash} ${textId}`, '')),
    ...SHORT_TABLES.flatMap((table, index) =>
      // Each table holds records of its own kind.
      (short[index] ?? []).map((record) => ({ table, record }) as Change),
    ),
  ];
}

function fingerprint(changes: readonly Change[]): Fingerprint {
  const taking = new Fingerprinter();
  for (const change of changes) taking.add(change.table, keyOf(change), stateOf(change));
  return taking.done();
}

/** The parts that a start needs to bring the two copies together. */
export interface RecoveryParts {
  readonly bridge: Bridge;
  readonly database: Database;
  readonly journal: Journal;
}

/**
 * Compares the journal and the database, by sentinel, count and hash, and where they differ brings them together: of
 * each record the newer state of the two. Nothing is erased on either side.
 */
export async function recover(parts: RecoveryParts): Promise<StartFinding> {
  const { bridge, database } = parts;
  const summary = await bridge.request('journal.summary');
  if (summary.kind !== 'read') return summary.kind;
  const [here, sentinel] = await Promise.all([databaseCopy(database), database.sentinels.get(SENTINEL)]);
  const isInStep = sentinel?.journal === summary.id && sentinel.seq === summary.seq;
  const tables = differing(fingerprint(here), summary.fingerprint);
  let found: Recovery | undefined;
  // Of a database that is in step nothing was lost, whatever became of the journal's lines.
  if (tables.length > 0 || (!isInStep && summary.damaged.length > 0)) {
    found = await bringTogether(parts, summary, { changes: here, sentinel });
  } else if (!isInStep && summary.seq > 0) {
    await writeToDatabase(database, [], sentinelOf(summary));
  }
  void bridge.request('journal.settled').catch(() => undefined);
  return found;
}

interface Here {
  readonly changes: readonly Change[];
  readonly sentinel: { readonly journal: string; readonly seq: number } | undefined;
}

async function bringTogether(parts: RecoveryParts, summary: Summary, here: Here): Promise<Recovery | undefined> {
  const { bridge, database } = parts;
  const { changes, long } = await bridge.request('journal.state');
  const there = [...changes, ...long.map(({ table, key, state }) => standIn(table, key, state))];
  const knowsJournal = here.sentinel?.journal === summary.id;
  const { toDatabase, toJournal } = reconcile(
    // Of another journal the database's number says nothing: then it is the database that has taken in more.
    { changes: here.changes, seq: knowsJournal ? here.sentinel.seq : Infinity },
    { changes: there, seq: summary.seq },
  );
  const written = await copyToJournal(parts, toJournal);
  const whole = await Promise.all(toDatabase.map((change) => wholeOf(bridge, change)));
  const seq = written.ok && written.seq > 0 ? written : summary;
  const outcome = await writeToDatabase(database, whole.flat(), sentinelOf({ id: summary.id, seq: seq.seq }));
  const damaged = namesOf(summary.damaged, here.changes, toDatabase, changes);
  // A database that never had a journal, as one of an earlier version, and a journal that begins: nothing was lost.
  const isFirst = here.sentinel === undefined && summary.seq === 0;
  if (isFirst && written.ok) return undefined;
  return {
    restored: countsOf(toDatabase),
    copied: toJournal.length,
    isJournalNew: here.sentinel !== undefined && !knowsJournal,
    damaged,
    missing: toDatabase.length > 0 ? summary.missing : 0,
    failed: outcome.ok ? (written.ok ? undefined : written.reason) : outcome.reason,
  };
}

/** The record itself of what may be a stand-in. */
async function wholeOf(bridge: Bridge, change: Change): Promise<Change[]> {
  const { table } = change;
  return isLong(table) ? bridge.request('journal.fetch', { table, key: keyOf(change) }) : [change];
}

/** Records to an entry: few enough that none is too long to be sent. */
const RECORDS_AT_ONCE = 2_000;

type Copied = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly reason: KeepFailure };

/** Writes records of the database to the journal; the long ones each in an entry of its own. */
async function copyToJournal({ database, journal }: RecoveryParts, changes: readonly Change[]): Promise<Copied> {
  const short = changes.filter(({ table }) => !isLong(table));
  const entries: (() => Promise<Change[]>)[] = [];
  for (const change of changes) if (isLong(change.table)) entries.push(() => fromDatabase(database, change));
  for (let from = 0; from < short.length; from += RECORDS_AT_ONCE) {
    entries.push(() => Promise.resolve(short.slice(from, from + RECORDS_AT_ONCE)));
  }
  let seq = 0;
  for (const entry of entries) {
    const outcome = await journal.append(await entry());
    if (!outcome.ok) return outcome;
    ({ seq } = outcome.value);
  }
  return { ok: true, seq };
}

async function fromDatabase(database: Database, change: Change): Promise<Change[]> {
  const record =
    change.table === 'editions'
      ? await database.editions.get([change.record.textId, change.record.hash])
      : await database.table<Change['record'], string>(change.table).get(keyOf(change));
  // The table has records of its own kind.
  return record === undefined ? [] : [{ table: change.table, record } as Change];
}

const countsOf = (changes: readonly Change[]): Map<KeptTable, number> => {
  const counts = new Map<KeptTable, number>();
  for (const { table } of changes) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
};

/**
 * What damaged entries of the journal were about, where the database has lost it too: by the words of the mark as either
 * copy still has it, else by what can be made out in the entry, else by its id.
 */
function namesOf(
  damage: readonly JournalDamage[],
  here: readonly Change[],
  toDatabase: readonly Change[],
  there: readonly Change[],
): string[] {
  const restored = new Set(toDatabase.map(changeKey));
  const sound = new Set(here.filter((change) => !restored.has(changeKey(change))).map(keyOf));
  const quotes = new Map(
    [...there, ...here].flatMap((change) =>
      change.table === 'annotations' ? [[change.record.id, change.record.quote.exact] as const] : [],
    ),
  );
  const soundQuotes = new Set([...sound].map((key) => quotes.get(key)));
  const names = damage.flatMap(({ ids, quotes: made }) => {
    // The fault may have hit the very id.
    if (ids.length === 0) return made.filter((quote) => !soundQuotes.has(quote));
    const lost = ids.filter((id) => !sound.has(id));
    return lost.map((id) => quotes.get(id) ?? (ids.length === 1 ? made[0] : undefined) ?? id);
  });
  return [...new Set(names)];
}
