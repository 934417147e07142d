import { isLive, type Annotation } from '../annotation/annotation';
import { isPlaced } from '../anchor/health';
import type { CodePointSpan } from '../support/offset';
import type { Text } from '../text/text';

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

function groupedBy(marks: readonly Annotation[], keyOf: (mark: Annotation) => string): Groups {
  const groups = new Map<string, Annotation[]>();
  for (const mark of marks) {
    const others = groups.get(keyOf(mark));
    if (others === undefined) groups.set(keyOf(mark), [mark]);
    else others.push(mark);
  }
  return groups;
}

/** Live marks by what they stand on, as those that change will be. A text is looked through when first asked for. */
export class MarksByWords {
  readonly #here: MarksHere;
  readonly #changed: ReadonlyMap<string, Annotation>;
  readonly #texts = new Map<string, { readonly spans: Groups; readonly words: Groups }>();

  /** `changed` are the marks that do not stay as they are. */
  constructor(here: MarksHere, changed: ReadonlyMap<string, Annotation>) {
    this.#here = here;
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

  #of(text: Text): { readonly spans: Groups; readonly words: Groups } {
    const known = this.#texts.get(text.id);
    if (known !== undefined) return known;
    const marks = this.#here
      .ofText(text.id)
      .map(({ id }) => this.#changed.get(id) ?? this.#here.find(id))
      .filter((mark) => mark?.textId === text.id && isLive(mark) && isPlaced(mark, text.sourceHash))
      .filter((mark) => mark !== undefined);
    const made = {
      spans: groupedBy(marks, ({ target }) => spanKey(target)),
      words: groupedBy(marks, ({ quote }) => quote.exact),
    };
    this.#texts.set(text.id, made);
    return made;
  }
}
