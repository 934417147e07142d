import { useCallback, useMemo } from 'react';
import { v7 as newId } from 'uuid';
import { correctAt, type CorrectionChange } from '#core/correction/changes';
import { isConverted, problemOfForm, type Correction, type CorrectionScope } from '#core/correction/correction';
import { correctableAt } from '#core/correction/places';
import { modesErringAlike, placeOf, wantedBy } from '#core/correction/preview';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import type { CodePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import { useServices, type SaidStep } from '../../services';
import type { CorrectionFailure } from '../../storage/correction-store';
import { useStrings } from '../../strings/use-strings';
import type { Shown } from '../reader';
import { useLiveCorrections } from './use-fixed-in';

/** What came of a change: `idle`, there was nothing to do; else it was kept, or not and why. */
export type ChangeOutcome = 'kept' | 'idle' | CorrectionFailure;

/** The reader's corrections, and what can be done with them. Whatever is done can be undone. */
export interface Corrections {
  /** The live ones. */
  readonly all: readonly Correction[];
  /** True if the words of this span (canonical code points) can be corrected in the script shown. */
  readonly canCorrect: (span: CodePointSpan) => boolean;
  /** Shows the whole units of a span as `right`: in this place, in this text, or everywhere. */
  readonly correct: (span: CodePointSpan, right: string, scope: CorrectionScope) => Promise<ChangeOutcome>;
  readonly edit: (correction: Correction, right: string) => Promise<ChangeOutcome>;
  readonly remove: (correction: Correction) => Promise<ChangeOutcome>;
  /** Carries out the changes of an import, all of them or none. */
  readonly importAll: (
    plan: (live: readonly Correction[]) => readonly CorrectionChange[],
    count: number,
  ) => Promise<ChangeOutcome>;
}

type Change = (
  plan: (live: readonly Correction[]) => readonly CorrectionChange[],
  words: Pick<SaidStep, 'done' | 'what'>,
) => Promise<ChangeOutcome>;

/** Changes corrections so that it can be taken back: `onDone` hears of each change once it is kept. */
function useChange(onDone: (step: SaidStep) => void): Change {
  const { corrections } = useServices();
  return useCallback(
    async (plan, words) => {
      const outcome = await corrections.change(plan);
      if (!outcome.ok) return outcome.reason;
      if (outcome.value.kept.length === 0) return 'idle';
      let { back } = outcome.value;
      // Taking the last change back, and taking that back again, are one and the same.
      const turn = async (): Promise<boolean> => {
        const turned = await corrections.change(() => back);
        if (turned.ok) back = turned.value.back;
        return turned.ok;
      };
      onDone({ ...words, undo: turn, redo: turn });
      return 'kept';
    },
    [corrections, onDone],
  );
}

const showIn =
  ({ shown: { text, repairs }, careful }: Shown) =>
  async (mode: ScriptMode): Promise<ShownText> =>
    new ShownText(text, await loadProjector(text.script, mode, careful), repairs);

/** The corrections as they bear on what is shown. `onDone` hears of each change, to remember it and to say it. */
export function useCorrections(shown: Shown | undefined, onDone: (step: SaidStep) => void): Corrections {
  const all = useLiveCorrections();
  const { clock } = useServices();
  const { done, what } = useStrings().corrections;
  const change = useChange(onDone);
  return useMemo(() => {
    const wordsAt = (span: CodePointSpan) =>
      shown !== undefined && isConverted(shown.shown.text.script, shown.mode)
        ? correctableAt(shown.shown, span)
        : undefined;
    return {
      all,
      canCorrect: (span) => wordsAt(span) !== undefined,
      correct: async (span, right, scope) => {
        const words = wordsAt(span);
        if (shown === undefined || words === undefined || problemOfForm(right) !== undefined) return 'idle';
        const { shown: page, mode } = shown;
        const modes = await modesErringAlike(page, mode, words.span, showIn(shown));
        const wanted = wantedBy(page, { words, right, scope, modes });
        const making = { newId, at: clock() };
        return change((live) => correctAt(live, wanted, placeOf(page, words), making), {
          done: done.corrected(words.source, right),
          what: what.corrected(words.source, right),
        });
      },
      edit: ({ id, source, right: before }, right) => {
        if (right === before || problemOfForm(right) !== undefined) return Promise.resolve('idle');
        const words = { done: done.corrected(source, right), what: what.corrected(source, right) };
        return change(() => [{ kind: 'edit', id, edit: { kind: 'change', to: { right } } }], words);
      },
      remove: ({ id, source }) => {
        const words = { done: done.removed(source), what: what.removed(source) };
        return change(() => [{ kind: 'edit', id, edit: { kind: 'delete' } }], words);
      },
      importAll: (plan, count) => change(plan, { done: done.imported(count), what: what.imported(count) }),
    };
  }, [all, shown, change, clock, done, what]);
}
