import type { Colour, Style } from '../../annotation/annotation';
import { drained } from '../../support/drained';
import { blockRuns, type Piece } from '../../text/block-runs';
import { overlaysOf } from '../../text/overlays';
import type { DisplayStretch, ShownText } from '../../text/shown-text';
import { uprightNumbers } from '../../text/upright-numbers';
import type { BlockKind } from '../../text/text';
import type { ExportedNote, ExportedText } from '../notes-model';

/** What a mark looks like. */
export interface Look {
  readonly colour: Colour;
  readonly style: Style;
}

/** A stretch of a displayed block within which no mark begins or ends. */
export interface AnnotatedRun {
  readonly words: string;
  /** A reading to be set over the words. */
  readonly reading?: string;
  /** True for a number, or a part of one that a mark cuts, that stands upright in a vertical column. */
  readonly upright?: true;
  /** What the marks over it look like, each look once; the last one was begun last and lies on top. */
  readonly looks: readonly Look[];
  /** Places in the list of notes of those that begin before the words, and of those that end after them. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/** A displayed block, cut where marks begin and end. Its words joined are the block. */
export interface AnnotatedBlock {
  readonly kind: BlockKind;
  /** Its number, from 1. */
  readonly number: number;
  readonly runs: readonly AnnotatedRun[];
  /** Places in the list of notes of those that begin in it, in reading order. */
  readonly begun: readonly number[];
}

/** A text with its marks: each note is either in exactly one block's `begun`, or in `apart`. */
export interface AnnotatedText {
  /** Made one by one when they are asked for; to be gone through once. */
  readonly blocks: Iterable<AnnotatedBlock>;
  /** Places in the list of notes of those that stand nowhere in this edition. */
  readonly apart: readonly number[];
}

/** An end of a mark in a block: an offset into what is displayed, in UTF-16 units, and which note's it is. */
interface End {
  readonly at: number;
  readonly note: number;
}

/** What begins and what ends in a block. */
interface BlockEnds {
  readonly begins: End[];
  readonly ends: End[];
}

/** The looks of the marks that are open. There are as many as there are colours and styles, however many marks are. */
class OpenLooks {
  readonly #open = new Map<string, { readonly look: Look; readonly count: number }>();
  #looks: readonly Look[] | undefined = [];

