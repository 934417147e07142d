import type { JournalDamage, ReplyOf } from '#core/ipc/contract';
import { changeKey, isLongTable, keyOf, type Change, type KeptTable } from '#core/kept/change';
import { differing, fingerprintOf } from '#core/kept/fingerprint';
import { reconcile } from '#core/kept/reconcile';
import type { Bridge } from '../platform/bridge';
import { NO_GUARD, type CopiesGuard } from './copies-guard';
import { letReopen, sentinelIn, TOLD_DAMAGE, toldDamageIn, type Database, type Sentinel } from './database';
import { everythingIn, wholeIn } from './database-copy';
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

/** The parts that a start needs to bring the two copies together. */
export interface RecoveryParts {
  readonly bridge: Bridge;
  readonly database: Database;
  readonly journal: Journal;
  /** Holds up what other windows write meanwhile; without it nobody else may be writing. */
  readonly guard?: CopiesGuard;
}

/** What the database has at the start. */
interface Here {
  readonly changes: readonly Change[];
  readonly sentinel: Sentinel | undefined;
}

/**
 * Compares the journal and the database, by sentinel, count and hash, and where they differ brings them together: of
 * each record the newer state of the two. Nothing is erased on either side.
 */
export async function recover(parts: RecoveryParts): Promise<StartFinding> {
  // A window that holds on to its writing has compared them, and nothing of what it writes may be mended.
  return (parts.guard ?? NO_GUARD).comparing(() => compare(parts));
}

/** What either copy says at the start; `here` rejects where the database cannot be read. */
interface Copies {
  readonly summary: ReplyOf<'journal.summary'>;
  readonly here: Promise<Here>;
}

/** Asks both copies at once. Neither is kept from answering by what ails the other. */
async function askBoth({ bridge, database }: RecoveryParts): Promise<Copies> {
  const reading = sentinelIn(database);
  const sentinel = await reading.catch(() => undefined);
  const seen = sentinel && { id: sentinel.journal, seq: sentinel.seq };
  const here = Promise.all([reading, everythingIn(database)]).then(([, changes]) => ({ changes, sentinel }));
  here.catch(() => undefined);
  // A main that does not answer has a journal that cannot be read.
  const summary = await bridge.request('journal.summary', { seen }).catch(() => ({ kind: 'unreadable' as const }));
  return { summary, here };
}

async function compare(parts: RecoveryParts): Promise<StartFinding> {
  const first = await askBoth(parts);
  // Before all else, whatever the database says: a profile of a newer version is left as it is.
  if (first.summary.kind === 'newer') return 'newer';
  try {
    await first.here;
  } catch {
    // A connection may be broken and a new one not.
    letReopen(parts.database);
    const second = await askBoth(parts);
    return bringInStep(parts, second).catch((error: unknown) => {
      letReopen(parts.database);
      throw error;
    });
  }
  return bringInStep(parts, first);
}

async function bringInStep(parts: RecoveryParts, copies: Copies): Promise<StartFinding> {
  const { bridge, database } = parts;
  const { summary } = copies;
  const here = await copies.here;
  const { sentinel } = here;
  if (summary.kind !== 'read') return summary.kind;
  const isInStep = sentinel?.journal === summary.id && sentinel.seq === summary.seq;
  const damage = await newDamage(database, summary, here);
  let found: Recovery | undefined;
  if (differing(fingerprintOf(here.changes), summary.fingerprint).length > 0 || damage.length > 0) {
    found = await bringTogether(parts, summary, here, damage);
  } else if (!isInStep && summary.seq > 0) {
    await writeToDatabase(database, [], sentinelOf(summary));
  }
  void bridge.request('journal.settled').catch(() => undefined);
  return found;
}

const lineOf = ({ file, line }: JournalDamage): string => `${file} ${line}`;

/** The database has seen entries that the journal does not have. */
const hasSeenMore = (summary: Summary, { sentinel }: Here): boolean =>
  sentinel?.journal === summary.id && sentinel.seq > summary.seq;

/** Damaged records of the journal that nobody was told of yet. */
async function newDamage(database: Database, summary: Summary, here: Here): Promise<JournalDamage[]> {
  // What breaks off was acknowledged only if the database knows of it; one that is lost knows nothing.
  const torn = here.sentinel === undefined || hasSeenMore(summary, here) ? summary.torn : [];
  const all = [...summary.damaged, ...torn];
  if (all.length === 0) return [];
  const told = new Set(await toldDamageIn(database));
  return all.filter((damage) => !told.has(lineOf(damage)));
}

