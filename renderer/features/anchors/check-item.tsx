import { useMemo, type ReactNode } from 'react';
import { anchorStateOf, proposalOf } from '#core/anchor/health';
import { quoteChanges, type QuotePiece } from '#core/anchor/word-changes';
import type { Annotation } from '#core/annotation/annotation';
import { languageTag } from '#core/script/conversion-table';
import type { Fold } from '#core/search/fold';
import { canonicalOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './anchors.module.css';
import { HealthSign } from './health-sign';
import type { Anchors } from './use-anchors';

/** The words that a mark stood on, and those that it stands on now or may stand on. */
function wordsOf(mark: Annotation, text: Text): { was: string; now: string | undefined } {
  const past = mark.history.at(-1);
  if (anchorStateOf(mark, text.sourceHash) === 'moved') {
    return { was: past?.quote.exact ?? mark.quote.exact, now: canonicalOf(text, mark.target) };
  }
  const proposal = proposalOf(mark, text.sourceHash);
  return { was: mark.quote.exact, now: proposal && canonicalOf(text, proposal) };
}

interface CheckItemProps {
  readonly mark: Annotation;
  readonly anchors: Anchors;
  readonly fold: Fold | undefined;
}

/** One mark to check: what it stood on, what it stands on now, and what to do about it. */
export function CheckItem({ mark, anchors, fold }: CheckItemProps): ReactNode {
  const { anchors: strings } = useStrings();
  const { text } = anchors;
  const state = anchorStateOf(mark, text.sourceHash);
  const { was, now } = wordsOf(mark, text);
  const changes = useMemo(() => quoteChanges(was, now ?? was, fold), [was, now, fold]);
  const language = languageTag(text.script, 'original');
  const isChosen = anchors.reattaching?.id === mark.id;
  if (state === 'exact') return null;
  return (
    <li className={styles['item']} aria-current={isChosen || undefined}>
      <p className={styles['head']}>
        <HealthSign health={{ state }} />
        <span>{strings.why[state]}</span>
      </p>
      <dl className={styles['words']}>
        <dt>{strings.was}</dt>
        <dd lang={language}>
          <Pieces pieces={changes.before} as="del" isPlain={now === undefined} />
        </dd>
        {now !== undefined && (
          <>
            <dt>{state === 'moved' ? strings.now : strings.perhaps}</dt>
            <dd lang={language}>
              <Pieces pieces={changes.after} as="ins" isPlain={false} />
            </dd>
          </>
        )}
      </dl>
      {isChosen ? (
        <div className={styles['asking']}>
          <p role="status">{strings.selectWords}</p>
          <Button onPress={anchors.cancel}>{strings.cancel}</Button>
        </div>
      ) : (
        <Actions {...{ mark, anchors, was }} hasPlace={now !== undefined} canLeave={state !== 'moved'} />
      )}
    </li>
  );
}

interface ActionsProps {
  readonly mark: Annotation;
  readonly anchors: Anchors;
  readonly was: string;
  readonly hasPlace: boolean;
  readonly canLeave: boolean;
}

function Actions({ mark, anchors, was, hasPlace, canLeave }: ActionsProps): ReactNode {
  const { anchors: strings } = useStrings();
  return (
    <div className={styles['actions']} role="group" aria-label={strings.actionsFor(was)}>
      {hasPlace && (
        <>
          <Button
            onPress={() => {
              anchors.goTo(mark);
            }}
          >
            {strings.goTo}
          </Button>
          <Button
            onPress={() => {
              anchors.accept(mark);
            }}
          >
            {strings.accept}
          </Button>
        </>
      )}
      <Button
        onPress={() => {
          anchors.reattach(mark);
        }}
      >
        {strings.reattach}
      </Button>
      {canLeave && (
        <Button
          onPress={() => {
            anchors.leave(mark);
          }}
        >
          {strings.leave}
        </Button>
      )}
    </div>
  );
}

interface PiecesProps {
  readonly pieces: readonly QuotePiece[];
  readonly as: 'del' | 'ins';
  /** True where there is nothing to compare with. */
  readonly isPlain: boolean;
}

function Pieces({ pieces, as: Changed, isPlain }: PiecesProps): ReactNode {
  if (isPlain) return pieces.map(({ words }) => words).join('');
  // Pieces of a quote have no name but their place.
  return pieces.map(({ words, isChanged }, place) => (isChanged ? <Changed key={place}>{words}</Changed> : words));
}
