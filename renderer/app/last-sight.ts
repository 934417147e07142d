import { useEffect } from 'react';
import { textToRead } from './open-listed';
import type { ReaderPage } from '../features/reader';
import { drawSight } from '../page/draw-sight';
import type { Bridge } from '../platform/bridge';
import { useServices, type Services } from '../services';

/** A page that is read, and what tells whether the next start shows it. */
interface Read extends Pick<Services, 'listed' | 'settings'> {
  readonly textId: string;
  readonly page: ReaderPage;
}

/** What is in sight when the window closes: the next start shows it at once, until its page is drawn. */
export class LastSight {
  readonly #bridge: Bridge;
  #read: Read | undefined;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Follows a page until the returned function is called. */
  follow(read: Read): () => void {
    this.#read = read;
    return () => {
      if (this.#read === read) this.#read = undefined;
    };
  }

  /** Gives main what is in sight; nothing where the next start will show something else. */
  readonly keep = async (): Promise<void> => {
    const read = this.#read;
    const isLast = read !== undefined && (await isShownNext(read));
    await this.#bridge.request('sight.keep', { sight: isLast ? drawSight(read.page, document) : undefined });
  };
}

const isShownNext = async ({ listed, settings, textId }: Read): Promise<boolean> =>
  textToRead(listed, settings.current().textId)?.id === textId && (await settings.isLast());

/** Lets the sight be that of this page. */
export function useLastSight(textId: string, page: ReaderPage | undefined): void {
  const { sight, listed, settings } = useServices();
  useEffect(() => {
    if (page === undefined) return;
    return sight.follow({ listed, settings, textId, page });
  }, [sight, listed, settings, textId, page]);
}
