import { compare, type Compared } from '#core/backup/comparison';
import { parseBackup, toBackup, type Backup, type BackupFailure, type Digest } from '#core/backup/backup-file';
import { restorePlan, type Restored, type RestoreMode } from '#core/backup/restore-plan';
import type { BesideChange, BesideRecord } from '#core/history/beside';
import type { Draft, Step } from '#core/history/step';
import type { Change } from '#core/kept/change';
import type { Result } from '#core/support/result';
import type { Database } from './database';
import { recordsIn } from './database-copy';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal, by Web Crypto. */
export const sha256: Digest = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const isDraft = (change: Change | undefined): change is Draft =>
  change?.table === 'annotations' || change?.table === 'bookmarks' || change?.table === 'corrections';
const isBeside = (change: Change | undefined): change is BesideRecord => change !== undefined && !isDraft(change);

function besideOf(plan: readonly Restored[]): BesideChange[] {
  const changes: BesideChange[] = [];
  for (const { before, after } of plan) {
    if (isBeside(after)) changes.push({ before: isBeside(before) ? before : undefined, after });
  }
  return changes;
}

/** Backups of the whole profile: written, compared with what is kept, and restored as one step that can be undone. */
export class BackupStore {
  readonly #database: Database;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  readonly #flush: () => Promise<boolean>;

  /** `flush` writes what is not yet written, and resolves to whether all is on the disk. */
  constructor(database: Database, ledger: Ledger, clock: Clock, flush: () => Promise<boolean>) {
    this.#database = database;
    this.#ledger = ledger;
    this.#clock = clock;
    this.#flush = flush;
  }

  /** A backup of all that is kept, as text; `version` is the program's. What is being typed is written first. */
  async make(version: string): Promise<string> {
    await this.#flush();
    return toBackup(await recordsIn(this.#database), { version, created: this.#clock() }, sha256);
  }

  /** Reads a backup from the text of its file. */
  parse(text: string): Promise<Result<Backup, BackupFailure>> {
    return parseBackup(text, sha256);
  }

  /** How the backup's records and those that are kept now stand to each other. */
  async compare({ records }: Backup): Promise<Compared[]> {
    await this.#flush();
    return compare(await recordsIn(this.#database), records);
  }

  /** Restores a backup into what is kept when its turn comes, all of it or nothing; undefined if nothing changes. */
  restore({ records }: Backup, mode: RestoreMode): Promise<Result<Step | undefined, LedgerFailure>> {
    let plan: readonly Restored[] = [];
    return this.#ledger.change(
      'restore-backup',
      async () => {
        plan = restorePlan(compare(await recordsIn(this.#database), records), mode, this.#clock());
        return plan.map(({ after }) => after).filter(isDraft);
      },
      { beside: () => besideOf(plan) },
    );
  }
}
