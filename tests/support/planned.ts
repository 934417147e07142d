import { newAnnotation, type Annotation } from '#core/annotation/annotation';
import { targetAt } from '#core/anchor/describe';
import type { IncomingNote } from '#core/exchange/incoming';
import type { PlannedItem } from '#core/import/fate';
import { loadFold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import { anchoredOn, incomingOf, planned } from './incoming';
import { textOfLines } from './kept-records';

const fold = await loadFold();

/** A text that notes are planned on, and an edition before it. */
export const TEXT = textOfLines('t', 'h', ['甲乙丙丁戊己庚辛。', '子丑寅卯辰巳午未，甲乙又一次。', '𠮷野家與全局。']);
export const OLD = textOfLines('t', 'old', [
  '甲乙丙丁戊己庚辛。',
  '子丑寅卯辰巳午未，甲乙又一次。',
  '這裡被刪去了很多字。',
]);

/** What the text is anchored by. */
export const ON = anchoredOn(TEXT, fold, [OLD]);

export const ID = '0190a1b2-0000-7000-8000-00000000000';

/** A mark on code points of the text. */
export const markOn = (number: number, start: number, end: number, parts: Partial<Annotation> = {}): Annotation => ({
  ...newAnnotation({
    ...{ id: `${ID}${String(number)}`, textId: 't', colour: 'red', script: 'taiwan', created: 1_000 },
    ...targetAt(TEXT, codePointSpan(start, end)),
  }),
  ...parts,
});

/** What importing these notes does. */
export const plan = (notes: readonly IncomingNote[], here: readonly Annotation[] = []): PlannedItem[] =>
  planned(incomingOf(notes), ON, here);

/** The one thing that importing one note does. */
export function fateOf(note: IncomingNote, here: readonly Annotation[] = []): PlannedItem {
  const [item] = plan([note], here);
  if (item === undefined) throw new Error('nothing was planned');
  return item;
}
