import type { ScriptMode } from '../script/mode';
import { indexCodePoints } from '../support/code-point-index';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import type { FixedIn } from '../text/shown-text';
import type { Text } from '../text/text';
import { isBoundary } from './boundaries';
import { isConverted, type Correction } from './correction';

/** A correction that holds at a place: code points from the start of the block. */
export interface Placed {
  readonly span: CodePointSpan;
  readonly correction: Correction;
}

/** Decides which corrections hold where in one text shown in one mode. */
export interface Resolver {
  /** The winners in a block of these words, which stands at `span` of the canonical text: sorted, disjoint. */
  placedIn(span: CodePointSpan, words: string): Placed[];
  /** The same as stretches for ShownText. */
  readonly fixedIn: FixedIn;
}

/** A correction as it is looked for. */
interface Entry {
  readonly correction: Correction;
  /** 0 for an occurrence, 1 for a text, 2 for everywhere: the lower wins. */
  readonly rank: number;
  /** Length of the source words in code points. */
  readonly length: number;
}

/** An entry found at UTF-16 offsets of a block. */
interface Match {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

const RANKS = { occurrence: 0, text: 1, everywhere: 2 } as const;

const entryOf = (correction: Correction): Entry => ({
  correction,
  rank: RANKS[correction.reach.scope],
  length: Array.from(correction.source).length,
});

type Subject = Pick<Text, 'id' | 'sourceHash' | 'script'>;

function reaches({ reach }: Correction, text: Subject): boolean {
  switch (reach.scope) {
    case 'occurrence':
      return reach.textId === text.id && reach.textHash === text.sourceHash;
    case 'text':
      return reach.textId === text.id;
    case 'everywhere':
      return true;
  }
}

/** Of two corrections of the same words with the same reach, the one that was changed last. */
const isNewer = (one: Correction, other: Correction): boolean =>
  one.modified > other.modified || (one.modified === other.modified && one.id > other.id);

/** The sources that begin with one UTF-16 unit: the one that ends there, and the others by their next unit. */
interface Bucket {
  alone: Entry | undefined;
  readonly longer: Map<number, Entry[]>;
}

/** Sources by their first two UTF-16 units, so that nearly every place of a text is passed over at one look. */
class SourceIndex {
  readonly #starts = new Uint8Array(0x10000);
  readonly #bySource = new Map<string, Entry>();
  readonly #buckets = new Map<number, Bucket>();

  /** Indexes corrections that are not about one place. For the same words the narrower wins, then the newer. */
  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      const known = this.#bySource.get(entry.correction.source);
      if (known === undefined || beats(entry, known)) this.#bySource.set(entry.correction.source, entry);
    }
    for (const [source, entry] of this.#bySource) this.#put(source, entry);
  }

  /** Collects all matches in some words, those that overlap too. */
  collect(words: string, matches: Match[]): void {
    for (let start = 0; start < words.length; start++) {
      const first = words.charCodeAt(start);
      if (this.#starts[first] === 0) continue;
      const bucket = this.#buckets.get(first);
      if (bucket?.alone !== undefined) tryAt(words, start, bucket.alone, matches);
      for (const entry of bucket?.longer.get(words.charCodeAt(start + 1)) ?? NONE) {
        tryAt(words, start, entry, matches);
      }
    }
  }

  #put(source: string, entry: Entry): void {
    const first = source.charCodeAt(0);
    this.#starts[first] = 1;
    const bucket = this.#buckets.get(first) ?? { alone: undefined, longer: new Map<number, Entry[]>() };
    this.#buckets.set(first, bucket);
    if (source.length === 1) {
      bucket.alone = entry;
      return;
    }
    const second = source.charCodeAt(1);
    const longer = bucket.longer.get(second);
    if (longer === undefined) bucket.longer.set(second, [entry]);
    else longer.push(entry);
  }
}

const NONE: readonly Entry[] = [];

const beats = (one: Entry, other: Entry): boolean =>
  one.rank < other.rank || (one.rank === other.rank && isNewer(one.correction, other.correction));

