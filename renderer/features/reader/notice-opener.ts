/** Milliseconds for which the mouse rests before something opens that would stand in the way of reading. */
const REST_MS = 160;
/** Milliseconds in which the mouse can come from the words into what is open beside them. */
const GRACE_MS = 320;

/** What can be opened: by which element, and whether there is something in it to be reached. */
export interface Opening<Carrier> {
  readonly carrier: Carrier;
  /** True if it is many, and quiet, and holds buttons: it waits for the mouse to rest, and stays while one goes there. */
  readonly isPatient: boolean;
}

/**
 * Decides what is open, from what the mouse and the focus do. What tells of damage opens and closes at once; what
 * holds buttons opens when the mouse rests, and stays while the mouse is on its way to them or the focus is inside.
 */
export class NoticeOpener<Carrier> {
  readonly #onChange: (open: Carrier | undefined) => void;
  #open: Opening<Carrier> | undefined;
  #isFocusInside = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: (open: Carrier | undefined) => void) {
    this.#onChange = onChange;
  }

  /** The mouse is over words: those of a notice, or others. */
  over(next: Opening<Carrier> | undefined): void {
    this.#forget();
    if (this.#isFocusInside || next?.carrier === this.#open?.carrier) return;
    const waits = next?.isPatient === true || this.#open?.isPatient === true;
    if (!waits) this.#set(next);
    else this.#later(next, next === undefined ? GRACE_MS : REST_MS);
  }

  /** The mouse has gone into what is open. */
  inside(): void {
    this.#forget();
  }

  /** The focus is on the words of a notice. */
  focus(next: Opening<Carrier>): void {
    this.#forget();
    this.#isFocusInside = false;
    this.#set(next);
  }

  /** The focus has gone into what is open, or, with `false`, out of it and of its words. */
  focusInside(isInside: boolean): void {
    this.#forget();
    this.#isFocusInside = isInside;
    if (!isInside) this.#set(undefined);
  }

  /** Closes what is open. */
  close(): void {
    this.#forget();
    this.#isFocusInside = false;
    this.#set(undefined);
  }

  #later(next: Opening<Carrier> | undefined, delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#set(next);
    }, delayMs);
  }

  #forget(): void {
    clearTimeout(this.#timer);
  }

  #set(next: Opening<Carrier> | undefined): void {
    if (next?.carrier === this.#open?.carrier) return;
    this.#open = next;
    this.#onChange(next?.carrier);
  }
}
