import { NO_HITS, type Hits } from '#core/search/hits';

/** How a person looks for words. */
export interface FindOptions {
  /** True if words must stand there in the script in which they were typed. */
  readonly exact: boolean;
  /** True if words may be pinyin. */
  readonly pinyin: boolean;
  /** True if all hits are listed. */
  readonly listed: boolean;
}

/** A search as it is drawn. */
export interface FindState extends FindOptions {
  readonly isOpen: boolean;
  /** Grows whenever the field is to take the focus. */
  readonly opened: number;
  readonly words: string;
  readonly hits: Hits;
  /** The number of the current hit; -1 where there is none. */
  readonly current: number;
  /** What is said of the hits: the number of the current one and how many there are. It changes once all are found. */
  readonly counted: { readonly at: number; readonly of: number } | undefined;
  /** Which end of the text was passed on the way to the current hit. */
  readonly passed: 'start' | 'end' | undefined;
  /** True while more may be found. */
  readonly isSearching: boolean;
  /** True if pinyin was asked for and is not there. */
  readonly isPinyinMissing: boolean;
}

/** No search. */
export const CLOSED: FindState = {
  isOpen: false,
  opened: 0,
  words: '',
  exact: false,
  pinyin: false,
  listed: false,
  hits: NO_HITS,
  current: -1,
  counted: undefined,
  passed: undefined,
  isSearching: false,
  isPinyinMissing: false,
};
