import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { CORRECTION_SCOPES, problemOfForm, type Correction, type CorrectionScope } from '#core/correction/correction';
import type { Correctable } from '#core/correction/places';
import { correctionOf, previewer, type Preview } from '#core/correction/preview';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { usePlacement, type Box } from '../../ui/placement';
import { Segments } from '../../ui/segments';
import type { Shown } from '../reader';
import looks from './card.module.css';
import styles from './corrections.module.css';
import type { ChangeOutcome, Corrections } from './use-corrections';

interface CorrectionCardProps {
  readonly shown: Shown;
  readonly target: Correctable;
  readonly corrections: Corrections;
  /** BCP 47 tags of the script of the source and of the script shown. */
  readonly languages: { readonly source: string; readonly shown: string };
  readonly words: () => readonly Box[];
  readonly onClose: () => void;
}

type Problem = NonNullable<ReturnType<typeof problemOfForm>> | 'same';

/** What a person is about to ask for, and what would come of it. */
interface Draft {
  readonly right: string;
  readonly scope: CorrectionScope;
  readonly setRight: (right: string) => void;
  readonly setScope: (scope: CorrectionScope) => void;
  readonly preview: Preview;
  /** The correction that shows these words as they are now. */
  readonly known: Correction | undefined;
  readonly problem: Problem | undefined;
}

function useDraft({ shown: { shown, mode }, target, corrections: { all } }: CorrectionCardProps): Draft {
  const known = useMemo(() => correctionOf(shown, mode, all, target.span), [shown, mode, all, target]);
  const [right, setRight] = useState(target.shown);
  const [scope, setScope] = useState<CorrectionScope>(known?.reach.scope ?? 'occurrence');
  const previewOf = useMemo(
    () => previewer(shown, mode, all, { words: target, scope }),
    [shown, mode, all, target, scope],
  );
  const preview = useMemo(() => previewOf(right), [previewOf, right]);
  const problem = problemOfForm(right) ?? (preview.isIdle ? 'same' : undefined);
  return { right, scope, setRight, setScope, preview, known, problem };
}

/** Corrects the conversion of some words. It is no modal dialog: reading goes on beside it. */
export function CorrectionCard(props: CorrectionCardProps): ReactNode {
  const { target, corrections, languages, onClose } = props;
  const strings = useStrings().corrections;
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const draft = useDraft(props);
  const { right, scope, preview, known, problem } = draft;
  const [failed, setFailed] = useState<Exclude<ChangeOutcome, 'kept' | 'idle'>>();
  const [isAsked, setAsked] = useState(false);
  const [{ layout }] = useSettings();
  const cause = useMemo(() => ({ shown: props.shown, layout }), [props.shown, layout]);
  const card = usePlacement<HTMLDivElement>(props.words, cause);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const settle = (outcome: ChangeOutcome): void => {
    if (outcome === 'kept' || outcome === 'idle') onClose();
    else setFailed(outcome);
  };
  const save = (): void => {
    setAsked(true);
    if (problem === undefined) void corrections.correct(target.span, right, scope).then(settle);
  };
  return (
    <div ref={card} role="dialog" aria-label={strings.card} tabIndex={-1} className={looks['card']}>
      <div className={looks['head']}>
        <dl className={looks['forms']}>
          <div>
            <dt>{strings.source}</dt>
            <dd lang={languages.source}>{target.source}</dd>
          </div>
          <div>
            <dt>{strings.shownNow}</dt>
            <dd lang={languages.shown}>{target.shown}</dd>
          </div>
        </dl>
        <IconButton icon="close" label={strings.close} onPress={onClose} />
      </div>
      <form
        className={looks['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className={styles['choice']}>
          {strings.right}
          <input
            ref={field}
            type="text"
            lang={languages.shown}
            className={styles['field']}
            value={right}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={hint}
            aria-invalid={isAsked && problem !== undefined}
            onChange={(event) => {
              setFailed(undefined);
              setAsked(false);
              draft.setRight(event.target.value);
            }}
          />
        </label>
        <div className={styles['choice']}>
          <span aria-hidden="true">{strings.appliesTo}</span>
          <Segments
            label={strings.appliesTo}
            value={scope}
            choices={CORRECTION_SCOPES.map((value) => ({ value, name: strings.scopes[value] }))}
            onChoose={draft.setScope}
          />
        </div>
        <p aria-label={strings.preview} role="group" lang={languages.shown} className={looks['preview']}>
          …{preview.before}
          <b>{preview.words}</b>
          {preview.after}…
        </p>
        <div className={styles['foot']}>
          <p id={hint} role="status" className={looks['hint']} data-problem={isAsked && problem !== undefined}>
            <Hint {...{ problem, failed, preview, scope }} />
          </p>
          {known !== undefined && (
            <Button onPress={() => void corrections.remove(known).then(settle)}>{strings.remove}</Button>
          )}
          <Button main submit disabled={problem === 'same'}>
            {strings.save}
          </Button>
        </div>
      </form>
    </div>
  );
}

interface HintProps {
  readonly problem: Problem | undefined;
  readonly failed: Exclude<ChangeOutcome, 'kept' | 'idle'> | undefined;
  readonly preview: Preview;
  readonly scope: CorrectionScope;
}

/** In how many places the form will show, or what stands in the way. */
function Hint({ problem, failed, preview, scope }: HintProps): ReactNode {
  const { problems, failed: failures, places, hidden } = useStrings().corrections;
  if (failed !== undefined) return failures[failed];
  if (problem !== undefined) return problems[problem];
  return `${places[scope](preview.count)}${preview.showsHere ? '' : ` ${hidden}`}`;
}
