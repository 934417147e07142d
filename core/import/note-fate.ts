import {
  newAnnotation,
  parseTags,
  retargeted,
  type Annotation,
  type AnchorHealth,
  type Colour,
  type Style,
  type Target,
} from '../annotation/annotation';
import { targetAt } from '../anchor/describe';
import { isPlaced } from '../anchor/health';
import type { IncomingNote } from '../exchange/incoming';
import { codePointSpan, isSameSpan } from '../support/offset';
import type { Text } from '../text/text';
import { lengthOf, type Place } from './anchor';
import type { Outcome } from './fate';
import { joinedNote, joinedTags } from './joined';
import { holdSame } from './record-fate';

/** The hash of no edition: what a mark was made on whose file does not say it so that it could be looked up. */
export const NO_EDITION = '0'.repeat(64);

/** A note of a file with the place that was found for it in a text. */
export interface BroughtNote {
  readonly note: IncomingNote;
  readonly text: Text;
  readonly place: Place;
  /** True where the file does not say which text that is here it is on. */
  readonly isGuessed: boolean;
  /** True where the file names a text that is not here, and does not show that it is this one. */
  readonly isStranger: boolean;
}

/** What marks are made with where the file does not say. */
export interface Making {
  readonly pen: { readonly colour: Colour; readonly style: Style };
  /** True for a colour that has a meaning here, or in the file. */
  readonly knowsColour: (colour: Colour) => boolean;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Tags of a file as they are typed here: trimmed, without a leading #, each once. */
const tagsOf = ({ tags }: IncomingNote): string[] => parseTags(tags.join('\n'));

const colourOf = ({ colour }: IncomingNote, { knowsColour }: Making): Colour | undefined =>
  colour !== undefined && knowsColour(colour) ? colour : undefined;

/** What a mark without a sure place stands on: the file's own words and, where it means something, the file's place. */
function targetWithoutPlace({ note: { place, quote, source }, text }: BroughtNote): Target {
  const { hash } = source;
  const counts = place?.unit === 'code points' && place.start < place.end;
  if (hash !== undefined && hash !== text.sourceHash && counts) {
    return { target: codePointSpan(place.start, place.end), textHash: hash, quote };
  }
  return { target: codePointSpan(0, lengthOf(quote.exact)), textHash: NO_EDITION, quote };
}

function healthOf({ text: { sourceHash }, place }: BroughtNote): AnchorHealth | undefined {
  switch (place.kind) {
    case 'placed':
      return place.isMoved === true ? { state: 'moved' } : undefined;
    case 'unsure':
      return { state: 'review', textHash: sourceHash, proposal: place.proposal };
    case 'missing':
      return { state: 'orphan', textHash: sourceHash };
  }
}

const targetOf = (brought: BroughtNote): Target =>
  brought.place.kind === 'placed' ? targetAt(brought.text, brought.place.span) : targetWithoutPlace(brought);

/** The mark that a note becomes where it is new. */
export function markOf(brought: BroughtNote, id: string, making: Making): Annotation {
  const { note, text } = brought;
  const health = healthOf(brought);
  const created = note.created ?? note.modified ?? making.at;
  return {
    ...newAnnotation({
      id,
      textId: text.id,
      ...targetOf(brought),
      colour: colourOf(note, making) ?? making.pen.colour,
      style: note.style ?? making.pen.style,
      script: 'original',
      created,
    }),
    note: note.note,
    tags: tagsOf(note),
    modified: note.modified ?? created,
    ...(health !== undefined && { health }),
  };
}

/** True if the file knows better where a mark stands: by its position, or because the mark has no place. */
function givesPlace({ place, text }: BroughtNote, here: Annotation): boolean {
  if (place.kind !== 'placed' || place.isMoved === true || here.textId !== text.id) return false;
  if (!isPlaced(here, text.sourceHash)) return true;
  return (place.by === 'position' || place.by === 'edition') && !isSameSpan(place.span, here.target);
}

/** True for a mark that stands as it came: nobody can have written in it since. */
const isUntouched = ({ rev }: Annotation): boolean => rev === 1;

interface WithFile {
  readonly merged: Annotation;
  readonly areBoth: boolean;
}

/** The mark that is here with what a newer file says; nothing that was written here goes, and no tag is taken away. */
function withFile(here: Annotation, brought: BroughtNote, making: Making): WithFile {
  const { note } = brought;
  const placed = givesPlace(brought, here) ? retargeted(here, targetOf(brought), making.at) : here;
  const says = isUntouched(here) && note.note.trim() !== '' ? { note: note.note, areBoth: false } : undefined;
  const joined = says ?? joinedNote(here.note, note.note);
  const merged = {
    ...placed,
    note: joined.note,
    tags: joinedTags(here.tags, tagsOf(note)),
    colour: colourOf(note, making) ?? here.colour,
    style: note.style ?? here.style,
  };
  return { merged, areBoth: joined.areBoth };
}

const revised = (record: Annotation, { at }: Making): Annotation => ({ ...record, modified: at, rev: record.rev + 1 });

/** True if the file says that its note was changed after the mark that is here. */
const isNewer = ({ modified }: IncomingNote, here: Annotation): boolean =>
  modified !== undefined && modified > here.modified;

/** What becomes of a note whose mark was deleted on another text, as after an import into the wrong one: it is new here. */
function elsewhereFate(here: Annotation, brought: BroughtNote, making: Making): Outcome {
  const { record, ...judged } = newFate(brought, here.id, making);
  if (record === undefined) return judged;
  const { note } = joinedNote(here.note, record.note);
  return { ...judged, record: { ...record, note, tags: joinedTags(here.tags, record.tags), rev: here.rev + 1 } };
}

/** What becomes of a note whose mark is here, known by its id. */
export function knownFate(here: Annotation, brought: BroughtNote, making: Making): Outcome {
  const { note } = brought;
  if (here.purged !== undefined) {
    const record = { ...markOf(brought, here.id, making), rev: here.rev + 1 };
    return { fate: 'restore', why: 'purged', record };
  }
  if (here.deleted !== undefined && here.textId !== brought.text.id) return elsewhereFate(here, brought, making);
  const { merged, areBoth } = withFile(here, brought, making);
  if (here.deleted !== undefined) {
    const { deleted, ...back } = revised(isNewer(note, here) ? merged : here, making);
    return { fate: 'restore', why: 'bin', record: back };
  }
  if (holdSame(merged, here)) return { fate: 'same', why: 'identical' };
  if (isNewer(note, here)) return { fate: 'merge', why: areBoth ? 'both' : 'newer', record: revised(merged, making) };
  const isSilent = isUntouched(here) && here.note.trim() === '';
  const takesWords = note.modified === undefined && isSilent && note.note.trim() !== '';
  return takesWords ? { fate: 'merge', why: 'words', record: revised(merged, making) } : { fate: 'same', why: 'yours' };
}

/** What an entry says that a mark took in before. */
interface Says {
  readonly note: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 UTC; absent where the file does not say. */
  readonly modified?: number;
}

/**
 * What becomes of an entry that the mark that is here took in before. `made` is the mark that it would be. `isTaken`:
 * another entry of the file is that mark, and is what changes it.
 */
export function metFate(here: Annotation, says: Says, made: Annotation, making: Making, isTaken: boolean): Outcome {
  if (here.purged !== undefined) {
    const met = here.met === undefined ? {} : { met: here.met };
    return { fate: 'restore', why: 'purged', record: { ...made, ...met, id: here.id, rev: here.rev + 1 } };
  }
  if (here.deleted !== undefined) {
    const { deleted, ...back } = revised(here, making);
    return { fate: 'restore', why: 'bin', record: back };
  }
  const { note, areBoth } = joinedNote(here.note, says.note);
  const merged = { ...here, note, tags: joinedTags(here.tags, says.tags) };
  if (holdSame(merged, here)) return { fate: 'same', why: 'identical' };
  const isLater = says.modified !== undefined && says.modified > here.modified;
  if (isTaken || !isLater) return { fate: 'same', why: 'yours' };
  return { fate: 'merge', why: areBoth ? 'both' : 'newer', record: revised(merged, making) };
}

/** The mark with the id of an entry that it takes in. */
const meeting = (here: Annotation, id: string): Annotation => ({ ...here, met: [...(here.met ?? []), id] });

/**
 * What becomes of an entry on the very words of a mark that is here; undefined where the two say different things. `id`
 * is its own.
 */
export function likeFate(here: Annotation, id: string, { note, tags }: Says, making: Making): Outcome | undefined {
  const says = note.trim();
  const saysHere = here.note.trim();
  if (says !== '' && saysHere !== '' && says !== saysHere) return undefined;
  const isSaid = (says === '' || says === saysHere) && tags.every((tag) => here.tags.includes(tag));
  if (isSaid) return { fate: 'same', why: 'identical' };
  const record = {
    ...meeting(here, id),
    note: saysHere === '' ? note : here.note,
    tags: joinedTags(here.tags, tags),
  };
  return { fate: 'merge', why: 'words', record: revised(record, making) };
}

/** What becomes of a note that is new. */
export function newFate(brought: BroughtNote, id: string, making: Making): Outcome {
  const record = markOf(brought, id, making);
  const { place, isStranger } = brought;
  if (isStranger) return { fate: 'review', why: 'stranger', record };
  switch (place.kind) {
    case 'placed':
      return place.isMoved === true ? { fate: 'review', why: 'moved', record } : { fate: 'add', why: place.by, record };
    case 'unsure':
      return { fate: 'review', why: place.why, record };
    case 'missing':
      return { fate: 'review', why: 'missing', record };
  }
}