async function bringTogether(
  parts: RecoveryParts,
  summary: Summary,
  here: Here,
  damage: readonly JournalDamage[],
): Promise<Recovery | undefined> {
  const { bridge, database } = parts;
  const records = await bridge.request('journal.state');
  const knowsJournal = here.sentinel?.journal === summary.id;
  const { toDatabase, toJournal } = reconcile(
    { changes: here.changes, seq: here.sentinel === undefined ? -1 : knowsJournal ? here.sentinel.seq : Infinity },
    {
      records,
      isWhole: summary.damaged.length === 0 && summary.missing === 0 && !hasSeenMore(summary, here),
    },
  );
  const whole: Change[] = [];
  for (const change of toDatabase) whole.push(...(await wholeOf(bridge, change)));
  const copied = await copyToJournal(parts, toJournal);
  // Without its copy in the journal, the database has not come as far as the journal.
  const sentinel = copied.ok ? sentinelOf({ id: summary.id, seq: Math.max(summary.seq, copied.seq) }) : undefined;
  const outcome = await writeToDatabase(database, whole, sentinel);
  if (outcome.ok && damage.length > 0) await rememberTold(database, damage);
  // A database that never had a journal, as one of an earlier version, and a journal that begins: nothing was lost.
  if (here.sentinel === undefined && summary.seq === 0 && damage.length === 0 && copied.ok) return undefined;
  const found: Recovery = {
    restored: countsOf(toDatabase),
    copied: toJournal.length,
    isJournalNew: here.sentinel !== undefined && !knowsJournal,
    damaged: namesOf(damage, here.changes, toDatabase, records),
    missing: toDatabase.length > 0 ? summary.missing : 0,
    failed: outcome.ok ? (copied.ok ? undefined : copied.reason) : outcome.reason,
  };
  const isWorthSaying =
    found.restored.size + found.copied + found.damaged.length > 0 || found.isJournalNew || found.failed !== undefined;
  return isWorthSaying ? found : undefined;
}

async function rememberTold(database: Database, damage: readonly JournalDamage[]): Promise<void> {
  const lines = [...new Set([...(await toldDamageIn(database)), ...damage.map(lineOf)])];
  await database.sentinels.put({ id: TOLD_DAMAGE, lines }).catch(() => undefined);
}

/** The record itself of what may be a stand-in. */
async function wholeOf(bridge: Bridge, change: Change): Promise<Change[]> {
  const { table } = change;
  return isLongTable(table) ? bridge.request('journal.fetch', { table, key: keyOf(change) }) : [change];
}

/** Records to an entry: few enough that none is too long to be sent. */
const RECORDS_AT_ONCE = 2_000;

type Copied = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly reason: KeepFailure };

/** Writes records of the database to the journal; the long ones each in an entry of its own. */
async function copyToJournal({ database, journal }: RecoveryParts, changes: readonly Change[]): Promise<Copied> {
  const short = changes.filter(({ table }) => !isLongTable(table));
  const entries: (() => Promise<Change[]>)[] = [];
  for (const change of changes) if (isLongTable(change.table)) entries.push(() => wholeIn(database, change));
  for (let from = 0; from < short.length; from += RECORDS_AT_ONCE) {
    entries.push(() => Promise.resolve(short.slice(from, from + RECORDS_AT_ONCE)));
  }
  let seq = 0;
  for (const entry of entries) {
    const content = await entry();
    if (content.length === 0) continue;
    const outcome = await journal.append(content);
    if (!outcome.ok) return outcome;
    ({ seq } = outcome.value);
  }
  return { ok: true, seq };
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
  there: readonly { readonly change: Change }[],
): string[] {
  const restored = new Set(toDatabase.map(changeKey));
  const sound = new Set(here.filter((change) => !restored.has(changeKey(change))).map(keyOf));
  const quotes = new Map<string, string>();
  for (const change of [...there.map((held) => held.change), ...here]) {
    if (change.table === 'annotations') quotes.set(change.record.id, change.record.quote.exact);
  }
  const soundQuotes = new Set([...sound].map((key) => quotes.get(key)));
  const names = damage.flatMap(({ ids, quotes: made }) => {
    // The fault may have hit the very id.
    if (ids.length === 0) return made.filter((quote) => !soundQuotes.has(quote));
    const lost = ids.filter((id) => !sound.has(id));
    return lost.map((id) => quotes.get(id) ?? (ids.length === 1 ? made[0] : undefined) ?? id);
  });
  return [...new Set(names)];
}
