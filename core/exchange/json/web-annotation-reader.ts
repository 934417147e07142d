import { z } from 'zod';
import { LONGEST_LABEL } from '../../annotation/palette';
import type { OwnColour } from '../../annotation/annotation';
import { firstCharacters } from '../../support/first-characters';
import { failure, success } from '../../support/result';
import { anything } from './anything';
import { bodiesIn, joinedWords, type IncomingBody } from './bodies';
import { MOST_LOOKED_AT, readEntries, type EntryRead } from './entries';
import type { IncomingNote, NoteReader } from '../incoming';
import { timesIn } from '../iso-time';
import { lookOf } from './mark-styles';
import { listOf, typesOf } from './selectors';
import { notesOn, targetsIn, type WordedTarget } from './targets';
import { isProgramUri } from './urns';

const linked = z.object({ '@context': anything, '@graph': anything });
const container = z.object({ first: anything, items: anything, next: anything });
const TYPES = new Set(['Annotation', 'AnnotationPage', 'AnnotationCollection']);

/** How a file begins that was cut off and is no JSON any more. */
const BEGINNING = /^\s*[[{][^]{0,400}"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/;
const SET = /"AnnotationSet"|epub-anno\.jsonld/;

const isOfModel = (value: unknown): boolean => typesOf(value).some((type) => TYPES.has(type));

/** True for an annotation of EPUB Annotations: another profile, with a reader of its own. */
const isOfEpub = (value: unknown): boolean =>
  listOf(linked.safeParse(value).data?.['@context']).some((each) => each === 'https://www.w3.org/ns/epub-anno.jsonld');

function claims(text: string, parsed: unknown): boolean {
  if (parsed === undefined) return BEGINNING.test(text) && !SET.test(text.slice(0, 2000));
  if (Array.isArray(parsed))
    return listOf(parsed)
      .slice(0, MOST_LOOKED_AT)
      .some((each) => isOfModel(each) && !isOfEpub(each));
  if (isOfEpub(parsed) || typesOf(parsed).includes('AnnotationSet')) return false;
  return (
    isOfModel(parsed) || listOf(linked.safeParse(parsed).data?.['@graph']).slice(0, MOST_LOOKED_AT).some(isOfModel)
  );
}

/** What a part of a file holds instead of being an annotation; undefined for an annotation. */
function heldBy(part: unknown): readonly unknown[] | undefined {
  if (Array.isArray(part)) return listOf(part);
  const types = typesOf(part);
  if (types.length === 0) {
    const graph = linked.safeParse(part).data?.['@graph'];
    return graph === undefined ? undefined : listOf(graph);
  }
  if (!types.includes('AnnotationPage') && !types.includes('AnnotationCollection')) return undefined;
  const { first, items, next } = container.parse(part);
  // Where pages lie elsewhere, their addresses are what the file holds.
  const pages = typeof first === 'string' && items !== undefined ? [] : listOf(first);
  return [...pages, ...listOf(items), ...listOf(next).filter((page) => typeof page !== 'string')];
}

/** The annotations of a file: of an array, a page, a collection with the pages that it holds, or the one that it is. */
function* entriesIn(value: unknown): Generator<unknown, undefined, undefined> {
  const waiting: Iterator<unknown>[] = [[value].values()];
  for (let inner = waiting.at(-1); inner !== undefined; inner = waiting.at(-1)) {
    const next = inner.next();
    if (next.done === true) {
      waiting.pop();
      continue;
    }
    const held = heldBy(next.value);
    // What holds others is no entry; it is told of for whoever reads without end.
    yield held === undefined ? next.value : undefined;
    if (held !== undefined) waiting.push(held.values());
  }
}

const annotation = z.object({
  id: anything,
  motivation: anything,
  created: anything,
  modified: anything,
  generator: anything,
  stylesheet: anything,
  body: anything,
  bodyValue: anything,
  target: anything,
});
const sheet = z.object({ value: anything });

type OwnColours = Map<OwnColour, { readonly id: OwnColour; readonly label: string; readonly hex: string }>;

const saidFor = (bodies: readonly IncomingBody[], purpose: string): readonly string[] =>
  bodies.filter((each) => each.purpose === purpose).map(({ words }) => words);

/** What bodies say: words of a tag are tags, all others the note. Of our own, what we added to it is left out. */
function saidIn(bodies: readonly IncomingBody[], isOurs: boolean) {
  const [label = ''] = isOurs ? saidFor(bodies, 'classifying') : [];
  const others = isOurs ? ['tagging', 'describing', 'classifying'] : ['tagging'];
  const tags = saidFor(bodies, 'tagging').filter((tag) => tag !== '');
  const note = joinedWords(bodies.filter(({ purpose }) => !others.includes(purpose)).map(({ words }) => words));
  return { note, tags, label: firstCharacters(label, LONGEST_LABEL) };
}

function readOne(entry: unknown, number: number, ownColours: OwnColours): EntryRead {
  const { data } = annotation.safeParse(entry);
  if (data === undefined) return typeof entry === 'string' ? 'no-quote' : 'unreadable';
  const targets = targetsIn(data.target, 'code points');
  const bodies = bodiesIn(data.body ?? data.bodyValue, data.motivation);
  if (bodies === undefined) return 'unreadable';
  if (typeof targets === 'string') return targets;
  const { note, tags, label } = saidIn(bodies, isProgramUri(data.generator));
  const known = { number, note, tags, ...timesIn(data.created, data.modified) };
  const noteOn = ({ source, quote, place, styleClass }: WordedTarget): IncomingNote => {
    const { own, ...look } = lookOf(styleClass, sheet.safeParse(data.stylesheet).data?.value);
    if (own !== undefined && !ownColours.has(own.id)) ownColours.set(own.id, { ...own, label });
    return { ...known, ...look, source, quote, ...(place && { place }) };
  };
  return notesOn(targets, data.id, noteOn);
}

/** Reads W3C Web Annotations, as a page, a collection with its pages, an array, or one alone. */
export const webAnnotationReader: NoteReader = {
  format: 'w3c',
  extensions: ['jsonld', 'json'],
  claims,
  read: function* (_text, parsed) {
    if (parsed === undefined) return failure('damaged');
    const ownColours: OwnColours = new Map();
    const read = yield* readEntries(entriesIn(parsed), (entry, number) => readOne(entry, number, ownColours));
    return read.ok && ownColours.size > 0 ? success({ ...read.value, ownColours: [...ownColours.values()] }) : read;
  },
};
