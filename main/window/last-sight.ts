import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { LARGEST_SIGHT, parseSight, SIGHT_SHEET, type Sight } from '#core/ipc/sight-contract';
import type { Appearance } from '#core/ipc/theme';
import type { Log } from '../log';
import { pageWith } from './sight-markup';

/** What the last sight needs to know of the application around it. */
export interface LastSightParts {
  /** Where it lies between two starts. */
  readonly file: string;
  /** The built page: classes of a sight are those of its build. */
  readonly page: string;
  readonly version: string;
  readonly log: Log;
}

const keptSchema = z.object({ stamp: z.string(), sight: z.unknown() });

/**
 * What the window showed last, between two starts. It is written when the program ends as it should, and read once and
 * taken away at the next start: after a crash there is none, so that nothing is shown that has changed since. Whatever
 * is wrong with it, the page comes without it.
 */
export class LastSight {
  readonly #parts: LastSightParts;
  #held: Sight | undefined;
  #page: string | undefined;
  #sheet: string | undefined;

  constructor(parts: LastSightParts) {
    this.#parts = parts;
  }

  /** Has what a window that closes showed, for the end of the program; undefined to have nothing. */
  hold(sight: Sight | undefined): void {
    this.#held = sight;
  }

  /** Writes what is held; the program ends. */
  write(): void {
    if (this.#held === undefined) return;
    try {
      const kept = JSON.stringify({ stamp: this.#stamp(), sight: this.#held });
      if (kept.length <= 2 * LARGEST_SIGHT) writeFileSync(this.#parts.file, kept);
    } catch {
      // The next start shows an empty window for a moment; nothing else hangs on it.
      this.#parts.log('the last sight could not be kept for the next start');
    }
  }

  /** Takes up what was written last, once, for a window in this appearance. */
  take(appearance: Appearance): void {
    const { file, page } = this.#parts;
    if (!existsSync(file)) return;
    try {
      const kept = readFileSync(file, 'utf8');
      // First: what cannot be taken away would be shown again after it has gone stale.
      rmSync(file);
      const { stamp, sight } = keptSchema.parse(JSON.parse(kept));
      const parsed = stamp === this.#stamp() ? parseSight(sight) : undefined;
      const sighted = parsed && pageWith(readFileSync(page, 'utf8'), parsed, appearance, this.#assets());
      this.#page = sighted?.html;
      this.#sheet = sighted?.sheet;
    } catch {
      this.#parts.log('the last sight could not be read');
    }
  }

  /** What is served in place of a file of the page (its path): the page once, its sheet as often as it is asked for. */
  readonly serve = (path: string): string | undefined => {
    if (path === `/${SIGHT_SHEET}`) return this.#sheet;
    if (path !== '/index.html') return undefined;
    const page = this.#page;
    this.#page = undefined;
    return page;
  };

  #assets(): ReadonlySet<string> {
    const folder = join(dirname(this.#parts.page), 'assets');
    return new Set(existsSync(folder) ? readdirSync(folder) : []);
  }

  #stamp(): string {
    const { page, version } = this.#parts;
    return `${version} ${createHash('sha256').update(readFileSync(page)).digest('hex')}`;
  }
}
