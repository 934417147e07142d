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

/** Sources by their first two UTF-16 units, so that nearly every place of a text is passed over at one look. */
class SourceIndex {
  readonly #starts = new Uint8Array(0x10000);
  readonly #bySource = new Map<string, Entry>();
  readonly #buckets = new Map<number, Entry[]>();

  /** Adds a correction that is not about one place. For the same words the narrower wins, then the newer. */
  add(entry: Entry): void {
    const { source } = entry.correction;
    const known = this.#bySource.get(source);
    if (known !== undefined) {
      const wins =
        entry.rank < known.rank || (entry.rank === known.rank && isNewer(entry.correction, known.correction));
      if (!wins) return;
    }
    this.#bySource.set(source, entry);
  }

  /** To be called once when all are added. */
  close(): void {
    for (const [source, entry] of this.#bySource) {
      const first = source.charCodeAt(0);
      this.#starts[first] = 1;
      const key = keyOf(first, source.length > 1 ? source.charCodeAt(1) : undefined);
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [entry]);
      else bucket.push(entry);
    }
  }

  /** Collects all matches in some words, those that overlap too. */
  collect(words: string, matches: Match[]): void {
    for (let at = 0; at < words.length; at++) {
      const first = words.charCodeAt(at);
      if (this.#starts[first] === 0) continue;
      this.#collectAt(words, at, keyOf(first, undefined), matches);
      if (at + 1 < words.length) this.#collectAt(words, at, keyOf(first, words.charCodeAt(at + 1)), matches);
    }
  }

  #collectAt(words: string, start: number, key: number, matches: Match[]): void {
    for (const entry of this.#buckets.get(key) ?? []) {
      const { source } = entry.correction;
      const end = start + source.length;
      if (!words.startsWith(source, start) || !isBoundary(words, start) || !isBoundary(words, end)) continue;
      matches.push({ entry, start, end });
    }
  }
}

/** A key of one or of two UTF-16 units; no unit is as large as the sign of the absent second one. */
const keyOf = (first: number, second = 0x10000): number => first * 0x20000 + second;

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
    if (taken.subarray(start, end).includes(1)) return false;
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
  const index = new SourceIndex();
  for (const entry of wanted) if (entry.rank !== RANKS.occurrence) index.add(entry);
  index.close();
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
