import { resolverOf } from '#core/correction/resolver';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import type { Projector } from '#core/script/projection';
import type { Fold } from '#core/search/fold';
import type { Readings } from '#core/search/pinyin-readings';
import { TextSearch } from '#core/search/text-search';
import type { Text } from '#core/text/text';
import type { FoundIn } from './found-in';

/** What a search is built with. */
export interface SearchTools {
  readonly fold: () => Promise<Fold>;
  readonly projector: (text: Text, mode: ScriptMode, careful: boolean) => Promise<Projector>;
  readonly readings: () => Promise<Readings>;
  /** Does a long piece of work in short slices: calls `step` until it returns false. */
  readonly inSlices: (step: () => boolean) => Promise<void>;
}

/** Code points up to which a text is taken up at once: what that takes is not felt. */
const AT_ONCE = 20_000;

/** Makes a text searchable bit by bit: first the words of the source, then what is shown now, then the other scripts. */
export class SearchBuilder {
  readonly #tools: SearchTools;
  #search: TextSearch | undefined;
  #built: FoundIn | undefined;
  #isComplete = false;
  #onProgress: () => void = () => undefined;
  #readings: Promise<Readings | undefined> | undefined;

  constructor(tools: SearchTools) {
    this.#tools = tools;
  }

  /** The search as far as it is built. */
  get search(): TextSearch | undefined {
    return this.#search;
  }

  /** True once nothing more can be found. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Calls back whenever more can be found. */
  onProgress(listener: () => void): void {
    this.#onProgress = listener;
  }

  /** Builds a search for a text, unless there is one that finds what is shown. What was being built is given up. */
  build(place: FoundIn): void {
    const built = this.#built;
    const isSame =
      built?.shown.text === place.shown.text &&
      built.careful === place.careful &&
      built.corrections === place.corrections;
    if (isSame) return;
    this.#built = place;
    this.#isComplete = false;
    if (built?.shown.text !== place.shown.text) this.#search = undefined;
    void this.#run(place);
  }

  /** The readings of characters, all looked up; undefined where they cannot be loaded. */
  readings(): Promise<Readings | undefined> {
    return (this.#readings ??= this.#tools.readings().then(
      async (readings) => {
        await this.#tools.inSlices(() => readings.step());
        return readings;
      },
      () => {
        this.#readings = undefined;
        return undefined;
      },
    ));
  }

  /** Gives up what is being built. */
  stop(): void {
    this.#built = undefined;
  }

  async #run(place: FoundIn): Promise<void> {
    const { text } = place.shown;
    const fold = await this.#tools.fold();
    if (this.#built !== place) return;
    // Until the new one is there the old one is better than none.
    const search = new TextSearch(text, fold);
    this.#search ??= search;
    this.#onProgress();
    const modes = new Set([...place.modes, ...SCRIPT_MODES]);
    for (const mode of modes) {
      const projector = await this.#tools.projector(text, mode, place.careful).catch(() => undefined);
      if (this.#built !== place) return;
      // Where a script cannot be loaded, none of its words are displayed either.
      if (projector === undefined) continue;
      search.addMode({ mode, projector, fixedIn: resolverOf(place.corrections, mode, text).fixedIn });
      await this.#takeUp(search, () => this.#built === place);
      if (this.#built !== place) return;
      this.#search = search;
      this.#onProgress();
    }
    this.#isComplete = true;
    this.#onProgress();
  }

  async #takeUp(search: TextSearch, isWanted: () => boolean): Promise<void> {
    if ((search.text.blocks.at(-1)?.span.end ?? 0) <= AT_ONCE) while (search.step());
    else await this.#tools.inSlices(() => isWanted() && search.step());
  }
}
