import type { Quote } from '../annotation/annotation';

/**
 * A place in a text that a person named. Deleting sets `deleted`; a record is never taken away. `rev` grows by one with
 * every change.
 */
export interface Bookmark {
  /** UUID version 7 (RFC 9562). */
  readonly id: string;
  readonly textId: string;
  /** SHA-256 of the source that the offset was taken on. */
  readonly textHash: string;
  /** Code points of the canonical text. */
  readonly offset: number;
  /** The words at the place, so that it can be found in another edition. */
  readonly quote: Quote;
  /** As typed; empty for one that is called by its words. */
  readonly name: string;
  /** Milliseconds since 1970 UTC, as `modified` and `deleted`. */
  readonly created: number;
  readonly modified: number;
  readonly deleted?: number;
  readonly rev: number;
}
