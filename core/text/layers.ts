import type { CodePointSpan } from '../support/offset';
import { canonicalOf } from './text-index';
import type { Gloss, Repair, Suspect, Text } from './text';

/** The members of a sorted layer that begin inside a span. */
function within<Member>(layer: readonly Member[], startOf: (member: Member) => number, span: CodePointSpan): Member[] {
  const firstAt = (offset: number): number => {
    let low = 0;
    let high = layer.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const member = layer[middle];
      if (member !== undefined && startOf(member) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return layer.slice(firstAt(span.start), firstAt(span.end));
}

/** What lies over one block, with offsets of the whole canonical text. */
export interface BlockLayers {
  readonly glosses: readonly Gloss[];
  readonly repairs: readonly Repair[];
  readonly suspects: readonly Suspect[];
}

const NONE: BlockLayers = { glosses: [], repairs: [], suspects: [] };

/** The glosses, repairs and suspects of a block. */
export function layersOfBlock(text: Text, block: number): BlockLayers {
  const span = text.blocks[block]?.span;
  if (span === undefined) return NONE;
  return {
    glosses: within(text.glosses, ({ at }) => at, span),
    repairs: within(text.repairs, (repair) => repair.span.start, span),
    suspects: within(text.suspects, ({ at }) => at, span),
  };
}

/** Words with their repairs; `origin` is the canonical offset at which the words begin, in code points. */
export function applyRepairs(words: string, repairs: readonly Repair[], origin: number): string {
  if (repairs.length === 0) return words;
  const characters = Array.from(words);
  for (const { span, reading } of repairs) {
    const repaired = Array.from(reading);
    characters.splice(span.start - origin, repaired.length, ...repaired);
  }
  return characters.join('');
}

/** A block's words before any conversion: as in the source, or with its repairs. */
export function readingOfBlock(text: Text, block: number, repaired: boolean): string {
  const span = text.blocks[block]?.span;
  if (span === undefined) return '';
  const words = canonicalOf(text, span);
  return repaired ? applyRepairs(words, layersOfBlock(text, block).repairs, span.start) : words;
}

/** The whole text with all repairs, blocks joined by one newline. */
export const readingOf = (text: Text): string =>
  text.blocks.map((_block, index) => readingOfBlock(text, index, true)).join('\n');
