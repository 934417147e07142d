/** What a person answers when a note could not be kept. */
export type CloseChoice = 'stay' | 'close';

/** The parts that closing needs; all but `wait` are thin wrappers around Electron. */
export interface ClosingParts {
  /** True once the page has asked main for anything; before that it holds nothing to keep. */
  readonly isAwake: () => boolean;
  /** Asks the page to write what is not yet written. */
  readonly askToFlush: () => void;
  /** Asks the person, after the page could not keep everything or did not answer. */
  readonly askPerson: () => Promise<CloseChoice>;
  /** Closes the window, this time for good, or goes on with quitting; `wasAsked`: after the person has said so. */
  readonly closeForGood: (wasAsked: boolean) => void;
  /** Forgets that the application was about to quit. */
  readonly stay: () => void;
  /** Calls back after this many milliseconds unless the returned function is called first. */
  readonly wait: (delayMs: number, then: () => void) => () => void;
}

/** The page writes a note of any size well within this; longer means that it hangs. */
const LONGEST_FLUSH_MS = 5_000;

/**
 * Keeps a window from closing before the page has written the note that is being typed.
 * `closing` is called with the window's close event, `flushed` with the page's answer.
 */
export class FlushBeforeClose {
  #phase: 'open' | 'flushing' | 'free' = 'open';
  #stopWaiting: () => void = () => undefined;
  readonly #parts: ClosingParts;

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  /** Lets the close go on, or prevents it and asks the page to flush first. */
  closing(event: { preventDefault: () => void }): void {
    if (this.#phase === 'free' || !this.#parts.isAwake()) return;
    event.preventDefault();
    if (this.#phase === 'flushing') return;
    this.#phase = 'flushing';
    this.#stopWaiting = this.#parts.wait(LONGEST_FLUSH_MS, () => {
      this.flushed(false);
    });
    this.#parts.askToFlush();
  }

  /** Takes the page's answer: closes if everything is kept, else leaves the choice to the person. */
  flushed(kept: boolean): void {
    if (this.#phase !== 'flushing') return;
    this.#stopWaiting();
    if (kept) this.#free(false);
    else void this.#leaveToPerson();
  }

  async #leaveToPerson(): Promise<void> {
    const choice = await this.#parts.askPerson();
    if (choice === 'close') {
      this.#free(true);
      return;
    }
    this.#phase = 'open';
    this.#parts.stay();
  }

  /** True if nothing keeps the window from closing. */
  get isFree(): boolean {
    return this.#phase === 'free' || !this.#parts.isAwake();
  }

  /** Stays open after all, as another window does that was to close with it: the page is asked again the next time. */
  stayOpen(): void {
    if (this.#phase === 'free') this.#phase = 'open';
  }

  #free(wasAsked: boolean): void {
    this.#phase = 'free';
    this.#parts.closeForGood(wasAsked);
  }
}
