import type { Fold } from '../search/fold';
import type { Annotation } from './annotation';

/** The words that a mark stands on: as in the source, and as displayed. */
export interface QuotesOf {
  readonly source: (annotation: Annotation) => string;
  readonly displayed: (annotation: Annotation) => string;
}

/** The words that a person searches for, folded; each has to be found. */
export const searchedWords = (typed: string, fold: Fold): string[] =>
  typed
    .split(/\s+/)
    .map((word) => fold.fold(word.replace(/^[#＃](?=.)/, '')))
    .filter((word) => word !== '');

/**
 * Finds notes by their quotes, words and tags, in whichever script either was written. What is folded is kept with
 * each note, so that at a key the notes are only looked through, and an edit costs the folding of one.
 */
export class NoteSearch {
  readonly #fold: Fold;
  readonly #quotes: QuotesOf;
  readonly #own = new WeakMap<Annotation, string>();
  readonly #displayed = new WeakMap<Annotation, string>();

  constructor(fold: Fold, quotes: QuotesOf) {
    this.#fold = fold;
    this.#quotes = quotes;
  }

  /** The notes that hold all of these words, which `searchedWords` gave. */
  among(annotations: readonly Annotation[], words: readonly string[]): readonly Annotation[] {
    if (words.length === 0) return annotations;
    return annotations.filter((annotation) => this.#holds(annotation, words));
  }

  #holds(annotation: Annotation, words: readonly string[]): boolean {
    const own = this.#ownOf(annotation);
    const missing = words.filter((word) => !own.includes(word));
    if (missing.length === 0) return true;
    // A phrase of one region is found as it is shown, not only as it is stored.
    const displayed = this.#displayedOf(annotation);
    return missing.every((word) => displayed.includes(word));
  }

  #ownOf(annotation: Annotation): string {
    const known = this.#own.get(annotation);
    if (known !== undefined) return known;
    const words = [this.#quotes.source(annotation), annotation.note, ...annotation.tags].join('\n');
    const folded = this.#fold.fold(words);
    this.#own.set(annotation, folded);
    return folded;
  }

  #displayedOf(annotation: Annotation): string {
    const known = this.#displayed.get(annotation);
    if (known !== undefined) return known;
    const folded = this.#fold.fold(this.#quotes.displayed(annotation));
    this.#displayed.set(annotation, folded);
    return folded;
  }
}
