/** Writes what is not yet written; resolves to whether everything is kept. */
export type Flush = () => Promise<boolean>;

/** All places that may hold something not yet written, asked before the window closes. */
export class FlushList {
  readonly #entries = new Set<Flush>();

  /** Adds a place until the returned function is called. */
  readonly add = (flush: Flush): (() => void) => {
    this.#entries.add(flush);
    return () => this.#entries.delete(flush);
  };

  /** Writes everything; resolves to whether all of it is kept. */
  readonly all = async (): Promise<boolean> => {
    const kept = await Promise.all([...this.#entries].map((flush) => flush().catch(() => false)));
    return kept.every(Boolean);
  };
}
