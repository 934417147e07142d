import { z } from 'zod';
import { OWN_COLOURS, type Colour, type Style } from '../../annotation/annotation';
import { LONGEST_LABEL } from '../../annotation/palette';
import { firstCharacters } from '../../support/first-characters';
import { failure, success } from '../../support/result';
import { anything, stringList } from './anything';
import { styleInSet } from './annotation-set';
import { bodiesIn, joinedWords, localizedIn } from './bodies';
import { readEntries, type EntryRead } from './entries';
import { EPUB_CONTEXT, OWN_COLOUR_TERM, OWN_STYLE_TERM, ownColourTerm } from './epub-annotations';
import type { Incoming, IncomingNote, IncomingSource, NoteReader, Reading } from '../incoming';
import { timesIn } from '../iso-time';
import { isColour, isStyle, namedColourIn } from './mark-styles';
import { listOf } from './selectors';
import { notesOn, targetsIn, type WordedTarget } from './targets';
import { hashIn } from './urns';

// Reads the sets of Readium Annotations and of EPUB Annotations: they differ in what they are called and in how many
// tags they have, and programs write either with what belongs to the other.

const root = z.object({ '@context': anything, type: anything, items: anything, about: anything });
const about = z.object({ 'dc:identifier': anything, 'dc:title': anything });
const item = z.object({
  id: anything,
  motivation: anything,
  created: anything,
  modified: anything,
  target: anything,
  body: anything,
});
const marked = z.object({
  color: anything,
  highlight: anything,
  tag: anything,
  tags: anything,
  keyword: anything,
  [OWN_COLOUR_TERM]: anything,
  [OWN_STYLE_TERM]: anything,
});

const OWN_COLOUR = /^(#[0-9a-f]{6})(?: (.*))?$/;

const isOfEpub = (context: unknown): boolean => listOf(context).includes(EPUB_CONTEXT);
const isSet = (type: unknown): boolean => listOf(type).includes('AnnotationSet');

/** What the publication of a set says for targets that do not say it themselves. */
function publicationOf(given: unknown): IncomingSource {
  const { data } = about.safeParse(given);
  const hashes = listOf(data?.['dc:identifier']).flatMap((each) =>
    typeof each === 'string' ? (hashIn(each) ?? []) : [],
  );
  const title = localizedIn(data?.['dc:title']);
  const [hash, ...others] = hashes;
  return {
    ...(hash !== undefined && others.length === 0 && { hash }),
    ...(title !== undefined && title !== '' && { title }),
  };
}

interface Marking {
  readonly tags: readonly string[];
  readonly colour?: Colour;
  readonly style?: Style;
}

/** Colour, style and tags as a body gives them; undefined where its tags are none. */
function markingIn(body: unknown): Marking | undefined {
  const [first] = listOf(body);
  const { data } = marked.safeParse(first);
  if (data === undefined) return { tags: [] };
  const tags = stringList.safeParse([data.tags, data.tag, data.keyword].flatMap(listOf)).data;
  if (tags === undefined) return undefined;
  const own = data[OWN_COLOUR_TERM];
  const colour = isColour(own) ? own : namedColourIn(data.color);
  const style = isStyle(data[OWN_STYLE_TERM]) ? data[OWN_STYLE_TERM] : styleInSet(data.highlight);
  return {
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
    ...(colour !== undefined && { colour }),
    ...(style !== undefined && { style }),
  };
}

function readOne(entry: unknown, number: number, publication: IncomingSource): EntryRead {
  const { data } = item.safeParse(entry);
  if (data === undefined) return 'unreadable';
  const targets = targetsIn(data.target, 'code points');
  const bodies = bodiesIn(data.body, undefined);
  const marking = markingIn(data.body);
  if (bodies === undefined || marking === undefined) return 'unreadable';
  if (typeof targets === 'string') return targets;
  const tagged = bodies.filter(({ purpose }) => purpose === 'tagging').map(({ words }) => words);
  const known = {
    ...{ number, ...marking, tags: [...new Set([...marking.tags, ...tagged])] },
    note: joinedWords(bodies.filter(({ purpose }) => purpose !== 'tagging').map(({ words }) => words)),
    ...timesIn(data.created, data.modified),
  };
  const noteOn = ({ source, quote, place }: WordedTarget): IncomingNote => ({
    ...known,
    // A target that names its text by hash is not on whatever else the set is about.
    source: source.hash === undefined ? { ...publication, ...source } : titled(source, publication),
    quote,
    ...(place && { place }),
  });
  return notesOn(targets, data.id, noteOn);
}

/** The title of the set is that of a text only where the set is about one text. */
const titled = (source: IncomingSource, { hash, title }: IncomingSource): IncomingSource =>
  source.hash === hash && title !== undefined ? { ...source, title } : source;

/** What the colours of a person's own are that a set of ours tells of. */
function ownColoursIn(parsed: unknown): Pick<Incoming, 'ownColours'> {
  const ownColours = OWN_COLOURS.flatMap((id) => {
    const said = z.object({ [ownColourTerm(id)]: z.string() }).safeParse(parsed).data?.[ownColourTerm(id)];
    const [, hex, label = ''] = OWN_COLOUR.exec(said ?? '') ?? [];
    return hex === undefined ? [] : [{ id, label: firstCharacters(label, LONGEST_LABEL), hex }];
  });
  return ownColours.length === 0 ? {} : { ownColours };
}

function* readSet(parsed: unknown): Reading<Incoming> {
  const { data } = root.safeParse(parsed);
  if (data === undefined) return failure('damaged');
  if (isSet(data.type) && !Array.isArray(data.items)) return failure('damaged');
  const entries = Array.isArray(data.items) ? data.items : [parsed];
  const publication = publicationOf(data.about);
  const read = yield* readEntries(entries, (entry, number) => readOne(entry, number, publication));
  return read.ok ? success({ ...read.value, ...ownColoursIn(parsed) }) : read;
}

/** How far into a file that was cut off its context and type are looked for, in UTF-16 units. */
const HEAD = 2_000;

const isCutSet = (text: string): boolean => /^\s*\{/.test(text) && text.slice(0, HEAD).includes('"AnnotationSet"');

/** Reads sets of Readium Annotations, as Thorium Reader writes them. */
export const readiumReader: NoteReader = {
  format: 'readium',
  extensions: ['annotation', 'ann', 'json'],
  claims: (text, parsed) => {
    if (parsed === undefined) return isCutSet(text) && !text.slice(0, HEAD).includes(EPUB_CONTEXT);
    const { data } = root.safeParse(parsed);
    return data !== undefined && isSet(data.type) && !isOfEpub(data['@context']);
  },
  read: (_text, parsed) => readSet(parsed),
};

/** Reads annotations.json of EPUB Annotations, and one annotation alone. */
export const epubAnnotationsReader: NoteReader = {
  format: 'epub',
  extensions: ['annotations', 'annotation', 'json'],
  claims: (text, parsed) => {
    if (parsed === undefined) return isCutSet(text) && text.slice(0, HEAD).includes(EPUB_CONTEXT);
    const { data } = root.safeParse(parsed);
    return data !== undefined && isOfEpub(data['@context']);
  },
  read: (_text, parsed) => readSet(parsed),
};
