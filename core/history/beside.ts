import type { Change } from '../kept/change';

/** A record of a table whose changes are no steps of their own; a step can change it beside others. */
export type BesideRecord = Extract<
  Change,
  | { readonly table: 'settings' }
  | { readonly table: 'texts' }
  | { readonly table: 'editions' }
  | { readonly table: 'positions' }
>;

/** What a step did to a record beside others; `before` is undefined where there was none. Both are of one table and key. */
export interface BesideChange {
  readonly before: BesideRecord | undefined;
  readonly after: BesideRecord;
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);

/** A value with every field in which two others differ as in the second of them; whole where they have no fields. */
function carriedValue(now: unknown, from: unknown, to: unknown): unknown {
  if (!isFields(now) || !isFields(from) || !isFields(to)) return to;
  const fields = new Map<string, unknown>(Object.entries(now));
  const [known, wanted] = [
    new Map<string, unknown>(Object.entries(from)),
    new Map<string, unknown>(Object.entries(to)),
  ];
  for (const name of new Set([...known.keys(), ...wanted.keys()])) {
    if (isSame(known.get(name), wanted.get(name))) continue;
    if (wanted.has(name)) fields.set(name, wanted.get(name));
    else fields.delete(name);
  }
  return Object.fromEntries(fields);
}

function turned(
  from: BesideRecord | undefined,
  to: BesideRecord | undefined,
  now: BesideRecord | undefined,
  at: number,
): BesideRecord | undefined {
  const known = now ?? from;
  switch (known?.table) {
    case 'settings': {
      // A setting that was not there is one without a value: whoever owns it takes its first.
      const was = from?.table === 'settings' ? from.record.value : null;
      const value = carriedValue(known.record.value, was, to?.table === 'settings' ? to.record.value : null);
      return { table: 'settings', record: { ...known.record, value } };
    }
    case 'positions':
      // Who has read on since is left where they are.
      if (to?.table !== 'positions' || from?.table !== 'positions') return to;
      if (known.record.offset !== from.record.offset) return undefined;
      return { table: 'positions', record: { ...to.record, modified: at, rev: known.record.rev + 1 } };
    case 'texts':
      // Another edition that came since keeps its place.
      if (from?.table === 'texts' && known.record.sourceHash !== from.record.sourceHash) return undefined;
      return to;
    case 'editions':
    case undefined:
      return to;
  }
}

/**
 * A record after what a step did to it beside others is taken back (`undone`), or done again. `now` is the record as it
 * is, undefined where there is none. Undefined where nothing is to be kept: texts, their editions and places that were
 * added have no sign of deletion and stay.
 */
export const besideTurned = (
  { before, after }: BesideChange,
  direction: 'undone' | 'redone',
  now: BesideRecord | undefined,
  at: number,
): BesideRecord | undefined =>
  direction === 'undone' ? turned(after, before, now, at) : turned(before, after, now, at);
