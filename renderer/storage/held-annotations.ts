import { inReadingOrder, isInBin, isLive, type Annotation, type Colour } from '#core/annotation/annotation';
import { tagCounts, type TagCount } from '#core/annotation/tags';
import { isSameSpan } from '#core/support/offset';

/** Records that change at once up to which lists are mended; with more it is quicker to make them anew. */
const MENDED_AT_MOST = 50;

/** True if two revisions of a mark have the same place in every list. */
const haveSamePlace = (one: Annotation, other: Annotation): boolean =>
  one.textId === other.textId && isSameSpan(one.target, other.target);

/**
 * All marks of a profile, in memory, and the lists made of them: each is made when first asked for, stays the same
 * object until one of its marks changes, and an edit of one mark costs no reading and no sorting.
 */
export class HeldAnnotations {
  readonly #records = new Map<string, Annotation>();
  readonly #ofText = new Map<string, readonly Annotation[]>();
  #live: readonly Annotation[] | undefined;
  #bin: readonly Annotation[] | undefined;
  #tags: readonly TagCount[] | undefined;
  #met: ReadonlyMap<string, Annotation> | undefined;

  /** Takes up records as they are now; one that is older than what is held is left. */
  take(records: readonly Annotation[]): void {
    const isMending = records.length <= MENDED_AT_MOST;
    if (!isMending) this.#ofText.clear();
    for (const record of records) {
      const before = this.#records.get(record.id);
      if (before !== undefined && before.rev > record.rev) continue;
      this.#records.set(record.id, record);
      if (isMending) this.#mend(before, record);
      if (before?.met !== undefined || record.met !== undefined) this.#met = undefined;
      if (before?.tags !== record.tags || before.deleted !== record.deleted) this.#tags = undefined;
      if ((before !== undefined && !isLive(before)) || !isLive(record)) this.#bin = undefined;
    }
    this.#live = undefined;
  }

  /** A mark, a deleted one too. */
  find(id: string): Annotation | undefined {
    return this.#records.get(id);
  }

  /** The mark that took in the entry of a file with this id, a deleted one too; of several the last that is held. */
  thatMet(id: string): Annotation | undefined {
    this.#met ??= new Map([...this.#records.values()].flatMap((mark) => (mark.met ?? []).map((met) => [met, mark])));
    return this.#met.get(id);
  }

  /** The live marks on a text in reading order. */
  ofText(textId: string): readonly Annotation[] {
    const known = this.#ofText.get(textId);
    if (known !== undefined) return known;
    const made = inReadingOrder([...this.#records.values()].filter((mark) => mark.textId === textId && isLive(mark)));
    this.#ofText.set(textId, made);
    return made;
  }

  /** The live marks on all texts, in the order of their making. */
  live(): readonly Annotation[] {
    return (this.#live ??= [...this.#records.values()].filter(isLive));
  }

  /** What is in the bin, the last deleted first. */
  bin(): readonly Annotation[] {
    return (this.#bin ??= [...this.#records.values()]
      .filter(isInBin)
      .sort((a, b) => (b.deleted ?? 0) - (a.deleted ?? 0) || (a.id < b.id ? 1 : -1)));
  }

  /** All that was deleted, in the order of its making: what is in the bin, and what is left of marks that are gone. */
  deleted(): Annotation[] {
    return [...this.#records.values()].filter((mark) => !isLive(mark));
  }

  /** The tags of all live marks, those that most bear first. */
  tags(): readonly TagCount[] {
    return (this.#tags ??= tagCounts(this.live()));
  }

  /** The marks that bear a tag, those in the bin too, which may come back. */
  withTag(tag: string): Annotation[] {
    return [...this.#records.values()].filter(({ tags }) => tags.includes(tag));
  }

  /** True if any mark has this colour, one that is deleted too. */
  hasColour(colour: Colour): boolean {
    return [...this.#records.values()].some((mark) => mark.colour === colour);
  }

  #mend(before: Annotation | undefined, after: Annotation): void {
    if (before !== undefined && before.textId !== after.textId) this.#ofText.delete(before.textId);
    const list = this.#ofText.get(after.textId);
    if (list === undefined) return;
    const index = before === undefined || !isLive(before) ? -1 : list.indexOf(before);
    if (before === undefined || index < 0 || !isLive(after) || !haveSamePlace(before, after)) {
      if (index >= 0 || isLive(after)) this.#ofText.delete(after.textId);
      return;
    }
    this.#ofText.set(after.textId, list.with(index, after));
  }
}
