import { isLive, type Annotation } from '../annotation/annotation';
import { isPlaced } from '../anchor/health';
import type { CodePointSpan } from '../support/offset';
import type { Fold } from '../search/fold';
import type { Text } from '../text/text';
import { keysOf, keysOfWords } from './meeting';

/** The marks that are here: one by its id, deleted ones too, and all on a text. */
export interface MarksHere {
  readonly find: (id: string) => Annotation | undefined;
  /** The mark that took in the entry of a file with this id, deleted ones too. */
  readonly thatMet: (id: string) => Annotation | undefined;
  readonly ofText: (textId: string) => readonly Annotation[];
}

type Groups = ReadonlyMap<string, readonly Annotation[]>;

const NONE: readonly Annotation[] = [];

const spanKey = ({ start, end }: CodePointSpan): string => `${String(start)} ${String(end)}`;

interface Grouped {
  readonly spans: Groups;
  readonly words: Groups;
  readonly unplaced: Groups;
}

function groupedBy(marks: readonly Annotation[], keysOfMark: (mark: Annotation) => readonly string[]): Groups {
  const groups = new Map<string, Annotation[]>();
  for (const mark of marks) {
    for (const key of keysOfMark(mark)) {
      const others = groups.get(key);
      if (others === undefined) groups.set(key, [mark]);
      else others.push(mark);
    }
  }
  return groups;
}

/** Live marks by what they stand on, as those that change will be. A text is looked through when first asked for. */
export class MarksByWords {
  readonly #here: MarksHere;
  readonly #changed: ReadonlyMap<string, Annotation>;
  readonly #fold: Fold;
  readonly #texts = new Map<string, Grouped>();

  /** `changed` are the marks that do not stay as they are. */
  constructor(here: MarksHere, changed: ReadonlyMap<string, Annotation>, fold: Fold) {
    this.#here = here;
    this.#fold = fold;
    this.#changed = changed;
  }

  /** The marks on exactly this span of a text. */
  on(text: Text, span: CodePointSpan): readonly Annotation[] {
    return this.#of(text).spans.get(spanKey(span)) ?? NONE;
  }

  /** The marks on these canonical words, wherever in a text they stand. */
  saying(text: Text, words: string): readonly Annotation[] {
    return this.#of(text).words.get(words) ?? NONE;
  }

  /** The marks without a place in a text that say this note of one of these words. */
  without(text: Text, words: readonly string[], note: string): readonly Annotation[] {
    const { unplaced } = this.#of(text);
    return keysOfWords(words, note, this.#fold).flatMap((key) => unplaced.get(key) ?? NONE);
  }

  #of(text: Text): Grouped {
    const known = this.#texts.get(text.id);
    if (known !== undefined) return known;
    const all = this.#here
      .ofText(text.id)
      .map(({ id }) => this.#changed.get(id) ?? this.#here.find(id))
      .filter((mark) => mark?.textId === text.id && isLive(mark))
      .filter((mark) => mark !== undefined);
    const marks = all.filter((mark) => isPlaced(mark, text.sourceHash));
    const made = {
      spans: groupedBy(marks, ({ target }) => [spanKey(target)]),
      words: groupedBy(marks, ({ quote }) => [quote.exact]),
      unplaced: groupedBy(all, (mark) => keysOf(mark, text, this.#fold)),
    };
    this.#texts.set(text.id, made);
    return made;
  }
}
