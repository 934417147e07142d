import type { Handlers, ReplyOf } from '#core/ipc/contract';
import type { Fold } from '#core/journal/fold';
import { standInOf, type Change } from '#core/kept/change';
import { fingerprintOf } from '#core/kept/fingerprint';
import type { Result } from '#core/support/result';
import { faultInWords, faultOf } from '#core/support/fault';
import type { Log } from '../log';
import type { Journal } from './journal';
import { NewerJournal } from './read-journal';
import type { WriteFailure } from './writer';

type JournalChannel = Extract<keyof Handlers, `journal.${string}`>;

async function replied(journal: Journal, outcome: Result<number, WriteFailure>): Promise<ReplyOf<'journal.append'>> {
  return outcome.ok ? { ok: true, seq: outcome.value, id: await journal.id() } : outcome;
}

function* changesIn(fold: Fold): Generator<Change> {
  for (const { change } of fold.records()) yield change;
}

/** Answers what the page asks of the journal. */
export function journalHandlers(journal: Journal, log: Log): Pick<Handlers, JournalChannel> {
  const foldNow = async (): Promise<Fold> => (await journal.state()).onDisk.fold;
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
    'journal.state': async () =>
      [...(await foldNow()).records()].map(({ change, seq }) => ({ change: standInOf(change), seq })),
    'journal.fetch': async ({ table, key }) => {
      const change = (await foldNow()).find(table, key);
      return change === undefined ? [] : [change];
    },
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
