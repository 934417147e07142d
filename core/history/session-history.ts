/** What was done and can be undone, and what was undone and can be done again; the newest of each is last. */
export interface History<Step> {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** A history in which nothing has happened. */
export const EMPTY_HISTORY: History<never> = { done: [], undone: [] };

/** Most steps that are remembered: a session's worth, so that memory has an end. */
const LONGEST = 500;

/** The history after something new was done: what had been undone can no longer be done again. */
export const recorded = <Step>(history: History<Step>, step: Step): History<Step> => ({
  done: [...history.done, step].slice(-LONGEST),
  undone: [],
});

/** The history after its last step was undone; the same where there is none. */
export function steppedBack<Step>(history: History<Step>): History<Step> {
  const step = history.done.at(-1);
  return step === undefined ? history : { done: history.done.slice(0, -1), undone: [...history.undone, step] };
}

/** The history after what was undone last was done again; the same where there is nothing. */
export function steppedForward<Step>(history: History<Step>): History<Step> {
  const step = history.undone.at(-1);
  return step === undefined ? history : { done: [...history.done, step], undone: history.undone.slice(0, -1) };
}

/** Something that can be undone and done again; each resolves to whether it was. */
export interface UndoableStep {
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

/** The outcome of undoing or redoing: the step, and whether it could be carried out; undefined if there was none. */
export type StepOutcome<Step> = { readonly step: Step; readonly ok: boolean } | undefined;

/** What a person did in this session, undone and done again one step at a time. */
export class SessionHistory<Step extends UndoableStep> {
  #history: History<Step> = EMPTY_HISTORY;
  #turn: Promise<unknown> = Promise.resolve();

  /** Remembers what was just done. */
  readonly record = (step: Step): void => {
    this.#history = recorded(this.#history, step);
  };

  /** Undoes the last step; where that fails it stays the last step. */
  readonly undo = (): Promise<StepOutcome<Step>> =>
    this.#inTurn(async () => {
      const step = this.#history.done.at(-1);
      if (step === undefined) return undefined;
      const ok = await step.undo();
      if (ok && this.#history.done.at(-1) === step) this.#history = steppedBack(this.#history);
      return { step, ok };
    });

  /** Does again what was undone last; where that fails it stays the next to be redone. */
  readonly redo = (): Promise<StepOutcome<Step>> =>
    this.#inTurn(async () => {
      const step = this.#history.undone.at(-1);
      if (step === undefined) return undefined;
      const ok = await step.redo();
      if (ok && this.#history.undone.at(-1) === step) this.#history = steppedForward(this.#history);
      return { step, ok };
    });

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(task);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
