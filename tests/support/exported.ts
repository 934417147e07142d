import { targetAt } from '#core/anchor/describe';
import { newAnnotation, type Annotation } from '#core/annotation/annotation';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { drained } from '#core/support/drained';
import { FIRST_OPTIONS, type ExportOptions, type Format } from '#core/exchange/format';
import { gather } from '#core/exchange/gather';
import type { ExportedText, NotesModel } from '#core/exchange/notes-model';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { codePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { textOfLines } from './kept-records';

/** A text with these notes on it, gathered as the page gathers them. */
export async function exportedText(
  text: Text,
  annotations: readonly Annotation[],
  mode: ScriptMode = 'original',
  palette = FIRST_PALETTE,
): Promise<ExportedText> {
  const shown = new ShownText(text, await loadProjector(text.script, mode), true);
  return drained(gather({ shown, mode, annotations, palette }));
}

/** A model of these texts, exported in the first second of 1970. */
export const modelOf = (texts: readonly ExportedText[], parts: Partial<NotesModel> = {}): NotesModel => ({
  ...{ version: '0.0.0', exported: 0, language: 'en', mode: 'original', palette: FIRST_PALETTE },
  texts,
  ...parts,
});

/** A model of the notes on one text. */
export const modelOn = async (
  text: Text,
  annotations: readonly Annotation[],
  parts: Partial<NotesModel> = {},
): Promise<NotesModel> =>
  modelOf([await exportedText(text, annotations, parts.mode, parts.palette ?? FIRST_PALETTE)], parts);

/** What a format of text makes of a model, as its file holds it. */
export function writtenText(format: Format, model: NotesModel, options: Partial<ExportOptions> = {}): string {
  const written = format.write(model, { ...FIRST_OPTIONS, ...options });
  if (written.kind !== 'text') throw new Error(`${format.id} is no format of text`);
  return [...written.parts].join('');
}

/** The id of the note with this number, as ids are made. */
export const idOf = (number: number): string => `0190a1b2-0000-7000-8000-${number.toString().padStart(12, '0')}`;

/** A mark on words of a text, by its number; offsets in code points. */
export const markAt = (text: Text, number: number, start: number, end: number, parts: Partial<Annotation> = {}) => ({
  ...newAnnotation({
    id: idOf(number),
    textId: text.id,
    ...targetAt(text, codePointSpan(start, end)),
    colour: 'yellow',
    script: 'original',
    created: Date.UTC(2026, 10, 1, 8, number),
  }),
  ...parts,
});

/** A text of these lines, and on each whole line a mark with what is said of it. */
export function marksOnLines(lines: readonly string[], partsOf: (line: number) => Partial<Annotation> = () => ({})) {
  const text = textOfLines('lines', 'ab'.repeat(32), lines);
  const annotations = text.blocks.map(({ span }, index) =>
    markAt(text, index + 1, span.start, span.end, partsOf(index)),
  );
  return { text, annotations };
}
