import { NO_HITS, type Hits } from '#core/search/hits';
import type { Readings } from '#core/search/pinyin-readings';
import type { ScriptMode } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import { firstCharacters } from '#core/support/first-characters';
import { CLOSED, type FindOptions, type FindState } from './find-state';
import type { FoundIn, FoundPage } from './found-in';
import type { SearchBuilder } from './search-builder';

/** What is found where nothing is looked for. */
const NOTHING = { hits: NO_HITS, current: -1, counted: undefined, passed: undefined } as const;

/** Code points of a selection that become a query: more are no words to look for. */
const LONGEST_QUERY = 200;

/**
 * A search in the text that is open. It outlives its row, so that keys go on from one hit to the next. What is typed is
 * looked for a moment later, and only the newest of it; hits found meanwhile keep the current one where it is.
 */
export class Finder {
  #state = CLOSED;
  readonly #listeners = new Set<() => void>();
  readonly #builder: SearchBuilder;
  #page: FoundPage | undefined;
  #place: FoundIn | undefined;
  /** The modes shown since the words were typed: what was found as displayed stays found. */
  #modes: readonly ScriptMode[] = [];
  #readings: Readings | undefined;
  /** Where looking began, a canonical offset, and what stood at the top when it was last set. */
  #origin = 0;
  #top: number | undefined;
  /** What was selected when the search was opened. */
  #selected: CodePointSpan | undefined;
  /** Which way the current hit is to be chosen anew, seen from where looking began; 0 where it stays. */
  #chooses: 1 | -1 | 0 = 0;
  /** A hit that is to stay in sight while the list takes room. */
  #kept: CodePointSpan | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(builder: SearchBuilder) {
    this.#builder = builder;
    builder.onProgress(() => {
      this.#look();
    });
  }

  /** Calls back whenever the state has changed; returns the way to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** The state as it is now. */
  readonly current = (): FindState => this.#state;

  /** Names the page on which hits are shown. */
  attach(page: FoundPage): void {
    this.#page = page;
    this.#paint();
  }

  /** Tells what is shown now: the hits stay on the same source words, and what is displayed now is found too. */
  show(place: FoundIn): void {
    const before = this.#place;
    this.#place = place;
    this.#modes = [...new Set([...this.#modes, ...place.modes])];
    if (!this.#state.isOpen || before === place) return;
    this.#build();
    this.#later();
  }

  /** Opens the search, with what is selected as its words, or gives the field the focus where it is open. */
  open(selected: CodePointSpan | undefined): void {
    const { isOpen, words, opened } = this.#state;
    const chosen = selected && this.#wordsOf(selected);
    this.#top = this.#page?.top();
    if (selected !== undefined || !isOpen) {
      this.#selected = selected;
      this.#origin = selected?.start ?? this.#top ?? 0;
    }
    this.#build();
    const isSearching = !this.#builder.isComplete;
    this.#change({ isOpen: true, opened: opened + 1, words: chosen ?? words, passed: undefined, isSearching });
    if (isOpen && chosen === undefined) return;
    this.#begin();
  }

  /** Closes the search; the page has the focus, and the current hit is selected: nothing opens over it. */
  close(): void {
    if (!this.#state.isOpen) return;
    clearTimeout(this.#timer);
    const found = this.#span;
    this.#change({ ...NOTHING, isOpen: false, isSearching: false });
    this.#page?.paint(NO_HITS, undefined);
    this.#page?.leave(found ?? this.#selected);
  }

  /** Looks for other words. */
  type(words: string): void {
    if (words === this.#state.words) return;
    // Until all is found what was counted before stays: to who listens, each number would be one more thing said.
    this.#change(words === '' ? { words, counted: undefined } : { words });
    this.#begin();
  }

  /** Looks in another way, or lists the hits. */
  choose(options: Partial<FindOptions>): void {
    const span = this.#span;
    if (options.listed === true) this.#kept = span !== undefined && this.#page?.sees(span) === true ? span : undefined;
    this.#change(options);
    if (options.exact === undefined && options.pinyin === undefined) return;
    if (options.pinyin === true && this.#readings === undefined) void this.#learnPinyin();
    this.#begin();
  }

  /**
   * Goes to the next hit or the one before, past the end of the text where need be. Where the search is closed it opens
   * with the words of the last time, and goes on from what is selected.
   */
  step(by: 1 | -1, selected?: CodePointSpan): void {
    const { isOpen, words, hits, current } = this.#state;
    if (!isOpen) {
      this.open(words === '' ? selected : undefined);
      if (words !== '' && selected !== undefined) this.#origin = by === 1 ? selected.end : selected.start;
      this.#chooses = by;
      return;
    }
    if (hits.count === 0) return;
    this.#chooses = 0;
    const next = (current + by + hits.count) % hits.count;
    const passed = current + by === hits.count ? 'end' : current + by < 0 ? 'start' : undefined;
    this.#goTo(next, passed);
  }

  /** Goes to one hit. */
  goTo(hit: number): void {
    this.#chooses = 0;
    this.#goTo(hit, undefined);
  }

  /** Notes that the page has more or less room: what stands at its top now was not scrolled to. */
  settle(): void {
    if (this.#kept !== undefined) this.#page?.reveal(this.#kept);
    this.#kept = undefined;
    this.#top = this.#page?.top();
  }

  /** Ends what is still under way. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#builder.stop();
  }

  get #span(): CodePointSpan | undefined {
    const { hits, current } = this.#state;
    return current < 0 ? undefined : hits.span(current);
  }

  /** The displayed words of a selection, as far as they lie in one paragraph. */
  #wordsOf(selected: CodePointSpan): string | undefined {
    const [first] = this.#place?.shown.displayOf(selected).split('\n') ?? [];
    return first && firstCharacters(first, LONGEST_QUERY);
  }

  /** Begins to look for what is typed now. */
  #begin(): void {
    this.#chooses = 1;
    this.#modes = this.#place?.modes ?? [];
    // Whoever has scrolled meanwhile looks from there.
    const top = this.#page?.top();
    if (top !== this.#top) this.#origin = top ?? 0;
    this.#top = top;
    this.#later();
  }

  /** Looks once the key that was pressed has been drawn; of several only the last counts. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look();
    }, 0);
  }

  #build(): void {
    if (this.#place !== undefined) this.#builder.build(this.#place);
  }

  async #learnPinyin(): Promise<void> {
    this.#readings = await this.#builder.readings();
    this.#change({ isPinyinMissing: this.#readings === undefined });
    this.#look();
  }

  #look(): void {
    const { isOpen, words, exact, pinyin } = this.#state;
    const { search, isComplete } = this.#builder;
    if (!isOpen || search === undefined || this.#place === undefined) return;
    clearTimeout(this.#timer);
    const hits = search.find({
      words,
      modes: exact ? this.#place.modes.slice(0, 1) : this.#modes,
      exactly: exact ? this.#place.shown : undefined,
      readings: pinyin ? this.#readings : undefined,
    });
    const isSearching = !isComplete || (pinyin && this.#readings === undefined && !this.#state.isPinyinMissing);
    this.#choose(hits, isSearching);
    // As long as nearer ones may be found, the current hit may change, unless a person has moved on from it.
    if (!isSearching) this.#chooses = 0;
    this.#top = this.#page?.top();
  }

  /** Takes hits over. The current one stays where it is found again; else the nearest from where looking began is. */
  #choose(hits: Hits, isSearching: boolean): void {
    const span = this.#span;
    const kept = this.#chooses !== 0 || span === undefined ? -1 : hits.find(span);
    const take = (current: number, passed: FindState['passed']): void => {
      const counted = !isSearching && this.#state.words !== '' && { counted: { at: current + 1, of: hits.count } };
      this.#change({ hits, isSearching, current, passed, ...counted });
      this.#paint();
    };
    if (kept >= 0 || hits.count === 0) {
      take(kept, hits.count === 0 ? undefined : this.#state.passed);
      return;
    }
    const origin = this.#chooses === 0 ? (span?.start ?? this.#origin) : this.#origin;
    const first = hits.firstFrom(origin) - (this.#chooses === -1 ? 1 : 0);
    const passed = first < 0 ? 'start' : first === hits.count ? 'end' : undefined;
    const chosen = (first + hits.count) % hits.count;
    const { start, end } = hits.span(chosen);
    take(chosen, passed);
    if (start !== span?.start || end !== span.end) this.#reveal();
  }

  #goTo(hit: number, passed: FindState['passed']): void {
    this.#change({ current: hit, passed, counted: { at: hit + 1, of: this.#state.hits.count } });
    this.#paint();
    this.#reveal();
  }

  #reveal(): void {
    const span = this.#span;
    if (span === undefined) return;
    this.#page?.reveal(span);
    this.#top = this.#page?.top();
    if (this.#chooses === 0) this.#origin = span.start;
  }

  #paint(): void {
    this.#page?.paint(this.#state.hits, this.#span);
  }

  #change(parts: Partial<FindState>): void {
    this.#state = { ...this.#state, ...parts };
    for (const listener of this.#listeners) listener();
  }
}
