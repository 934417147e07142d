import type { ScriptMode } from '../script/mode';
import {
  edited,
  isLive,
  newCorrection,
  subjectOf,
  type Correction,
  type CorrectionEdit,
  type NewCorrection,
} from './correction';

/** One change to the corrections: a new one, or an edit of one that is there. */
export type CorrectionChange =
  | { readonly kind: 'add'; readonly made: Correction }
  | { readonly kind: 'edit'; readonly id: string; readonly edit: CorrectionEdit };

/** What making a correction takes from outside: ids (UUID version 7) and the time (milliseconds since 1970 UTC). */
export interface Making {
  readonly newId: () => string;
  readonly at: number;
}

/**
 * The records that some changes make, each in its newest form; undefined if one of them is about a correction that
 * `find` does not know.
 */
export function recordsAfter(
  changes: readonly CorrectionChange[],
  find: (id: string) => Correction | undefined,
  at: number,
): Correction[] | undefined {
  const records = new Map<string, Correction>();
  for (const change of changes) {
    if (change.kind === 'add') {
      records.set(change.made.id, change.made);
      continue;
    }
    const before = records.get(change.id) ?? find(change.id);
    if (before === undefined) return undefined;
    records.set(change.id, edited(before, change.edit, at));
  }
  return [...records.values()];
}

/** The live corrections as they would be after some changes. */
export function liveAfter(
  live: readonly Correction[],
  changes: readonly CorrectionChange[],
  at: number,
): readonly Correction[] {
  const known = new Map(live.map((correction) => [correction.id, correction]));
  for (const record of recordsAfter(changes, (id) => known.get(id), at) ?? []) known.set(record.id, record);
  return [...known.values()].filter(isLive);
}

/** Takes modes from a correction; without any left it is removed. */
function withoutModes({ id, modes }: Correction, taken: readonly ScriptMode[]): CorrectionChange {
  const left = modes.filter((mode) => !taken.includes(mode));
  return {
    kind: 'edit',
    id,
    edit: left.length === 0 ? { kind: 'delete' } : { kind: 'change', to: { modes: left } },
  };
}

const shareModes = (one: readonly ScriptMode[], other: readonly ScriptMode[]): boolean =>
  one.some((mode) => other.includes(mode));

/**
 * The changes after which `wanted` holds, given the live corrections of the same subject: one that held in no other
 * modes is changed, others keep the modes that `wanted` leaves them. None where it holds already.
 */
export function settle(
  same: readonly Correction[],
  wanted: NewCorrection,
  { newId, at }: Making,
): readonly CorrectionChange[] {
  const rivals = same.filter(({ modes }) => shareModes(modes, wanted.modes));
  const agreeing = rivals.filter(({ right }) => right === wanted.right);
  if (wanted.modes.every((mode) => agreeing.some(({ modes }) => modes.includes(mode)))) return [];
  const heir = rivals.find(({ modes }) => modes.every((mode) => wanted.modes.includes(mode)));
  const others = rivals.filter((rival) => rival !== heir).map((rival) => withoutModes(rival, wanted.modes));
  if (heir === undefined) return [...others, { kind: 'add', made: newCorrection(wanted, newId(), at) }];
  const { right, wrong, modes } = wanted;
  const to = wrong === '' ? { right, modes } : { right, wrong, modes };
  return [...others, { kind: 'edit', id: heir.id, edit: { kind: 'change', to } }];
}

/** The place at which a person made a correction. */
export interface CorrectedPlace {
  readonly textId: string;
  readonly textHash: string;
  readonly start: number;
  readonly end: number;
}

/** True for a correction that would keep a wider one of the same words from showing at this very place. */
function shadows({ reach }: Correction, wanted: NewCorrection, place: CorrectedPlace): boolean {
  if (reach.scope === 'everywhere' || reach.textId !== place.textId) return false;
  if (reach.scope === 'text') return wanted.reach.scope === 'everywhere';
  const { target, textHash } = reach;
  const isHere = textHash === place.textHash && target.start === place.start && target.end === place.end;
  return isHere && wanted.reach.scope !== 'occurrence';
}

/**
 * The changes after which `wanted` holds and shows at the place where it was asked for: narrower corrections of the
 * same words that would hide it there give way.
 */
export function correctAt(
  live: readonly Correction[],
  wanted: NewCorrection,
  place: CorrectedPlace,
  making: Making,
): readonly CorrectionChange[] {
  const subject = subjectOf(wanted);
  const ofSource = live.filter(({ source }) => source === wanted.source);
  const yielding = ofSource.filter(
    (correction) => shareModes(correction.modes, wanted.modes) && shadows(correction, wanted, place),
  );
  return [
    ...yielding.map((correction) => withoutModes(correction, wanted.modes)),
    ...settle(
      ofSource.filter((correction) => subjectOf(correction) === subject),
      wanted,
      making,
    ),
  ];
}
