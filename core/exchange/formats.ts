import { anki } from './anki';
import { clippings } from './clippings';
import type { Format } from './format';
import { html } from './html';
import { markdown } from './markdown';
import { pdf } from './pdf';
import { readwise } from './readwise';
import { word } from './word';

/** All formats, in the order in which they are offered. A new one is a file of its own and a line here. */
export const FORMATS: readonly Format[] = [markdown, html, word, pdf, readwise, anki, clippings];

/** The format with this id. */
export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
