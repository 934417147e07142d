import type { Handlers, ReplyOf } from '#core/ipc/contract';
import type { Fold, Held } from '#core/journal/fold';
import { keyOf, type Change } from '#core/kept/change';
import { fingerprintOf, stateOf } from '#core/kept/fingerprint';
import type { Result } from '#core/support/result';
import { faultInWords, faultOf } from '#core/support/fault';
import type { Log } from '../log';
import type { Journal } from './journal';
import { NewerJournal } from './read-journal';
import type { WriteFailure } from './writer';

type JournalChannel = Extract<keyof Handlers, `journal.${string}`>;

/** Tables whose records are long, and are sent one by one. */
const LONG = { texts: true, editions: true } as const;

const isLong = (change: Change): change is Extract<Change, { table: keyof typeof LONG }> => change.table in LONG;

async function replied(journal: Journal, outcome: Result<number, WriteFailure>): Promise<ReplyOf<'journal.append'>> {
  return outcome.ok ? { ok: true, seq: outcome.value, id: await journal.id() } : outcome;
}

function* changesIn(fold: Fold): Generator<Change> {
  for (const { change } of fold.records()) yield change;
}

/** Answers what the page asks of the journal. */
export function journalHandlers(journal: Journal, log: Log): Pick<Handlers, JournalChannel> {
  const all = async (): Promise<Held[]> => [...(await journal.state()).onDisk.fold.records()];
  return {
    'journal.append': async ({ changes }) => replied(journal, await journal.append(changes)),
    'journal.void': async ({ seq }) => replied(journal, await journal.void(seq)),
    'journal.summary': async ({ seen }) => {
      if (seen !== undefined) journal.seen(seen.id, seen.seq);
      try {
        const { id, onDisk } = await journal.state();
        const { fold, damaged, missing } = onDisk;
        const torn = onDisk.torn.map(({ damage }) => damage);
        const fingerprint = fingerprintOf(changesIn(fold));
        return { kind: 'read', id, seq: fold.seq, fingerprint, damaged: [...damaged], torn, missing };
      } catch (error) {
        log(`could not read the journal: ${faultInWords(faultOf(error))}`);
        return { kind: error instanceof NewerJournal ? 'newer' : 'unreadable' };
      }
    },
    'journal.state': async () => {
      const records = await all();
      return {
        records: records.filter(({ change }) => !isLong(change)),
        long: records.flatMap(({ change, seq }) =>
          isLong(change) ? [{ table: change.table, key: keyOf(change), state: stateOf(change), seq }] : [],
        ),
      };
    },
    'journal.fetch': async ({ table, key }) =>
      (await all()).map(({ change }) => change).filter((change) => change.table === table && keyOf(change) === key),
    'journal.settled': () => {
      journal.settle();
      void journal.compact();
    },
    'journal.check': async () => {
      const { fold, damaged, missing, snapshots, files, since } = await journal.check();
      const changes = [...changesIn(fold)];
      return {
        files: files.length,
        entries: since.entries,
        records: changes.length,
        damaged: [...damaged],
        missing,
        snapshots: { good: snapshots.good.length, damaged: [...snapshots.damaged] },
        fingerprint: fingerprintOf(changes),
      };
    },
  };
}
