import type { Fold } from '../search/fold';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import type { EditionAlignment } from './align-editions';
import { pointsOf } from './folded-edition';
import { followSpan, type Followed } from './follow-span';
import { uniqueQuotes } from './unique-quotes';

/** A span of the old edition with the words it was made on. */
export interface Followable {
  readonly span: CodePointSpan;
  readonly exact: string;
}

/**
 * What became of spans of the old edition, in the order given. What is gone from its place but whose quote stands
 * exactly once in the new edition, in any script, is to be reviewed there. Words are never looked for by likeness.
 */
export function followAll(alignment: EditionAlignment, followables: readonly Followable[], fold: Fold): Followed[] {
  const outcomes = followables.map(({ span }) => followSpan(alignment, span));
  const folded = followables.map(({ exact }, index) => {
    const health = outcomes[index]?.health;
    return health === 'orphan' || health === 'review' ? fold.fold(exact) : undefined;
  });
  const found = uniqueQuotes(
    alignment.now.points,
    folded.flatMap((quote) => quote ?? []),
  );
  return outcomes.map((outcome, index) => {
    const quote = folded[index];
    const at = quote === undefined ? undefined : found.get(quote);
    if (quote === undefined || at === undefined) return outcome;
    return { health: 'review', proposal: codePointSpan(at, at + pointsOf(quote).length) };
  });
}
