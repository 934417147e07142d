import { eachLiveNote, liveCount, type NoteOnText } from './each-note';
import { exportWords } from '../export-words';
import type { ExportOptions, Format } from '../format';
import { isoTime } from '../iso-time';
import { objectParts } from './json-parts';
import { styleClassOf, styleSheetOf } from './mark-styles';
import type { NotesModel } from '../notes-model';
import { selectorsOf } from './selectors';
import { exportUrn, markUrn, personUrn, programUri, sourceUrn } from './urns';

// The W3C Web Annotation Data Model (Recommendation of 23 February 2017), as one AnnotationPage: its `items` are where
// readers look for annotations, with or without knowing of collections; the collection is named by `partOf`.
// Targets are about the source: its hash, offsets in code points of the canonical text, its words. Words as displayed
// are a body with the purpose of describing; what a colour means to the person is one with that of classifying.

/** The context of the Web Annotation Vocabulary. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Who made the notes, where they say so. */
export const creatorOf = ({ author }: Pick<ExportOptions, 'author'>) =>
  author.trim() === '' ? undefined : { id: personUrn(author.trim()), type: 'Person', name: author.trim() };

/** The program that made a file. */
export const generatorOf = ({ version }: Pick<NotesModel, 'version'>) => ({
  id: programUri(version),
  type: 'Software',
  name: `Zhupi ${version}`.trim(),
});

const bodyOf = (purpose: string, value: string, more: object = {}) => ({
  type: 'TextualBody',
  purpose,
  value,
  ...more,
});

function bodiesOf({ text, note }: NoteOnText, { quotes }: ExportOptions): readonly object[] {
  const { annotation, displayed, source, label } = note;
  const isShown = quotes !== 'source' && displayed !== source;
  return [
    ...(annotation.note === '' ? [] : [bodyOf('commenting', annotation.note, { format: 'text/markdown' })]),
    ...annotation.tags.map((tag) => bodyOf('tagging', tag)),
    ...(isShown ? [bodyOf('describing', displayed, { format: 'text/plain', language: text.language })] : []),
    ...(label === '' ? [] : [bodyOf('classifying', label)]),
  ];
}

function itemOf(model: NotesModel, options: ExportOptions, on: NoteOnText): object {
  const { annotation } = on.note;
  const bodies = bodiesOf(on, options);
  return {
    '@context': ANNOTATION_CONTEXT,
    id: markUrn(annotation.id),
    type: 'Annotation',
    motivation: annotation.note !== '' ? 'commenting' : annotation.tags.length > 0 ? 'tagging' : 'highlighting',
    created: isoTime(annotation.created),
    modified: isoTime(annotation.modified),
    creator: creatorOf(options),
    generator: programUri(model.version),
    stylesheet: { type: 'CssStylesheet', value: styleSheetOf(model.palette, annotation) },
    body: bodies.length > 0 ? bodies : undefined,
    target: {
      type: 'SpecificResource',
      source: sourceUrn(annotation.textHash),
      'dc:title': on.text.sourceTitle,
      language: on.text.sourceLanguage,
      styleClass: styleClassOf(annotation),
      selector: selectorsOf(annotation),
    },
  };
}

function* items(model: NotesModel, options: ExportOptions): Generator<object, undefined, undefined> {
  for (const on of eachLiveNote(model)) yield itemOf(model, options, on);
}

function parts(model: NotesModel, options: ExportOptions): Iterable<string> {
  const head = {
    '@context': ANNOTATION_CONTEXT,
    id: exportUrn(model, 'page'),
    type: 'AnnotationPage',
    generator: generatorOf(model),
    generated: isoTime(model.exported),
    partOf: {
      id: exportUrn(model, 'collection'),
      type: 'AnnotationCollection',
      label: model.texts.map(({ sourceTitle }) => exportWords(model).notesOn(sourceTitle)),
      total: liveCount(model),
    },
    startIndex: 0,
  };
  return objectParts(head, 'items', items(model, options));
}

/** Notes as W3C Web Annotations. */
export const webAnnotation: Format = {
  id: 'w3c',
  extension: 'jsonld',
  words: {
    en: {
      name: 'W3C Web Annotation',
      description: 'The standard for annotations, for programs of libraries and scholars.',
    },
    'zh-Hant': { name: 'W3C Web Annotation', description: '註記的國際標準，適用於圖書館與學術研究的軟體。' },
    'zh-Hans': { name: 'W3C Web Annotation', description: '标注的国际标准，适用于图书馆和学术研究的软件。' },
  },
  options: ['quotes', 'author'],
  write: (model, options) => ({ kind: 'text', parts: parts(model, options) }),
};
