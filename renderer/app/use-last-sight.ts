import { useEffect } from 'react';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
import { textToRead } from './open-listed';

/** Lets the next start show at once what this page shows when the window closes, where it will read the same text. */
export function useLastSight(textId: string, page: ReaderPage | undefined): void {
  const { sight, listed, settings } = useServices();
  useEffect(() => {
    if (page === undefined) return;
    const isShownNext = async (): Promise<boolean> =>
      textToRead(listed, settings.current().textId)?.id === textId && (await settings.isLast());
    return sight.follow({ page, isShownNext });
  }, [sight, listed, settings, textId, page]);
}
