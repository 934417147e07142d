import { conversionSteps } from '../script/conversion-table';
import type { ScriptMode } from '../script/mode';
import type { Projector } from '../script/projection';
import { splitsPair } from '../support/code-point-index';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import { layersOfBlock, readingOfBlock } from '../text/layers';
import type { FixedIn, ShownText } from '../text/shown-text';
import type { Text } from '../text/text';
import { indexOf } from '../text/text-index';
import { plainFold, type Fold } from './fold';
import { HitCollector, NO_HITS, type Hits } from './hits';
import { wordMatcher, type Matcher, type SearchedText } from './matcher';
import { pinyinMatchers } from './pinyin-matcher';
import type { Readings } from './pinyin-readings';
import { ShownLayer, type ShownMatch } from './shown-layer';

/** A script in which a text can be shown, with what the reader has corrected in it. */
export interface SearchedMode {
  readonly mode: ScriptMode;
  readonly projector: Projector;
  readonly fixedIn: FixedIn;
}

/** What is looked for. */
export interface Query {
  readonly words: string;
  /** What is shown now, where the words must stand there as they were typed, but for width and case. */
  readonly exactly?: ShownText | undefined;
  /** Readings, where the words may also be pinyin. */
  readonly readings?: Readings | undefined;
  /**
   * The modes, in order, in which the words may be any part of what is shown. Of the others only two characters or more
   * are looked for: 軟體 finds 软件, but 體 does not.
   */
  readonly modes: readonly ScriptMode[];
}

/** Where the blocks of one mode are still to be compared with their canonical words. */
interface Layer {
  readonly from: SearchedMode;
  readonly repaired: boolean;
  readonly shown: ShownLayer;
  next: number;
}

/**
 * Finds words in one text, whatever script they are typed in. Hits belong to the source: the canonical text is looked
 * through folded, and so is what each mode shows where that differs. Modes are taken up bit by bit; until they are, what
 * only they show is not found.
 */
export class TextSearch {
  readonly text: Text;
  readonly #fold: Fold;
  readonly #canonical: SearchedText;
  readonly #layers: Layer[] = [];

  constructor(text: Text, fold: Fold) {
    this.text = text;
    this.#fold = fold;
    this.#canonical = { folded: fold.fold(text.canonical), plain: text.canonical };
  }

  /** Makes the words of a mode searchable, with repairs and without, as `step` is called. */
  addMode(from: SearchedMode): void {
    // Where nothing is converted, only repairs can show other words.
    const isConverted = conversionSteps(this.text.script, from.mode).length > 0;
    const states = this.#hasRepairs ? [true, false] : isConverted ? [false] : [];
    for (const repaired of states) this.#layers.push({ from, repaired, shown: new ShownLayer(), next: 0 });
  }

  /** Takes up one more block; false once all are. Modes come in the order in which they were added. */
  step(): boolean {
    const { blocks } = this.text;
    const layer = this.#layers.find(({ next }) => next < blocks.length);
    if (layer === undefined) return false;
    this.#take(layer, layer.next++);
    return layer.next < blocks.length || layer !== this.#layers.at(-1);
  }

  /** The hits, as far as the modes are taken up. */
  find(query: Query): Hits {
    const words = this.#fold.fold(query.words);
    if (words === '') return NO_HITS;
    const exact = query.exactly && { shown: query.exactly, words: plainFold.fold(query.words) };
    const searches: Search[] = [{ matcher: wordMatcher(words), exact }];
    const pinyin = query.readings ? pinyinMatchers(query.words, query.readings) : [];
    searches.push(...pinyin.map((matcher): Search => ({ matcher, exact: undefined })));
    const hits = new HitCollector();
    for (const search of searches) this.#findCanonical(search, hits);
    const canonical = hits.build();
    const further = new FurtherHits(this.text, canonical);
    for (const layer of this.#inOrder(query)) {
      const isSeen = query.modes.includes(layer.from.mode);
      for (const { matcher, exact } of searches) {
        if (!isSeen && (exact !== undefined || matcher.length < 2)) continue;
        layer.shown.forEachMatch(matcher, (found) => {
          if (exact === undefined || isExact(layer, found, exact)) further.add(found, isSeen);
        });
      }
    }
    if (further.spans.length === 0) return canonical;
    for (const { start, end } of further.spans) hits.add(start, end);
    return hits.build();
  }

