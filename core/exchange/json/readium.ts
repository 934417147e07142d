import { annotationSetParts, metaOf, setColourOf, setStyleOf } from './annotation-set';
import type { NoteOnText } from './each-note';
import type { ExportOptions, Format } from '../format';
import { isoTime } from '../iso-time';
import type { NotesModel } from '../notes-model';
import { nearestNamed } from '../paper-colours';
import { selectorsOf } from './selectors';
import { markUrn, sourceUrn } from './urns';
import { ANNOTATION_CONTEXT, creatorOf } from './web-annotation';

// Readium Annotations (github.com/readium/annotations), in the form that Thorium Reader writes and checks: the context
// on the set and on every item, one body of plain text, one tag, selectors always a list.

function itemOf(model: NotesModel, options: ExportOptions, on: NoteOnText): object {
  const { annotation } = on.note;
  return {
    '@context': ANNOTATION_CONTEXT,
    id: markUrn(annotation.id),
    type: 'Annotation',
    motivation: 'highlighting',
    created: isoTime(annotation.created),
    modified: isoTime(annotation.modified),
    creator: creatorOf(options),
    target: {
      source: sourceUrn(annotation.textHash),
      selector: selectorsOf(annotation),
      meta: metaOf(on),
    },
    body: {
      type: 'TextualBody',
      value: annotation.note,
      format: 'text/plain',
      color: setColourOf(nearestNamed(model.palette, annotation.colour)),
      highlight: setStyleOf(annotation.style),
      tag: annotation.tags[0],
    },
  };
}

/** Notes as Readium Annotations. */
export const readium: Format = {
  id: 'readium',
  extension: 'annotation',
  words: {
    en: { name: 'Readium Annotations', description: 'For Thorium Reader and other e-book readers; one tag a note.' },
    'zh-Hant': {
      name: 'Readium Annotations',
      description: '適用於 Thorium Reader 等電子書閱讀軟體，每則批註一個標籤。',
    },
    'zh-Hans': {
      name: 'Readium Annotations',
      description: '适用于 Thorium Reader 等电子书阅读软件，每条批注一个标签。',
    },
  },
  options: ['author'],
  write: (model, options) => ({
    kind: 'text',
    parts: annotationSetParts(model, ANNOTATION_CONTEXT, (on) => itemOf(model, options, on)),
  }),
};
