import { inReadingOrder, type Annotation } from '../annotation/annotation';
import { groupingSections, sectionAt } from '../annotation/note-groups';
import { placedFirst } from '../annotation/note-order';
import { labelOf, type Palette } from '../annotation/palette';
import { isPlaced } from '../anchor/health';
import { blockAt } from '../anchor/spread';
import { languageTag } from '../script/conversion-table';
import type { ScriptMode } from '../script/mode';
import type { ContentsEntry } from '../text/contents';
import type { ShownText } from '../text/shown-text';
import { canonicalOf } from '../text/text-index';
import type { ExportedNote, ExportedText } from './notes-model';

/** Notes on a text that is at hand. */
export interface GatheredFrom {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
}

function placeOf(shown: ShownText, sections: readonly ContentsEntry[], { target }: Annotation) {
  const { blocks } = shown.text;
  const first = blockAt(blocks, target.start) + 1;
  const last = blockAt(blocks, Math.max(target.start, target.end - 1)) + 1;
  const section = sectionAt(sections, target.start);
  return { paragraphs: { first, last }, ...(section && { section: shown.displayOf(section.span) }) };
}

/**
 * Gathers the notes on a text, in reading order, those without a place last. It yields after each note, so that whoever
 * asks can pause or stop; the text with its notes is what it returns.
 */
export function* gather(from: GatheredFrom): Generator<undefined, ExportedText, undefined> {
  const { shown, mode, annotations, palette } = from;
  const { text } = shown;
  const sections = groupingSections(text);
  const notes: ExportedNote[] = [];
  for (const annotation of placedFirst(inReadingOrder(annotations), text.sourceHash)) {
    const label = labelOf(palette, annotation.colour);
    const { exact } = annotation.quote;
    if (isPlaced(annotation, text.sourceHash) && annotation.purged === undefined) {
      const displayed = shown.displayOf(annotation.target);
      const source = canonicalOf(text, annotation.target);
      notes.push({ annotation, displayed, source, label, ...placeOf(shown, sections, annotation) });
      // Without a place there are only the words that the mark was made on.
    } else notes.push({ annotation, displayed: exact, source: exact, label });
    yield undefined;
  }
  return {
    id: text.id,
    title: shown.title,
    sourceTitle: text.title,
    sourceHash: text.sourceHash,
    language: languageTag(text.script, mode),
    sourceLanguage: languageTag(text.script, 'original'),
    notes,
    shown,
  };
}

/** Notes on a text that is not at hand. */
export interface GatheredUnseen {
  readonly textId: string;
  /** What the text is called, as far as is known. */
  readonly title: string;
  /** At least one. */
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
}

/**
 * Gathers notes on a text that is not at hand, as one that was taken out of the library: by the words that were kept
 * with them, in reading order, without places. It yields after each note, as `gather` does.
 */
export function* gatherUnseen(from: GatheredUnseen): Generator<undefined, ExportedText, undefined> {
  const { textId, title, annotations, palette } = from;
  const notes: ExportedNote[] = [];
  for (const annotation of inReadingOrder(annotations)) {
    const { exact } = annotation.quote;
    notes.push({ annotation, displayed: exact, source: exact, label: labelOf(palette, annotation.colour) });
    yield undefined;
  }
  return {
    id: textId,
    title,
    sourceTitle: title,
    // The edition that was read last, as far as the notes tell.
    sourceHash: notes.reduce((last, { annotation }) => (annotation.modified > last.modified ? annotation : last), {
      modified: -Infinity,
      textHash: '',
    }).textHash,
    // Which script they are in nobody can say.
    language: 'zh',
    sourceLanguage: 'zh',
    notes,
    shown: undefined,
  };
}
