import { z } from 'zod';
import type { Quote } from '../../annotation/annotation';
import { anything } from './anything';
import type { IncomingNote, IncomingPlace, IncomingSource } from '../incoming';
import { partsOf, standingIn } from './selectors';
import { hashIn, uuidIn } from './urns';

/** One target of an annotation: on which text, and where in it. */
export interface IncomingTarget {
  readonly source: IncomingSource;
  readonly quote?: Quote;
  readonly place?: IncomingPlace;
  readonly styleClass?: unknown;
}

const resource = z.object({ id: z.string() });
const target = z.object({
  source: anything,
  id: anything,
  selector: anything,
  styleClass: anything,
  'dc:title': anything,
});

/** Which text an address names. */
export function sourceAt(address: unknown, title?: string): IncomingSource {
  const known = typeof address === 'string' ? address : resource.safeParse(address).data?.id;
  const hash = known === undefined ? undefined : hashIn(known);
  return {
    ...(hash === undefined ? known !== undefined && known !== '' && { address: known } : { hash }),
    ...(title !== undefined && title !== '' && { title }),
  };
}

function targetIn(given: unknown, unit: IncomingPlace['unit']): IncomingTarget | undefined {
  if (typeof given === 'string') return { source: sourceAt(given) };
  const { data } = target.safeParse(given);
  if (data === undefined) return undefined;
  const standing = standingIn(data.selector, unit);
  if (standing === undefined) return undefined;
  const title = data['dc:title'];
  const source = sourceAt(data.source ?? data.id, typeof title === 'string' ? title : undefined);
  return { source, ...standing, ...(data.styleClass !== undefined && { styleClass: data.styleClass }) };
}

/** A target that has words to stand on. */
export type WordedTarget = IncomingTarget & { readonly quote: Quote };

/** Why targets say of no place: one is of no form that the model knows, or none has words. */
export type NoTarget = 'unreadable' | 'no-quote';

/** The targets that have words; offsets count in the unit given. */
export function targetsIn(
  given: unknown,
  unit: IncomingPlace['unit'],
): readonly [WordedTarget, ...WordedTarget[]] | NoTarget {
  const all = partsOf(given);
  if (all === undefined || all.length === 0) return 'unreadable';
  const worded: WordedTarget[] = [];
  for (const one of all) {
    const read = targetIn(one, unit);
    if (read === undefined) return 'unreadable';
    const { quote } = read;
    if (quote !== undefined && quote.exact !== '') worded.push({ ...read, quote });
  }
  const [first, ...others] = worded;
  return first === undefined ? 'no-quote' : [first, ...others];
}

/** A note on each of these targets: only the first has the name that the file gives them all, so that each is one note. */
export function notesOn(
  [first, ...others]: readonly [WordedTarget, ...WordedTarget[]],
  id: unknown,
  noteOn: (target: WordedTarget) => IncomingNote,
): readonly [IncomingNote, ...IncomingNote[]] {
  if (typeof id !== 'string' || id === '') return [noteOn(first), ...others.map(noteOn)];
  const markId = uuidIn(id);
  return [{ ...noteOn(first), foreignId: id, ...(markId !== undefined && { markId }) }, ...others.map(noteOn)];
}
