import { isPlaced } from '../anchor/health';
import { inReadingOrder, type Annotation } from './annotation';

/** True for a mark that was looked for in an edition and not found there, or not surely. */
const wasMissed = ({ health }: Annotation): boolean => health?.state === 'review' || health?.state === 'orphan';

const parted = (annotations: readonly Annotation[], isLast: (mark: Annotation) => boolean): readonly Annotation[] => {
  const last = annotations.filter(isLast);
  return last.length === 0 ? annotations : [...annotations.filter((mark) => !isLast(mark)), ...last];
};

/** Those that have a place in the edition with this hash, then those that have none; otherwise in the order given. */
export const placedFirst = (annotations: readonly Annotation[], sourceHash: string): readonly Annotation[] =>
  parted(annotations, (mark) => !isPlaced(mark, sourceHash));

/**
 * Marks on all texts by the titles of these, in reading order within each, those without a place last. `open` is the text
 * that is read; of another the edition is not at hand, and a mark says itself whether it was found there.
 */
export function byText(
  annotations: readonly Annotation[],
  titleOf: (textId: string) => string,
  open: { readonly id: string; readonly sourceHash: string },
): readonly Annotation[] {
  const ofText = new Map<string, Annotation[]>();
  for (const mark of annotations) {
    const there = ofText.get(mark.textId);
    if (there === undefined) ofText.set(mark.textId, [mark]);
    else there.push(mark);
  }
  const textIds = [...ofText.keys()].sort(
    (a, b) => titleOf(a).localeCompare(titleOf(b)) || (a < b ? -1 : Number(a > b)),
  );
  return textIds.flatMap((textId) => {
    const marks = inReadingOrder(ofText.get(textId) ?? []);
    return textId === open.id ? placedFirst(marks, open.sourceHash) : parted(marks, wasMissed);
  });
}
