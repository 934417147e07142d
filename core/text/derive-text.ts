import type { SourceScript } from '../script/mode';
import { codePoints, codePointSpan } from '../support/offset';
import { readGlosses } from './gloss-reader';
import { applyRepairs } from './layers';
import { mojibakeRepairs } from './mojibake-repair';
import { punctuationRepairs } from './punctuation-repairs';
import { findSuspects } from './suspects';
import type { Block, Gloss, Repair, Suspect, Text } from './text';
import type { WordList } from './word-list';

/** Version of this reader. A text derived by another version is another edition of it. */
export const DERIVATION_VERSION = 1;

/** A source as it was read, decoded from UTF-8. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly hash: string;
  readonly content: string;
  readonly script: SourceScript;
}

/** What deriving needs besides the source. */
export interface DerivationTools {
  readonly words: WordList;
  /** To Simplified and back to the standard of Taiwan. */
  readonly roundTrip: (text: string) => string;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const HEADING = /^#{1,6}[ \u3000]+/;
const LEADING_SPACE = /^[\s\ufeff]+/;

const lengthOf = (text: string): number => Array.from(text).length;

/** A line of the source that becomes a block: its words, and where they begin in the source in code points. */
interface Line {
  readonly kind: Block['kind'];
  readonly words: string;
  readonly rawAt: number;
}

function* linesOf(content: string): Generator<Line> {
  let rawAt = 0;
  let from = 0;
  while (from <= content.length) {
    const rest = content.slice(from, content.length);
    const end = LINE_END.exec(rest);
    const line = end === null ? rest : rest.slice(0, end.index);
    const space = LEADING_SPACE.exec(line)?.[0] ?? '';
    const marker = HEADING.exec(line.slice(space.length))?.[0] ?? '';
    const words = line.slice(space.length + marker.length).trimEnd();
    const kind = marker === '' ? 'paragraph' : 'heading';
    if (words !== '') yield { kind, words, rawAt: rawAt + lengthOf(space) + lengthOf(marker) };
    if (end === null) return;
    rawAt += lengthOf(line) + lengthOf(end[0]);
    from += end.index + end[0].length;
  }
}

/** What a line's repairs make of it; spans are counted from the start of the line. */
function repairsOfLine(line: string, words: WordList): Repair[] {
  const mojibake = mojibakeRepairs(line, words).map((repair) => ({ ...repair, reason: 'mojibake' as const }));
  const isDamaged = (at: number): boolean =>
    mojibake.some(({ start, found }) => at >= start && at < start + lengthOf(found));
  const punctuation = punctuationRepairs(line)
    .filter(({ start }) => !isDamaged(start))
    .map((repair) => ({ ...repair, reason: 'folded-punctuation' as const }));
  return [...mojibake, ...punctuation]
    .sort((a, b) => a.start - b.start)
    .map(({ start, found, reading, reason }) => ({
      span: codePointSpan(start, start + lengthOf(found)),
      found,
      reading,
      reason,
    }));
}

/**
 * Derives a text from its source: glosses become a layer and leave the words, damage becomes repairs, characters
 * left behind by a conversion are flagged. One pass over the source, a line at a time.
 */
export function deriveText(source: Source, { words: wordList, roundTrip }: DerivationTools): Text {
  const blocks: Block[] = [];
  const glosses: Gloss[] = [];
  const repairs: Repair[] = [];
  const suspects: Suspect[] = [];
  const canonical: string[] = [];
  let origin = 0;
  for (const { kind, words, rawAt } of linesOf(source.content.replaceAll('\0', '\ufffd'))) {
    const glossed = readGlosses(words);
    const own = repairsOfLine(glossed.text, wordList);
    const at = (offset: number): number => origin + offset;
    // One by one: a line may hold more of them than a call takes arguments.
    for (const gloss of glossed.glosses) {
      glosses.push({ ...gloss, at: codePoints(at(gloss.at)), rawAt: codePoints(rawAt + gloss.rawAt) });
    }
    for (const repair of own) {
      repairs.push({ ...repair, span: codePointSpan(at(repair.span.start), at(repair.span.end)) });
    }
    if (source.script === 'hant-from-hans') {
      for (const { start, found, perhaps } of findSuspects(applyRepairs(glossed.text, own, 0), roundTrip)) {
        suspects.push({ at: codePoints(at(start)), found, perhaps });
      }
    }
    const length = lengthOf(glossed.text);
    blocks.push({ kind, span: codePointSpan(origin, origin + length) });
    canonical.push(glossed.text);
    origin += length + 1;
  }
  const { id, title, hash, script } = source;
  const text = { id, title, sourceHash: hash, script, derivation: DERIVATION_VERSION, canonical: canonical.join('\n') };
  return { ...text, blocks, glosses, repairs, suspects };
}
