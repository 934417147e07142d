import { useCallback, useMemo } from 'react';
import { v7 as newId } from 'uuid';
import { correctAt, type CorrectionChange } from '#core/correction/changes';
import { isConverted, problemOfForm, type Correction, type CorrectionScope } from '#core/correction/correction';
import { correctableAt } from '#core/correction/places';
import { modesErringAlike, placeOf, wantedBy } from '#core/correction/preview';
import type { Step, StepKind } from '#core/history/step';
import type { ScriptMode } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import { loadProjector } from '../../load-script';
import { useServices } from '../../services';
import type { CorrectionFailure } from '../../storage/correction-store';
import type { Said } from '../../strings/use-strings';
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
  kind: StepKind,
  plan: (live: readonly Correction[]) => readonly CorrectionChange[],
  words: Said,
) => Promise<ChangeOutcome>;

/** Hears of each change once it is kept: the sentence that says it, and the step that can be undone. */
export type OnChanged = (words: Said, step: Step) => void;

function useChange(onChanged: OnChanged): Change {
  const { corrections } = useServices();
  return useCallback(
    async (kind, plan, words) => {
      const outcome = await corrections.change(kind, plan);
      if (!outcome.ok) return outcome.reason;
      if (outcome.value === undefined) return 'idle';
      onChanged(words, outcome.value);
      return 'kept';
    },
    [corrections, onChanged],
  );
}

const showIn =
  ({ shown: { text, repairs }, careful }: Shown) =>
  async (mode: ScriptMode): Promise<ShownText> =>
    new ShownText(text, await loadProjector(text.script, mode, careful), repairs);

/** The corrections as they bear on what is shown. */
export function useCorrections(shown: Shown | undefined, onChanged: OnChanged): Corrections {
  const all = useLiveCorrections();
  const { clock } = useServices();
  const change = useChange(onChanged);
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
        const said: Said = ({ corrections: { done } }) => done.corrected(words.source, right);
        return change('correct', (live) => correctAt(live, wanted, placeOf(page, words), making), said);
      },
      edit: ({ id, source, right: before }, right) => {
        if (right === before || problemOfForm(right) !== undefined) return Promise.resolve('idle');
        const plan = (): CorrectionChange[] => [{ kind: 'edit', id, edit: { kind: 'change', to: { right } } }];
        return change('correct', plan, ({ corrections: { done } }) => done.corrected(source, right));
      },
      remove: ({ id, source }) =>
        change(
          'remove-correction',
          () => [{ kind: 'edit', id, edit: { kind: 'delete' } }],
          ({ corrections: { done } }) => done.removed(source),
        ),
      importAll: (plan, count) =>
        change('import-corrections', plan, ({ corrections: { done } }) => done.imported(count)),
    };
  }, [all, shown, change, clock]);
}
