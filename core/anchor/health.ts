import type { Annotation, Target } from '../annotation/annotation';
import type { CodePointSpan } from '../support/offset';
import type { Text } from '../text/text';
import { targetAt } from './describe';

/**
 * What a mark that has a place in this text is to stand on for its ends to be at another span of it; undefined for one
 * without a place there, whose target counts the code points of another edition.
 */
export const targetMovedTo = (text: Text, mark: Anchored, span: CodePointSpan): Target | undefined =>
  isPlaced(mark, text.sourceHash) ? targetAt(text, span) : undefined;

/** How sure the place of a mark is in the edition that is read. */
export type AnchorState = 'exact' | 'moved' | 'review' | 'orphan';

type Anchored = Pick<Annotation, 'textHash' | 'health'>;

/** True for a mark whose target counts the code points of the edition with this hash; no other may be painted. */
export const isPlaced = ({ textHash }: Anchored, sourceHash: string): boolean => textHash === sourceHash;

/** How sure the place of a mark is in the edition with this hash; one that was never looked for there has none. */
export function anchorStateOf(mark: Anchored, sourceHash: string): AnchorState {
  const { health } = mark;
  if (isPlaced(mark, sourceHash)) return health?.state === 'moved' ? 'moved' : 'exact';
  return health?.state === 'review' && health.textHash === sourceHash ? 'review' : 'orphan';
}

/** True for a mark that a person has to look at: it is not exact, and was not left without a place. */
export function isToCheck(mark: Anchored, sourceHash: string): boolean {
  const { health } = mark;
  const isLeft = health?.state === 'orphan' && health.isLeft === true && health.textHash === sourceHash;
  return !isLeft && anchorStateOf(mark, sourceHash) !== 'exact';
}

/** Where a mark may stand in the edition with this hash; undefined where nothing is proposed. */
export function proposalOf(mark: Anchored, sourceHash: string): CodePointSpan | undefined {
  const { health } = mark;
  if (isPlaced(mark, sourceHash)) return undefined;
  return health?.state === 'review' && health.textHash === sourceHash ? health.proposal : undefined;
}
