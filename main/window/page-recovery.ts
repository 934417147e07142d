import type { Log } from '../log';

/** The parts that bringing a page back needs; all but `now` are thin wrappers around Electron. */
export interface RecoveryParts {
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
  /** Loads the page anew. */
  readonly reload: () => void;
  /** Ends the process of a page that does not answer; Electron then says that it is gone. */
  readonly crash: () => void;
  /** Asks the person after the page has died too often. */
  readonly askAfterCrashes: () => Promise<'reload' | 'quit'>;
  /** Asks the person while the page does not answer; the question goes away when the signal says so. */
  readonly askWhileHung: (answered: AbortSignal) => Promise<'wait' | 'reload'>;
  readonly quit: () => void;
  readonly log: Log;
}

/** How often a page is brought back unasked within `PERIOD_MS`: one that dies again and again helps nobody. */
const MOST_RELOADS = 3;
const PERIOD_MS = 60_000;

/** Brings the page back when its process dies, and asks what is to be done when it hangs or dies too often. */
export class PageRecovery {
  readonly #parts: RecoveryParts;
  #reloads: readonly number[] = [];
  #question: AbortController | undefined;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** To be called when the page's process is gone, with Electron's reason. */
  gone(reason: string): void {
    this.responsive();
    // The process of a page ends so when its window closes.
    if (reason === 'clean-exit') return;
    this.#parts.log(`the page is gone: ${reason}`);
    const now = this.#parts.now();
    this.#reloads = this.#reloads.filter((at) => now - at < PERIOD_MS);
    if (this.#reloads.length >= MOST_RELOADS) {
      void this.#leaveToPerson();
      return;
    }
    this.#reloads = [...this.#reloads, now];
    this.#parts.reload();
  }

  /** To be called when the page has stopped answering. */
  unresponsive(): void {
    if (this.#question !== undefined) return;
    this.#parts.log('the page does not answer');
    void this.#askWhileHung();
  }

  /** To be called when the page answers again: what was asked is settled. */
  responsive(): void {
    this.#question?.abort();
    this.#question = undefined;
  }

  async #askWhileHung(): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    const choice = await this.#parts.askWhileHung(question.signal);
    if (question.signal.aborted) return;
    this.#question = undefined;
    if (choice === 'reload') this.#parts.crash();
  }

  async #leaveToPerson(): Promise<void> {
    if ((await this.#parts.askAfterCrashes()) === 'quit') {
      this.#parts.quit();
      return;
    }
    this.#reloads = [this.#parts.now()];
    this.#parts.reload();
  }
}
