import type { Annotation, Colour, OwnColour } from '../../annotation/annotation';
import { isNamed } from '../../annotation/palette';
import { annotationSetParts, metaOf, setColourOf, setStyleOf } from './annotation-set';
import { eachLiveNote, type NoteOnText } from './each-note';
import type { ExportOptions, Format } from '../format';
import { isoTime } from '../iso-time';
import type { NotesModel } from '../notes-model';
import { nearestNamed } from '../paper-colours';
import { selectorsOf } from './selectors';
import { TEXT_FRAGMENT, textFragment } from './text-fragment';
import { markUrn, sourceUrn } from './urns';
import { creatorOf } from './web-annotation';

// EPUB Annotations 1.0 (W3C Working Draft), as a detached set: a ZIP with annotations.json at its root. What its six
// colours and four styles cannot say stands in terms of our own, as it lets applications add theirs; being absolute
// addresses they need no other context than the one that is prescribed.

/** The context of EPUB Annotations. */
export const EPUB_CONTEXT = 'https://www.w3.org/ns/epub-anno.jsonld';

/** Terms of our own in a body. */
export const OWN_COLOUR_TERM = 'zhupi:colour';
export const OWN_STYLE_TERM = 'zhupi:style';

/** The term of a set that says what a colour of the person's own is: # and six digits, a space, what it means. */
export const ownColourTerm = (id: OwnColour): string => `zhupi:${id}`;

/** The one file of the archive. */
const PATH = 'annotations.json';

const fragmentSelectors = ({ quote }: Annotation): readonly object[] => {
  const value = textFragment(quote);
  return value === undefined ? [] : [{ type: 'FragmentSelector', conformsTo: TEXT_FRAGMENT, value }];
};

/** What the colours of the person's own are that notes have. */
function ownColoursIn(model: NotesModel): object {
  const used = new Set<Colour>();
  for (const { note } of eachLiveNote(model)) used.add(note.annotation.colour);
  const own = model.palette.own.filter(({ id }) => used.has(id));
  return Object.fromEntries(own.map(({ id, hex, label }) => [ownColourTerm(id), `${hex} ${label}`.trim()]));
}

function itemOf(model: NotesModel, options: ExportOptions, on: NoteOnText): object {
  const { annotation } = on.note;
  const { colour, style, note, tags } = annotation;
  return {
    id: markUrn(annotation.id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: isoTime(annotation.created),
    modified: isoTime(annotation.modified),
    creator: creatorOf(options),
    target: {
      source: sourceUrn(annotation.textHash),
      selector: [...selectorsOf(annotation), ...fragmentSelectors(annotation)],
      meta: metaOf(on),
    },
    body: {
      type: 'TextualBody',
      value: note,
      format: 'text/plain',
      color: setColourOf(nearestNamed(model.palette, colour)),
      highlight: setStyleOf(style),
      tags,
      ...(!isNamed(colour) && { [OWN_COLOUR_TERM]: colour }),
      ...(style === 'wavy' && { [OWN_STYLE_TERM]: style }),
    },
  };
}

/** Notes as EPUB Annotations. */
export const epubAnnotations: Format = {
  id: 'epub',
  extension: 'annotations',
  words: {
    en: { name: 'EPUB Annotations', description: 'The coming standard of e-book readers, as an archive.' },
    'zh-Hant': { name: 'EPUB Annotations', description: '電子書閱讀軟體即將採用的標準，儲存為壓縮檔。' },
    'zh-Hans': { name: 'EPUB Annotations', description: '电子书阅读软件即将采用的标准，保存为压缩包。' },
  },
  options: ['author'],
  write: (model, options) => {
    const item = (on: NoteOnText) => itemOf(model, options, on);
    const parts = annotationSetParts(model, EPUB_CONTEXT, item, ownColoursIn(model));
    return { kind: 'archive', entries: [{ path: PATH, parts }] };
  },
};