  /** The layers of the modes that are seen first, in their order, so that what was found there stays. */
  #inOrder({ modes }: Query): Layer[] {
    const rank = ({ from }: Layer): number => (modes.includes(from.mode) ? modes.indexOf(from.mode) : modes.length);
    return this.#layers.toSorted((one, other) => rank(one) - rank(other));
  }

  get #hasRepairs(): boolean {
    return this.text.repairs.length > 0;
  }

  #findCanonical({ matcher, exact }: Search, hits: HitCollector): void {
    const { canonical } = this.text;
    const index = indexOf(this.text);
    matcher.forEach(this.#canonical, (from) => {
      const to = from + matcher.length;
      const start = index.toCodePoints(from);
      const end = index.toCodePoints(to) + (splitsPair(canonical, to) ? 1 : 0);
      if (exact === undefined || shows(exact, codePointSpan(start, end))) hits.add(start, end);
    });
  }

  #take({ from: { projector, fixedIn }, repaired, shown }: Layer, block: number): void {
    const { text } = this;
    const span = text.blocks[block]?.span;
    if (span === undefined) return;
    // Without repairs it reads the same as with them, and is taken up there.
    if (!repaired && this.#hasRepairs && layersOfBlock(text, block).repairs.length === 0) return;
    const words = readingOfBlock(text, block, repaired);
    const projection = projector.project(words, fixedIn(span, words));
    const index = indexOf(text);
    const canonical = this.#canonical.folded.slice(index.toUnits(span.start), index.toUnits(span.end));
    shown.add(block, projection, this.#fold.fold(projection.display), canonical);
  }
}

/** Words that must be shown as they are: folded plainly, and not as of either script. */
interface Exact {
  readonly shown: ShownText;
  readonly words: string;
}

/** One way in which the words of a query are looked for. */
interface Search {
  readonly matcher: Matcher;
  /** Where they must be shown exactly. Pinyin is never what is shown. */
  readonly exact: Exact | undefined;
}

/** True if what is shown for a canonical span, which may be more than that span, holds exactly the words. */
const shows = ({ shown, words }: Exact, span: CodePointSpan): boolean =>
  plainFold.fold(shown.displayOf(span)).includes(words);

/** True if a match is of what is shown now, with repairs or without, and exactly the words. */
function isExact(layer: Layer, { block, projection, span }: ShownMatch, { shown, words }: Exact): boolean {
  // Folded, since what is shown may have quotation marks of another kind.
  const isShown =
    layer.repaired === shown.repairs ||
    plainFold.fold(shown.block(block).display) === plainFold.fold(projection.display);
  return isShown && plainFold.fold(projection.display.slice(span.start, span.end)) === words;
}

/** The hits that only what is shown gives: each on source words that no other hit shows already. */
class FurtherHits {
  readonly spans: CodePointSpan[] = [];
  readonly #text: Text;
  readonly #canonical: Hits;
  readonly #byBlock = new Map<number, CodePointSpan[]>();

  constructor(text: Text, canonical: Hits) {
    this.#text = text;
    this.#canonical = canonical;
  }

  /** Adds the source words of a match, snapped outward; unless `alsoBeside`, only where no other hit touches them. */
  add({ block, projection, span }: ShownMatch, alsoBeside: boolean): void {
    const origin = this.#text.blocks[block]?.span.start ?? 0;
    const words = projection.toCanonical(span);
    const found = codePointSpan(origin + words.start, origin + words.end);
    const here = this.#byBlock.get(block) ?? [];
    const beside = [...this.#canonical.within(found), ...here.filter((hit) => touches(hit, found))];
    const isShown = beside.some((hit) => {
      const shown = projection.toDisplay(codePointSpan(hit.start - origin, hit.end - origin));
      return shown.start <= span.start && shown.end >= span.end;
    });
    if (isShown || (!alsoBeside && beside.length > 0)) return;
    here.push(found);
    this.#byBlock.set(block, here);
    this.spans.push(found);
  }
}

const touches = (one: CodePointSpan, other: CodePointSpan): boolean => one.start < other.end && one.end > other.start;
