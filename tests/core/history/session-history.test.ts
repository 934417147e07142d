import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SessionHistory, type UndoableStep } from '#core/history/session-history';

describe('the history of a session', () => {
  it('ends 1,000 random sequences of doing, undoing and redoing where a plain list says', async () => {
    const moves = fc.array(fc.oneof(fc.nat(9), fc.constantFrom('undo' as const, 'redo' as const)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const history = new SessionHistory<UndoableStep>();
        let value: readonly number[] = [];
        // The model: every state there was, and where among them we are.
        let states: (readonly number[])[] = [[]];
        let at = 0;
        for (const move of all) {
          if (move === 'undo') {
            await history.undo();
            at = Math.max(0, at - 1);
          } else if (move === 'redo') {
            await history.redo();
            at = Math.min(states.length - 1, at + 1);
          } else {
            const before = value;
            const after = [...before, move];
            value = after;
            history.record({
              undo: () => {
                value = before;
                return Promise.resolve(true);
              },
              redo: () => {
                value = after;
                return Promise.resolve(true);
              },
            });
            states = [...states.slice(0, at + 1), after];
            at++;
          }
          expect(value).toEqual(states[at]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps a step that could not be undone, says so, and undoes it at the next try', async () => {
    let isFull = true;
    const step = { undo: () => Promise.resolve(!isFull), redo: () => Promise.resolve(true) };
    const history = new SessionHistory<UndoableStep>();
    history.record(step);
    expect(await history.undo()).toEqual({ step, ok: false });
    expect(await history.redo()).toBeUndefined();
    isFull = false;
    expect(await history.undo()).toEqual({ step, ok: true });
    expect(await history.undo()).toBeUndefined();
    expect(await history.redo()).toEqual({ step, ok: true });
  });

  it('lets hasty presses take their turn', async () => {
    const undone: number[] = [];
    const history = new SessionHistory<UndoableStep>();
    for (const number of [1, 2, 3]) {
      const undo = async (): Promise<boolean> => {
        await new Promise((resolve) => setTimeout(resolve, number));
        return undone.push(number) > 0;
      };
      history.record({ undo, redo: () => Promise.resolve(true) });
    }
    await Promise.all([history.undo(), history.undo(), history.undo()]);
    expect(undone).toEqual([3, 2, 1]);
  });
});
