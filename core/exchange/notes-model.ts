import type { Annotation } from '../annotation/annotation';
import type { Palette } from '../annotation/palette';
import type { Language } from '../ipc/language';
import type { ScriptMode } from '../script/mode';
import type { ShownText } from '../text/shown-text';

/** A note as every format gives it out. */
export interface ExportedNote {
  /** The record itself, for formats that carry offsets, ids and times. */
  readonly annotation: Annotation;
  /** Its words as displayed, blocks joined by a newline. */
  readonly displayed: string;
  /** Its words as in the source, blocks joined by a newline. */
  readonly source: string;
  /** 1-based numbers of the blocks in which it begins and ends; undefined for a mark without a place in this edition. */
  readonly paragraphs?: { readonly first: number; readonly last: number };
  /** The section in which it begins, as displayed; undefined before the first, and where the text has none. */
  readonly section?: string;
  /** What the colour means to the person; empty where they have not said. */
  readonly label: string;
}

/** A text with the notes on it that are exported. */
export interface ExportedText {
  readonly id: string;
  /** As displayed. */
  readonly title: string;
  /** As in the source. */
  readonly sourceTitle: string;
  /** SHA-256 of the source that is read, in lower-case hexadecimal. */
  readonly sourceHash: string;
  /** BCP 47 tags of the script that the words are displayed in, and of the source's. */
  readonly language: string;
  readonly sourceLanguage: string;
  /** In reading order, those without a place last. */
  readonly notes: readonly ExportedNote[];
  /** The text itself, for formats that give all of it; undefined where it is not at hand. */
  readonly shown: ShownText | undefined;
}

/** All that an export holds, before any format. */
export interface NotesModel {
  /** Version of the program. */
  readonly version: string;
  /** Milliseconds since 1970 UTC. */
  readonly exported: number;
  /** The language of what the export says of itself. */
  readonly language: Language;
  /** The script that words are displayed in. */
  readonly mode: ScriptMode;
  /** What the colours mean, and those of the person's own. */
  readonly palette: Palette;
  readonly texts: readonly ExportedText[];
}

/** How many notes there are. */
export const noteCount = ({ texts }: NotesModel): number => texts.reduce((sum, { notes }) => sum + notes.length, 0);
