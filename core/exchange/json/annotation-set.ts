import type { NamedColour, Style } from '../../annotation/annotation';
import { eachLiveNote, type NoteOnText } from './each-note';
import { exportWords } from '../export-words';
import { isoTime } from '../iso-time';
import { objectParts } from './json-parts';
import type { NotesModel } from '../notes-model';
import { exportUrn, sourceUrn } from './urns';
import { generatorOf } from './web-annotation';

// What Readium Annotations and EPUB Annotations have in common, of which the latter grew out of the former: a set of
// annotations on a publication, six colours and four styles. A text of ours lies in no package, so the `source` of a
// target names the text itself, by its hash, and `about` says whose hash that is.

/** The six colours that both know. */
const SET_COLOURS: Readonly<Record<NamedColour, string>> = {
  yellow: 'yellow',
  red: 'pink',
  green: 'green',
  blue: 'blue',
  purple: 'purple',
};

const SET_STYLES: Readonly<Record<Style, string>> = {
  highlight: 'solid',
  underline: 'underline',
  wavy: 'underline',
  outline: 'outline',
  strikethrough: 'strikethrough',
};

/** The colour of a set that a named colour is given as: each by one of its own. */
export const setColourOf = (colour: NamedColour): string => SET_COLOURS[colour];

/** The style of a set that is nearest to a style: it knows no wavy lines. */
export const setStyleOf = (style: Style): string => SET_STYLES[style];

/** The style that a set names; undefined for any other name. */
export const styleInSet = (name: unknown): Style | undefined =>
  name === 'solid'
    ? 'highlight'
    : name === 'underline' || name === 'outline' || name === 'strikethrough'
      ? name
      : undefined;

/** What a set says of where a note stands, beside its selectors: the heading that it stands under. */
export const metaOf = ({ note: { section } }: NoteOnText) =>
  section === undefined ? undefined : { headings: [{ level: 1, txt: section }] };

function aboutOf({ texts }: NotesModel) {
  return {
    'dc:identifier': texts.map(({ sourceHash }) => sourceUrn(sourceHash)),
    'dc:format': 'text/plain',
    'dc:title': texts.map(({ sourceTitle }) => sourceTitle).join('；'),
    // Of no text it is known who wrote it; readers ask for a list.
    'dc:creator': [],
  };
}

function* itemsOf(model: NotesModel, itemOf: (on: NoteOnText) => object): Generator<object, undefined, undefined> {
  for (const on of eachLiveNote(model)) yield itemOf(on);
}

/** The JSON of a set, in parts; `context` is that of the profile, `more` what it says of the set beside all others. */
export function annotationSetParts(
  model: NotesModel,
  context: string,
  itemOf: (on: NoteOnText) => object,
  more: object = {},
): Iterable<string> {
  const head = {
    '@context': context,
    id: exportUrn(model, 'set'),
    type: 'AnnotationSet',
    generator: generatorOf(model),
    generated: isoTime(model.exported),
    title: model.texts.map(({ title }) => exportWords(model).notesOn(title)).join('；'),
    about: aboutOf(model),
    ...more,
  };
  return objectParts(head, 'items', itemsOf(model, itemOf));
}
