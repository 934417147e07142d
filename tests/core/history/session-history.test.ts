import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, newAnnotation, type Annotation, type AnnotationEdit } from '#core/annotation/annotation';
import { EMPTY_HISTORY, recorded, steppedBack, steppedForward, type History } from '#core/history/session-history';
import { doneAgain, takenBack, type Draft, type Step } from '#core/history/step';
import { codePointSpan } from '#core/support/offset';

const IDS = ['a', 'b', 'c'] as const;

const made = (id: string): Annotation =>
  newAnnotation({
    id,
    textId: 't',
    textHash: 'h',
    target: codePointSpan(0, 2),
    quote: { exact: id, prefix: '', suffix: '' },
    colour: 'yellow',
    script: 'original',
    created: 1,
  });

/** Records, the history of what was done to them, and a number for each step and time. */
class Desk {
  readonly records = new Map<string, Annotation>();
  history: History = EMPTY_HISTORY;
  #time = 1;

  do(ids: readonly string[], edit: AnnotationEdit, joins?: string): void {
    const at = ++this.#time;
    const changes = ids.map((id) => {
      const before = this.records.get(id);
      return {
        before: before && this.#draft(before),
        after: this.#draft(before ? edited(before, edit, at) : made(id)),
      };
    });
    for (const { after } of changes) this.#put(after);
    const step: Step = { id: String(at), kind: edit.kind, at, changes, ...(joins !== undefined && { joins }) };
    this.history = recorded(this.history, step);
  }

  undo(): boolean {
    const step = this.history.done.at(-1);
    for (const change of step?.changes.toReversed() ?? []) {
      this.#put(takenBack(change, this.#now(change.after.record.id), ++this.#time));
    }
    this.history = steppedBack(this.history, step?.id ?? '');
    return step !== undefined;
  }

  redo(): boolean {
    const step = this.history.undone.at(-1);
    for (const change of step?.changes ?? []) {
      this.#put(doneAgain(change, this.#now(change.after.record.id), ++this.#time));
    }
    this.history = steppedForward(this.history, step?.id ?? '');
    return step !== undefined;
  }

  /** What is on the desk, but for the times and numbers of its changes. */
  state(): unknown[] {
    return [...this.records.values()]
      .filter(({ deleted, purged }) => deleted === undefined || purged !== undefined)
      .map(({ rev: _rev, modified: _modified, deleted: _deleted, purged: _purged, ...rest }) => ({
        ...rest,
        history: rest.history.map(({ until: _until, ...past }) => past),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  #now(id: string): Draft | undefined {
    const record = this.records.get(id);
    return record && this.#draft(record);
  }

  #draft(record: Annotation): Draft {
    return { table: 'annotations', record };
  }

  #put(draft: Draft | undefined): void {
    if (draft?.table === 'annotations') this.records.set(draft.record.id, draft.record);
  }
}

const edits: fc.Arbitrary<AnnotationEdit> = fc.oneof(
  fc.record({ kind: fc.constant('recolour' as const), colour: fc.constantFrom('red' as const, 'blue' as const) }),
  fc.record({ kind: fc.constant('restyle' as const), style: fc.constantFrom('wavy' as const, 'outline' as const) }),
  fc.record({ kind: fc.constant('note' as const), note: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('tags' as const), tags: fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }) }),
  fc.constantFrom({ kind: 'delete' as const }, { kind: 'restore' as const }, { kind: 'purge' as const }),
  fc.nat(9).map((start) => ({
    kind: 'retarget' as const,
    to: {
      target: codePointSpan(start, start + 1),
      textHash: 'h',
      quote: { exact: String(start), prefix: '', suffix: '' },
    },
  })),
);

describe('the history of a session', () => {
  it('ends 1,000 random sequences of edits, undoing and redoing where a plain list of states says', () => {
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.subarray([...IDS], { minLength: 1 }), edits) },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const desk = new Desk();
        // The model: every state there was, and where among them we are.
        let states = [desk.state()];
        let at = 0;
        for (const each of moves) {
          if (each === 'undo') {
            expect(desk.undo()).toBe(at > 0);
            at = Math.max(0, at - 1);
          } else if (each === 'redo') {
            expect(desk.redo()).toBe(at < states.length - 1);
            at = Math.min(states.length - 1, at + 1);
          } else {
            desk.do(...each);
            states = [...states.slice(0, at + 1), desk.state()];
            at++;
          }
          expect(desk.state()).toEqual(states[at]);
        }
        while (desk.undo());
        expect(desk.state()).toEqual([]);
        while (desk.redo());
        expect(desk.state()).toEqual(states.at(-1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes one step of what was typed in a row, and leaves another mark its own', () => {
    const desk = new Desk();
    desk.do(['a'], { kind: 'recolour', colour: 'red' });
    for (const note of ['我', '我們', '我們的']) desk.do(['a'], { kind: 'note', note }, 'note a');
    desk.do(['b'], { kind: 'recolour', colour: 'red' });
    desk.do(['b'], { kind: 'note', note: '別' }, 'note b');
    expect(desk.history.done).toHaveLength(4);
    desk.undo();
    desk.undo();
    desk.undo();
    expect(desk.records.get('a')?.note).toBe('');
    desk.redo();
    expect(desk.records.get('a')?.note).toBe('我們的');
  });

  it('does not join what comes after something was undone, or after a pause', () => {
    const step = (id: string, at: number): Step => ({ id, kind: 'note', at, joins: 'note a', changes: [] });
    const one = recorded(EMPTY_HISTORY, step('1', 0));
    expect(recorded(one, step('2', 5_000)).done).toHaveLength(1);
    expect(recorded(one, step('2', 50_000)).done).toHaveLength(2);
    const undone = steppedBack(recorded(one, step('2', 50_000)), '2');
    expect(recorded(undone, step('3', 51_000)).done.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('takes back one step out of turn, and leaves what came after it as it is', () => {
    const desk = new Desk();
    desk.do(['a'], { kind: 'note', note: '一' });
    desk.do(['a'], { kind: 'recolour', colour: 'red' });
    desk.do(['a'], { kind: 'note', note: '二' });
    const colour = desk.history.done[1]?.changes[0];
    const now = desk.records.get('a');
    if (colour === undefined || now === undefined) throw new Error('nothing was done');
    expect(takenBack(colour, { table: 'annotations', record: now }, 9)?.record).toMatchObject({
      colour: 'yellow',
      note: '二',
      rev: now.rev + 1,
    });
  });
});
