import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, NativeTheme } from 'electron';
import { z } from 'zod';
import { appearanceOf, DESKS, NATIVE_SOURCES, THEMES, type Appearance, type Theme } from '#core/ipc/theme';
import type { Log } from '../log';

const keptSchema = z.object({ theme: z.enum(THEMES) });

function read(file: string): Theme {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).theme;
  } catch {
    // Nothing was kept, or nothing that makes sense: the page says soon what the person has chosen.
    return 'system';
  }
}

/** The part of the theme that is main's: what the system draws, and the colour of a window before its page paints. */
export class Backdrop {
  readonly #file: string;
  readonly #native: NativeTheme;
  readonly #log: Log;
  #theme: Theme;

  /** `file` keeps the theme between starts: the page, which knows it, comes after the window. */
  constructor(file: string, native: NativeTheme, log: Log) {
    this.#file = file;
    this.#native = native;
    this.#log = log;
    this.#theme = read(file);
    this.#native.themeSource = NATIVE_SOURCES[this.#theme];
  }

  /** What a page looks like now. */
  appearance(): Appearance {
    const {
      shouldUseDarkColors: dark,
      shouldUseHighContrastColors: contrast,
      inForcedColorsMode: forced,
    } = this.#native;
    return appearanceOf(this.#theme, { dark, contrast, forced });
  }

  /** The colour behind a page, as # and six hexadecimal digits. */
  colour(): string {
    return DESKS[this.appearance()];
  }

  /** Takes up the theme that the person has chosen, for these windows too. */
  wear(theme: Theme, windows: readonly Pick<BrowserWindow, 'setBackgroundColor'>[]): void {
    this.#native.themeSource = NATIVE_SOURCES[theme];
    const isNew = theme !== this.#theme;
    this.#theme = theme;
    for (const window of windows) window.setBackgroundColor(this.colour());
    if (isNew) this.#keep();
  }

  #keep(): void {
    try {
      writeFileSync(this.#file, JSON.stringify({ theme: this.#theme }));
    } catch {
      // The next start has another colour for a moment; nothing else hangs on it.
      this.#log('the theme could not be kept for the next start');
    }
  }
}