/** Adds a match if the words of an entry stand at this UTF-16 offset, and neither end splits a character. */
function tryAt(words: string, start: number, entry: Entry, matches: Match[]): void {
  const { source } = entry.correction;
  const end = start + source.length;
  if (!words.startsWith(source, start) || !isBoundary(words, start) || !isBoundary(words, end)) return;
  matches.push({ entry, start, end });
}

/** The occurrences of a text by place. */
class Occurrences {
  readonly #sorted: Entry[];

  constructor(entries: readonly Entry[]) {
    this.#sorted = entries.toSorted((a, b) => startOf(a) - startOf(b));
  }

  /** Collects those that lie in a block and whose words really stand there. */
  collect(span: CodePointSpan, words: string, matches: Match[]): void {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(this.#sorted[middle]) < span.start) low = middle + 1;
      else high = middle;
    }
    if (startOf(this.#sorted[low]) >= span.end) return;
    const points = indexCodePoints(words);
    for (let index = low; startOf(this.#sorted[index]) < span.end; index++) {
      const entry = this.#sorted[index];
      if (entry?.correction.reach.scope !== 'occurrence') continue;
      const { source, reach } = entry.correction;
      if (reach.target.end > span.end) continue;
      const start = points.toUnits(reach.target.start - span.start);
      const end = points.toUnits(reach.target.end - span.start);
      if (end <= start || words.slice(start, end) !== source) continue;
      if (isBoundary(words, start) && isBoundary(words, end)) matches.push({ entry, start, end });
    }
  }
}

const startOf = (entry: Entry | undefined): number =>
  entry?.correction.reach.scope === 'occurrence' ? entry.correction.reach.target.start : Infinity;

/** The narrower first, then the longer, then the one further left, then the newer. */
function byPriority(a: Match, b: Match): number {
  if (a.entry.rank !== b.entry.rank) return a.entry.rank - b.entry.rank;
  if (a.entry.length !== b.entry.length) return b.entry.length - a.entry.length;
  return a.start - b.start || (isNewer(a.entry.correction, b.entry.correction) ? -1 : 1);
}

/** The matches that stay when each in turn, the best first, takes its place unless that is taken. */
function winners(matches: Match[], length: number): Match[] {
  if (matches.length <= 1) return matches;
  const taken = new Uint8Array(length);
  const won = matches.sort(byPriority).filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken[at] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return won.sort((a, b) => a.start - b.start);
}

const NOTHING: Resolver = { placedIn: () => [], fixedIn: () => [] };

/**
 * Compiles corrections for one text and mode. An occurrence beats what is said of the text, and that beats
 * everywhere; then the longer beats the shorter, then the one further left wins. An occurrence holds only where its
 * words stand at its place. No match begins or ends inside a surrogate pair or a variation sequence.
 */
export function resolverOf(corrections: readonly Correction[], mode: ScriptMode, text: Subject): Resolver {
  if (!isConverted(text.script, mode)) return NOTHING;
  const wanted = corrections
    .filter((correction) => correction.modes.includes(mode) && reaches(correction, text))
    .map(entryOf);
  if (wanted.length === 0) return NOTHING;
  const occurrences = new Occurrences(wanted.filter(({ rank }) => rank === RANKS.occurrence));
  const index = new SourceIndex(wanted.filter(({ rank }) => rank !== RANKS.occurrence));
  const placedIn = (span: CodePointSpan, words: string): Placed[] => {
    const matches: Match[] = [];
    occurrences.collect(span, words, matches);
    index.collect(words, matches);
    if (matches.length === 0) return [];
    const points = indexCodePoints(words);
    return winners(matches, words.length).map(({ entry, start, end }) => ({
      span: codePointSpan(points.toCodePoints(start), points.toCodePoints(end)),
      correction: entry.correction,
    }));
  };
  return {
    placedIn,
    fixedIn: (span, words) =>
      placedIn(span, words).map((placed) => ({ span: placed.span, reading: placed.correction.right })),
  };
}