  get current(): readonly Look[] {
    return (this.#looks ??= [...this.#open.values()].map(({ look }) => look));
  }

  begin({ annotation: { colour, style } }: ExportedNote): void {
    const name = `${colour} ${style}`;
    const count = this.#open.get(name)?.count ?? 0;
    // Put in anew, so that it is the last one.
    this.#open.delete(name);
    this.#open.set(name, { look: { colour, style }, count: count + 1 });
    this.#looks = undefined;
  }

  end({ annotation: { colour, style } }: ExportedNote): void {
    const name = `${colour} ${style}`;
    const open = this.#open.get(name);
    if (open === undefined) return;
    if (open.count === 1) this.#open.delete(name);
    else this.#open.set(name, { ...open, count: open.count - 1 });
    this.#looks = undefined;
  }
}

/** Where a note stands, in whole displayed words; undefined where it stands nowhere. */
function placeOf(
  shown: ShownText,
  { annotation, paragraphs }: ExportedNote,
): readonly [DisplayStretch, DisplayStretch] | undefined {
  if (paragraphs === undefined) return undefined;
  const stretches = shown.stretchesOf(annotation.target).filter(({ span }) => span.end > span.start);
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

const nothing = (): BlockEnds => ({ begins: [], ends: [] });

function* endsIn(shown: ShownText, notes: readonly ExportedNote[]) {
  const byBlock = new Map<number, BlockEnds>();
  const apart: number[] = [];
  const endsOfBlock = (block: number): BlockEnds => {
    const ends = byBlock.get(block) ?? nothing();
    byBlock.set(block, ends);
    return ends;
  };
  for (const [note, exported] of notes.entries()) {
    const place = placeOf(shown, exported);
    if (place === undefined) apart.push(note);
    else {
      const [first, last] = place;
      endsOfBlock(first.block).begins.push({ at: first.span.start, note });
      endsOfBlock(last.block).ends.push({ at: last.span.end, note });
    }
    yield undefined;
  }
  const byPlace = (a: End, b: End): number => a.at - b.at || a.note - b.note;
  for (const { begins, ends } of byBlock.values()) {
    begins.sort(byPlace);
    ends.sort(byPlace);
  }
  return { byBlock, apart };
}

/** Takes from a sorted list, in order, the notes of all that stand no later than a place. */
function taking(ends: readonly End[]): (upTo: number) => readonly number[] {
  let next = 0;
  return (upTo) => {
    const from = next;
    while ((ends[next]?.at ?? Infinity) <= upTo) next++;
    return from === next ? NONE : ends.slice(from, next).map(({ note }) => note);
  };
}

const NONE: readonly number[] = [];

/** The pieces of a block, cut at these places, which are sorted. Of a piece that is cut the first part has its reading. */
function cutAt(pieces: readonly Piece[], places: readonly number[]): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const { text, reading, upright } of pieces) {
    const start = at;
    const end = start + text.length;
    while (at < end) {
      while ((places[next] ?? Infinity) <= at) next++;
      const stop = Math.min(end, places[next] ?? Infinity);
      parts.push({
        text: text.slice(at - start, stop - start),
        ...(at === start && reading !== undefined && { reading }),
        ...(upright && { upright }),
      });
      at = stop;
    }
  }
  return parts;
}

function runsOf(
  pieces: readonly Piece[],
  { begins, ends }: BlockEnds,
  notes: readonly ExportedNote[],
  open: OpenLooks,
): AnnotatedRun[] {
  const [beginning, ending] = [taking(begins), taking(ends)];
  const places = [...begins, ...ends].map(({ at }) => at).sort((a, b) => a - b);
  let at = 0;
  return cutAt(pieces, places).map(({ text, ...set }) => {
    const begun = beginning(at);
    for (const note of begun) if (notes[note] !== undefined) open.begin(notes[note]);
    const looks = open.current;
    at += text.length;
    const ended = ending(at);
    for (const note of ended) if (notes[note] !== undefined) open.end(notes[note]);
    return { words: text, ...set, looks, begins: begun, ends: ended };
  });
}

function* blocksOf(
  shown: ShownText,
  notes: readonly ExportedNote[],
  byBlock: ReadonlyMap<number, BlockEnds>,
  withReadings: boolean,
  isVertical: boolean,
): Generator<AnnotatedBlock> {
  const open = new OpenLooks();
  for (const [index, { kind }] of shown.text.blocks.entries()) {
    const rubies = withReadings ? overlaysOf(shown, index).rubies : [];
    const { display } = shown.block(index);
    const numbers = isVertical ? uprightNumbers(display) : [];
    const pieces = blockRuns(display, rubies, [], numbers).flatMap((run) => run.pieces);
    const ends = byBlock.get(index) ?? nothing();
    const runs = runsOf(pieces, ends, notes, open);
    // In the order of the list, which is that of reading.
    const begun = ends.begins.map(({ note }) => note).sort((a, b) => a - b);
    yield { kind, number: index + 1, runs, begun };
  }
}

/**
 * A text as displayed, with the marks of its notes; with the readings over its characters where asked for, and set apart
 * the numbers that stand upright where lines run down. Marks may overlap and go over several blocks. What it costs grows
 * with the text and the marks, and not with their product. It yields after each note, so that whoever asks can pause or
 * stop.
 */
export function* annotatedSteps(
  { shown, notes }: ExportedText,
  withReadings: boolean,
  isVertical = false,
): Generator<undefined, AnnotatedText, undefined> {
  if (shown === undefined) return { blocks: [], apart: [...notes.keys()] };
  const { byBlock, apart } = yield* endsIn(shown, notes);
  return { blocks: blocksOf(shown, notes, byBlock, withReadings, isVertical), apart };
}

/** What `annotatedSteps` returns, at once. */
export const annotatedText = (text: ExportedText, withReadings: boolean, isVertical = false): AnnotatedText =>
  drained(annotatedSteps(text, withReadings, isVertical));
