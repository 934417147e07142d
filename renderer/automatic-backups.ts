import type { BackupStatus } from '#core/ipc/backup-contract';
import type { Bridge } from './platform/bridge';
import type { BackupStore } from './storage/backup-store';

/** Milliseconds between two looks at whether a backup is due: the first of a day comes soon after midnight. */
const LOOKS_EVERY_MS = 10 * 60 * 1000;

/** Automatic backups, made when main says that one is due: at start, and when the day changes while the page is open. */
export class AutomaticBackups {
  readonly #bridge: Pick<Bridge, 'request'>;
  readonly #backups: Pick<BackupStore, 'make'>;
  readonly #listeners = new Set<() => void>();
  #status: BackupStatus | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(bridge: Pick<Bridge, 'request'>, backups: Pick<BackupStore, 'make'>) {
    this.#bridge = bridge;
    this.#backups = backups;
  }

  /** What is known of them; undefined until main has said. */
  readonly current = (): BackupStatus | undefined => this.#status;

  /** Calls back after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks now, and from now on; `every` calls back each so many milliseconds. */
  start(every: (delayMs: number, then: () => void) => void): void {
    void this.look();
    every(LOOKS_EVERY_MS, () => void this.look());
  }

  /** Asks whether a backup is due, and makes it. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#take(await this.#bridge.request('backup.status'));
    });
  }

  /** Lets the person choose the folder; the first backup follows at once. */
  readonly choose = (): Promise<void> =>
    this.#inTurn(async () => {
      await this.#take(await this.#bridge.request('backup.choose-folder'));
    });

  /** Makes none from now on; those that were made stay. */
  readonly stop = (): Promise<void> =>
    this.#inTurn(async () => {
      await this.#take(await this.#bridge.request('backup.stop'));
    });

  async #take(status: BackupStatus): Promise<void> {
    this.#tell(status);
    if (!status.isDue) return;
    const text = await this.#backups.make(status.version);
    this.#tell(await this.#bridge.request('backup.automatic', { text }));
  }

  #tell(status: BackupStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }

  /** One after the other, so that two looks make one backup; one that failed is looked at again later. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.#looking.then(task).catch(() => {
      if (this.#status?.folder !== undefined) this.#tell({ ...this.#status, failure: 'other' });
    });
    this.#looking = turn;
    return turn;
  }
}
