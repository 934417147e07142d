import { anki } from './anki';
import { clippings } from './clippings';
import { epubAnnotations } from './epub-annotations';
import type { Format } from './format';
import { hypothesis } from './hypothesis';
import { markdown } from './markdown';
import { readwise } from './readwise';
import { readium } from './readium';
import { webAnnotation } from './web-annotation';
import { zhupiNotes } from './zhupi-notes';

/** All formats, in the order in which they are offered. A new one is a file of its own and a line here. */
export const FORMATS: readonly Format[] = [
  markdown,
  readwise,
  anki,
  clippings,
  webAnnotation,
  readium,
  epubAnnotations,
  hypothesis,
  zhupiNotes,
];

/** The format with this id. */
export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
