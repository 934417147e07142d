import { inReadingOrder, type Annotation, type Colour } from '../annotation/annotation';
import { placedFirst } from '../annotation/note-order';
import { isPlaced } from '../anchor/health';
import { blockAt } from '../anchor/spread';
import type { CodePointSpan } from '../support/offset';
import type { Block } from '../text/text';

/** A note as every format gives it out. */
export interface ExportedNote {
  readonly id: string;
  readonly quote: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  /** What the colour means to the person; empty where they have not said. */
  readonly label: string;
  /** 1-based number of the block in which the quote begins; undefined for a mark without a place in this edition. */
  readonly paragraph?: number;
  /** Milliseconds since 1970 UTC. */
  readonly created: number;
}

/** All that an export holds, before any format. */
export interface NotesDocument {
  readonly title: string;
  /** BCP 47 tag of the script that the quotes are in. */
  readonly language: string;
  /** SHA-256 of the source that the notes stand on. */
  readonly sourceHash: string;
  /** Milliseconds since 1970 UTC. */
  readonly exported: number;
  readonly notes: readonly ExportedNote[];
}

/** What the document is made from; `quoteOf` gives the words of a span, as displayed or as in the source. */
export interface DocumentParts {
  readonly text: { readonly title: string; readonly sourceHash: string; readonly blocks: readonly Block[] };
  readonly annotations: readonly Annotation[];
  readonly language: string;
  readonly quoteOf: (span: CodePointSpan) => string;
  readonly labelOf: (colour: Colour) => string;
  readonly exported: number;
}

/** Gathers the notes in reading order, those without a place in this edition last. */
export function notesDocument({
  text,
  annotations,
  language,
  quoteOf,
  labelOf,
  exported,
}: DocumentParts): NotesDocument {
  return {
    title: text.title,
    language,
    sourceHash: text.sourceHash,
    exported,
    notes: placedFirst(inReadingOrder(annotations), text.sourceHash).map((annotation) => {
      const { id, target, note, tags, colour, created } = annotation;
      const said = { id, note, tags, colour, label: labelOf(colour), created };
      // Without a place there are only the words that the mark was made on.
      if (!isPlaced(annotation, text.sourceHash)) return { ...said, quote: annotation.quote.exact };
      return { ...said, quote: quoteOf(target), paragraph: blockAt(text.blocks, target.start) + 1 };
    }),
  };
}
