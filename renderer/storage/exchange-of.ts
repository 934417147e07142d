import type { EditionChange } from '#core/history/step';
import type { Edition } from '#core/kept/change';
import type { Database } from './database';
import type { Change } from '#core/kept/change';

/**
 * What has to be kept so that one edition of a text takes the place of another, when that is undone or done again. The
 * one that goes stays among the editions; one that the person goes back from says so. Nothing where it is not at hand.
 */
export async function exchangeOf(
  { texts, editions, positions }: Database,
  { textId, before, after, offsets }: EditionChange,
  direction: 'undone' | 'redone',
  at: number,
): Promise<readonly Change[]> {
  const isBack = direction === 'undone';
  const [now, wanted, position] = await Promise.all([
    texts.get(textId),
    editions.get([textId, isBack ? before : after]),
    positions.get(textId),
  ]);
  if (now === undefined || wanted === undefined || now.sourceHash === wanted.hash) return [];
  const { isDeclined, ...taken } = wanted;
  const left: Edition = { hash: now.sourceHash, textId, text: now, ...(isBack && { isDeclined: true }) };
  return [
    { table: 'texts', record: wanted.text },
    { table: 'editions', record: taken },
    { table: 'editions', record: left },
    {
      table: 'positions',
      record: {
        textId,
        offset: isBack ? offsets.before : offsets.after,
        modified: at,
        rev: (position?.rev ?? 0) + 1,
      },
    },
  ];
}
