import { useLayoutEffect } from 'react';
import { appearanceOf, type Theme } from '#core/ipc/theme';

/** Puts the theme on the document. What follows the computer goes on following it while the page is open. */
export function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const forced = matchMedia('(forced-colors: active)');
    const wear = (): void => {
      const asked = { dark: dark.matches, contrast: contrast.matches, forced: forced.matches };
      document.documentElement.dataset['theme'] = appearanceOf(theme, asked);
    };
    wear();
    for (const query of [dark, contrast, forced]) query.addEventListener('change', wear);
    return () => {
      for (const query of [dark, contrast, forced]) query.removeEventListener('change', wear);
    };
  }, [theme]);
}
