/** What a person answers when a note could not be kept. */
export type CloseChoice = 'stay' | 'close';

/** The parts that closing needs; all but `wait` are thin wrappers around Electron. */
export interface ClosingParts {
  /** True once the page has asked main for anything; before that it holds nothing to keep. */
  readonly isAwake: () => boolean;
  /** Asks the page to write what is not yet written. */
  readonly askToFlush: () => void;
  /** Asks the page to take no more input, and to write what came since it was asked to flush. */
  readonly askToSeal: () => void;
  /** Lets the page take input again. */
  readonly unseal: () => void;
  /** Asks the person, after the page could not keep everything or did not answer; a signal withdraws the question. */
  readonly askPerson: (signal: AbortSignal) => Promise<CloseChoice>;
  /** The page has written all it had: it may be sealed as soon as nothing else keeps the window. */
  readonly onReady: () => void;
  /** Nothing keeps the window any more: closes it, this time for good, or goes on with quitting. */
  readonly onFree: () => void;
  /** Forgets that the application was about to quit. */
  readonly stay: () => void;
  /** Calls back after this many milliseconds unless the returned function is called first. */
  readonly wait: (delayMs: number, then: () => void) => () => void;
}

/** The page writes a note of any size well within this; longer means that it hangs. */
const LONGEST_FLUSH_MS = 5_000;

/** `let-go`: something could not be kept, and the person says that it need not be. */
type Phase = 'open' | 'flushing' | 'ready' | 'sealing' | 'sealed' | 'asking' | 'let-go';

/**
 * Keeps a window from closing before the page has written the note that is being typed. The page is asked twice: once
 * while it can be typed in, as long as that takes, and once more, sealed, for what was typed meanwhile. That is a matter
 * of a moment, and nothing is typed between it and the end.
 * `closing` is called with the window's close event, `flushed` with the page's answers.
 */
export class FlushBeforeClose {
  #phase: Phase = 'open';
  /** What the page was asked for last. */
  #asked: 'flushing' | 'sealing' = 'flushing';
  #question = new AbortController();
  #stopWaiting: () => void = () => undefined;
  readonly #parts: ClosingParts;

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  /** Lets the close go on, or prevents it and asks the page to flush first. */
  closing(event: { preventDefault: () => void }): void {
    if (this.isFree) return;
    event.preventDefault();
    if (this.#phase !== 'open') return;
    this.#ask('flushing', this.#parts.askToFlush);
  }

  /** Asks a page that has flushed to do so once more, and to take no input from there on. */
  seal(): void {
    if (this.#phase === 'ready' && this.#parts.isAwake()) this.#ask('sealing', this.#parts.askToSeal);
  }

  /**
   * Takes the page's answer: goes on if everything is kept, else leaves the choice to the person. A page that was only
   * slow answers while the person is asked: then there is nothing to choose.
   */
  flushed(kept: boolean): void {
    const isLate = this.#phase === 'asking' && kept;
    if (this.#phase !== 'flushing' && this.#phase !== 'sealing' && !isLate) return;
    this.#stopWaiting();
    this.#question.abort();
    if (!kept) void this.#leaveToPerson();
    else if (this.#asked === 'flushing') {
      this.#phase = 'ready';
      this.#parts.onReady();
    } else {
      this.#phase = 'sealed';
      this.#parts.onFree();
    }
  }

  /** True if nothing keeps the window from closing. */
  get isFree(): boolean {
    return this.#phase === 'sealed' || this.#phase === 'let-go' || !this.#parts.isAwake();
  }

  /** True if the page has written all it had, or nothing keeps the window. */
  get isReady(): boolean {
    return this.#phase === 'ready' || this.isFree;
  }

  /** True if nobody has asked it to close. */
  get isOpen(): boolean {
    return this.#phase === 'open';
  }

  /** Takes input again while another window that was to close with it asks the person; it is sealed anew after that. */
  unseal(): void {
    if (this.#phase !== 'sealed' && this.#phase !== 'sealing') return;
    this.#stopWaiting();
    this.#phase = 'ready';
    this.#parts.unseal();
  }

  /** Stays open after all, as another window does that was to close with it: the page is asked again the next time. */
  stayOpen(): void {
    if (this.#phase === 'open' || this.#phase === 'asking') return;
    this.#stopWaiting();
    this.#open();
  }

  #ask(phase: 'flushing' | 'sealing', ask: () => void): void {
    this.#phase = phase;
    this.#asked = phase;
    this.#stopWaiting = this.#parts.wait(LONGEST_FLUSH_MS, () => {
      this.flushed(false);
    });
    ask();
  }

  #open(): void {
    this.#phase = 'open';
    this.#parts.unseal();
  }

  async #leaveToPerson(): Promise<void> {
    this.#phase = 'asking';
    const { signal } = (this.#question = new AbortController());
    const choice = await this.#parts.askPerson(signal);
    if (signal.aborted) return;
    if (choice === 'stay') {
      this.#open();
      this.#parts.stay();
      return;
    }
    this.#phase = 'let-go';
    if (this.#asked === 'flushing') this.#parts.askToSeal();
    this.#parts.onFree();
  }
}
