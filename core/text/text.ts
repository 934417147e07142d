import type { SourceScript } from '../script/mode';
import type { CodePoints, CodePointSpan } from '../support/offset';

/** What a block of text is. */
export type BlockKind = 'heading' | 'paragraph';

/** One block of a text: a stretch of the canonical text between two newlines. */
export interface Block {
  readonly kind: BlockKind;
  /** Where it lies in the canonical text, in code points, without its newline. */
  readonly span: CodePointSpan;
}

/** A reading printed in the source after a character, as in 會(huì); shown as ruby, never part of the canonical text. */
export interface Gloss {
  /** Offset of the character in the canonical text, in code points. */
  readonly at: CodePoints;
  /** Offset of the character in the source, in code points, where the gloss can be looked up. */
  readonly rawAt: CodePoints;
  readonly base: string;
  readonly reading: string;
}

/** Why a stretch was repaired. `mojibake`: bytes decoded one off; `folded-punctuation`: full-width made ASCII. */
export type RepairReason = 'mojibake' | 'folded-punctuation';

/** A stretch of the canonical text that the file got wrong, and what it should read. */
export interface Repair {
  readonly span: CodePointSpan;
  /** What the file says; as many code points as `reading`. */
  readonly found: string;
  readonly reading: string;
  readonly reason: RepairReason;
}

/** A character that is probably wrong but is left as it stands: conversion itself would write another. */
export interface Suspect {
  readonly at: CodePoints;
  readonly found: string;
  readonly perhaps: string;
}

/**
 * A text ready to be read. The canonical text is what offsets count: the blocks joined by one newline,
 * without glosses and without repairs; it is never rewritten once stored. Layers are sorted by offset.
 */
export interface Text {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the source bytes, in lower-case hexadecimal. */
  readonly sourceHash: string;
  readonly script: SourceScript;
  /** Version of the reader that derived this text from its source. */
  readonly derivation: number;
  readonly canonical: string;
  readonly blocks: readonly Block[];
  readonly glosses: readonly Gloss[];
  readonly repairs: readonly Repair[];
  readonly suspects: readonly Suspect[];
}
