import type { Sight } from '#core/ipc/sight-contract';
import type { SightedPage } from './as-opened';
import { drawSight } from './draw-sight';

/** A page that is read. */
export interface ReadPage {
  readonly page: SightedPage;
  /** Whether the next start shows this page. */
  readonly isShownNext: () => Promise<boolean>;
}

/** What is in sight when the window closes: the next start shows it at once, until its page is drawn. */
export class SightKeeper {
  readonly #send: (sight: Sight | undefined) => Promise<unknown>;
  #read: ReadPage | undefined;

  constructor(send: (sight: Sight | undefined) => Promise<unknown>) {
    this.#send = send;
  }

  /** Follows a page until the returned function is called. */
  follow(read: ReadPage): () => void {
    this.#read = read;
    return () => {
      if (this.#read === read) this.#read = undefined;
    };
  }

  /** Sends what is in sight; nothing where the next start will show something else. */
  readonly keep = async (): Promise<void> => {
    const read = this.#read;
    const isShownNext = read !== undefined && (await read.isShownNext());
    await this.#send(isShownNext ? drawSight(read.page, document) : undefined);
  };
}
