import { useSyncExternalStore } from 'react';
import type { Theme } from '#core/ipc/theme';

const DARK = '(prefers-color-scheme: dark)';

const matches = (): boolean => matchMedia(DARK).matches;

function subscribe(heed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', heed);
  return () => {
    query.removeEventListener('change', heed);
  };
}

/** Whether a theme whose paper can be chosen is worn dark: Dark, and what follows a computer that is dark. */
export function useIsDark(theme: Theme): boolean {
  const isComputerDark = useSyncExternalStore(subscribe, matches);
  return theme === 'dark' || (theme === 'system' && isComputerDark);
}
