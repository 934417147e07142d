import { anki } from './anki';
import { clippings } from './clippings';
import { epubAnnotations } from './epub-annotations';
import type { Format } from './format';
import { html } from './html';
import { hypothesis } from './hypothesis';
import { markdown } from './markdown';
import { pdf } from './pdf';
import { readium } from './readium';
import { readwise } from './readwise';
import { webAnnotation } from './web-annotation';
import { word } from './word';
import { zhupiNotes } from './zhupi-notes';

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
