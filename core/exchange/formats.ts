import { anki } from './table/anki';
import { clippings } from './table/clippings';
import { epubAnnotations } from './json/epub-annotations';
import type { Format } from './format';
import { html } from './document/html';
import { hypothesis } from './json/hypothesis';
import { markdown } from './markdown/markdown';
import { pdf } from './document/pdf';
import { readium } from './json/readium';
import { readwise } from './table/readwise';
import { webAnnotation } from './json/web-annotation';
import { word } from './document/word';
import { zhupiNotes } from './json/zhupi-notes';

/** All formats, in the order in which they are offered. A new one is a file of its own and a line here. */
export const FORMATS: readonly Format[] = [
  markdown,
  word,
  pdf,
  html,
  readwise,
  anki,
  zhupiNotes,
  webAnnotation,
  hypothesis,
  readium,
  epubAnnotations,
  clippings,
];

/** The format with this id. */
export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);

/** The format that is meant by a name as people type it: its id, or how names of its files end where no other does. */
export function formatNamed(name: string): Format | undefined {
  const typed = name.toLowerCase().replace(/^\./, '');
  const byExtension = FORMATS.filter(({ extension }) => extension === typed);
  return formatOf(typed) ?? (byExtension.length === 1 ? byExtension[0] : undefined);
}
