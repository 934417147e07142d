/** What a person may choose as theme; `system` follows the computer. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;

/** A theme as chosen. */
export type Theme = (typeof THEMES)[number];

/** What a page can look like; the palettes of the page's sheet have these names. */
export const APPEARANCES = ['light', 'sepia', 'dark', 'contrast-light', 'contrast-dark'] as const;

/** What a page looks like. */
export type Appearance = (typeof APPEARANCES)[number];

/** What the computer asks for. */
export interface Asked {
  readonly dark: boolean;
  /** More contrast than usual. */
  readonly contrast: boolean;
  /** Its own colours in place of the page's: what still shows a colour has to be seen on these. */
  readonly forced: boolean;
}

/** What a page looks like in a theme. High contrast is light or dark as the computer is. */
export function appearanceOf(theme: Theme, asked: Asked): Appearance {
  const contrast = asked.dark ? 'contrast-dark' : 'contrast-light';
  if (asked.forced) return contrast;
  switch (theme) {
    case 'system':
      if (asked.contrast) return contrast;
      return asked.dark ? 'dark' : 'light';
    case 'contrast':
      return contrast;
    case 'light':
    case 'sepia':
    case 'dark':
      return theme;
  }
}

/** What Electron is told of a theme: it knows no others, and what it is told the page hears as what the computer asks. */
export const NATIVE_SOURCES: Readonly<Record<Theme, 'system' | 'light' | 'dark'>> = {
  system: 'system',
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  contrast: 'system',
};

/** The colour behind everything, which a window has before its page paints: `--desk` of each palette. */
export const DESKS: Readonly<Record<Appearance, string>> = {
  light: '#f3eee3',
  sepia: '#ecdfc5',
  dark: '#101318',
  'contrast-light': '#ffffff',
  'contrast-dark': '#000000',
};
