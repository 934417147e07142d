import { useLayoutEffect } from 'react';
import type { Theme } from '#core/ipc/contract';

/** Puts the theme on the document; `system` follows the computer, also while the page is open. */
export function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const wear = (): void => {
      const followed = dark.matches ? 'dark' : 'light';
      document.documentElement.dataset['theme'] = theme === 'system' ? followed : theme;
    };
    wear();
    dark.addEventListener('change', wear);
    return () => {
      dark.removeEventListener('change', wear);
    };
  }, [theme]);
}
