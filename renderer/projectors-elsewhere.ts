import type { ScriptMode, SourceScript } from '#core/script/mode';
import type { Projector } from '#core/script/projection';
import { loadProjector } from './load-script';

/** What shows the words of texts that are not open, as far as it is there. */
export interface Elsewhere {
  /** What shows words of this text in this script; undefined while it loads, and where it cannot be had. */
  readonly projectorOf: (textId: string, mode: ScriptMode) => Projector | undefined;
  /** The script of the source of this text, once something of it was asked for and is there. */
  readonly scriptOf: (textId: string) => SourceScript | undefined;
}

/** Where texts are read, of which only the script of the source is wanted. */
export interface TextsRead {
  readonly get: (id: string) => Promise<{ readonly script: SourceScript } | undefined>;
}

/**
 * Shows the words of texts that are not open. What it takes is loaded when it is first asked for, and each text is read
 * once, however often the script is switched.
 */
export class ProjectorsElsewhere {
  readonly #texts: TextsRead;
  readonly #scripts = new Map<string, Promise<SourceScript | undefined>>();
  readonly #known = new Map<string, SourceScript>();
  readonly #projectors = new Map<string, Projector>();
  /** What was asked for already, also in vain. */
  readonly #asked = new Set<string>();
  #loading = 0;
  readonly #listeners = new Set<() => void>();
  #now: Elsewhere = this.#view();

  constructor(texts: TextsRead) {
    this.#texts = texts;
  }

  /** Calls back whenever more is there, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is there now: another object once there is more. */
  readonly current = (): Elsewhere => this.#now;

  /** Takes up the script of a text that is at hand; another edition of it may be in another. */
  know(textId: string, script: SourceScript): void {
    this.#scripts.set(textId, Promise.resolve(script));
    for (const key of this.#asked) {
      if (!key.startsWith(`${textId} `)) continue;
      this.#asked.delete(key);
      this.#projectors.delete(key);
    }
  }

  #view(): Elsewhere {
    return {
      projectorOf: (textId, mode) => {
        const key = `${textId} ${mode}`;
        if (!this.#asked.has(key)) void this.#load(key, textId, mode);
        return this.#projectors.get(key);
      },
      scriptOf: (textId) => this.#known.get(textId),
    };
  }

  async #load(key: string, textId: string, mode: ScriptMode): Promise<void> {
    this.#asked.add(key);
    this.#loading++;
    const projector = await this.#projectorOf(textId, mode).catch(() => undefined);
    this.#loading--;
    // Where it cannot be had, the words stay as in their source.
    if (projector !== undefined) this.#projectors.set(key, projector);
    // What is asked for together is shown together.
    if (this.#loading > 0) return;
    this.#now = this.#view();
    for (const listener of this.#listeners) listener();
  }

  async #projectorOf(textId: string, mode: ScriptMode): Promise<Projector | undefined> {
    const known = this.#scripts.get(textId);
    const asked = known ?? this.#texts.get(textId).then((text) => text?.script);
    this.#scripts.set(textId, asked);
    const script = await asked;
    if (script !== undefined) this.#known.set(textId, script);
    return script && loadProjector(script, mode);
  }
}
