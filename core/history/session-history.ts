import { recordKey, type RecordChange, type Step } from './step';

/** What was done and can be undone, and what was undone and can be done again; the newest of each is last. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** A history in which nothing has happened. */
export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** Most steps that are remembered: a session's worth, so that memory has an end. */
const LONGEST = 500;

/** Milliseconds for which a step waits for one that joins it: a pause in typing, not a new thought. */
const JOINS_WITHIN_MS = 10_000;

/** One step made of two that belong together: from before the first to after the second. */
function joined(first: Step, second: Step): Step {
  const changes = new Map<string, RecordChange>();
  for (const { before, after } of [...first.changes, ...second.changes]) {
    const earlier = changes.get(recordKey(after));
    changes.set(recordKey(after), { before: earlier === undefined ? before : earlier.before, after });
  }
  return { ...second, id: first.id, changes: [...changes.values()] };
}

const canJoin = (last: Step | undefined, step: Step): last is Step =>
  last?.joins !== undefined && last.joins === step.joins && step.at - last.at < JOINS_WITHIN_MS;

/**
 * The history after something new was done: what had been undone can no longer be done again. A step that joins the
 * last one becomes part of it.
 */
export function recorded(history: History, step: Step): History {
  const last = history.undone.length === 0 ? history.done.at(-1) : undefined;
  const done = canJoin(last, step)
    ? [...history.done.slice(0, -1), joined(last, step)]
    : [...history.done, step].slice(-LONGEST);
  return { done, undone: [] };
}

/** The history after the step with this id was undone; the same where it was not among what is done. */
export function steppedBack(history: History, id: string): History {
  const step = history.done.find((each) => each.id === id);
  if (step === undefined) return history;
  return { done: history.done.filter((each) => each !== step), undone: [...history.undone, step] };
}

/** The history after the step with this id was done again; the same where it was not among what is undone. */
export function steppedForward(history: History, id: string): History {
  const step = history.undone.find((each) => each.id === id);
  if (step === undefined) return history;
  return { done: [...history.done, step], undone: history.undone.filter((each) => each !== step) };
}
