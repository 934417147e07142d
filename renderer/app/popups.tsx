import { useMemo, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { withId } from '#core/support/with-id';
import { AnnotationCard, useReferences } from '../features/annotations';
import { ReattachBar, type Anchors } from '../features/anchors';
import type { Corrections } from '../features/corrections';
import { SelectionToolbar, type ReaderPage, type Shown } from '../features/reader';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Actions } from './actions';
import { MarkLayer } from './mark-layer';
import type { MarkWork } from './use-mark-work';
import { useNewest } from './use-newest';
import type { Study } from './use-study';

interface PopupsProps {
  readonly shown: Shown;
  readonly language: string;
  readonly annotations: readonly Annotation[];
  readonly study: Study;
  readonly actions: Actions;
  readonly page: ReaderPage;
  readonly quoteOf: (annotation: Annotation) => string;
  readonly corrections: Corrections;
  readonly work: MarkWork;
  /** True in the column that a person is at: there the current mark has its handles. */
  readonly isActive: boolean;
  readonly anchors: Anchors;
  /** True while something else is open for the words that are selected. */
  readonly isBusy: boolean;
  /** True while a menu or a card is open for some words: the handles of the current mark would only cover their readings. */
  readonly hidesHandles: boolean;
}

/** What stands near the words it belongs to: the toolbar of a selection, the card of a mark. */
export function Popups(props: PopupsProps): ReactNode {
  const { shown, language, annotations, study, actions, page, quoteOf, anchors } = props;
  const { card } = study;
  const isQuiet = study.selected !== undefined && page.isQuiet(study.selected);
  const selected = props.isBusy || isQuiet || anchors.reattaching !== undefined ? undefined : study.selected;
  const annotation = withId(annotations, card?.id);
  const [{ layout }] = useSettings();
  // The words stand elsewhere in another script, and when the lines turn.
  const cause = useMemo(() => ({ shown, layout }), [shown, layout]);
  const toolbarCause = useMemo(() => ({ cause, selected }), [cause, selected]);
  const { reader } = useStrings();
  const references = useReferences(quoteOf, useNewest(actions.jump));
  const { work, hidesHandles } = props;
  const marks = props.isActive && <MarkLayer {...{ shown, language, study, page, quoteOf, work, hidesHandles }} />;
  if (!selected && !(card && annotation) && !anchors.reattaching) return marks;
  return (
    <>
      {marks}
      <section aria-label={reader.beside} data-beside>
        <ReattachBar
          anchors={anchors}
          selected={study.selected}
          selectedNow={() => page.snapSelection() ?? study.selected}
          rectsOf={(span) => page.view.rectsOf(span)}
          cause={cause}
        />
        {selected && (
          <SelectionToolbar
            words={() => page.view.rectsOf(selected)}
            cause={toolbarCause}
            onColour={actions.colour}
            onStyle={(style) => {
              study.setPen({ style });
            }}
            onNote={actions.note}
            onCopy={actions.copy}
            onCorrect={props.corrections.canCorrect(selected) ? actions.correct : undefined}
          />
        )}
        {card && annotation && (
          <AnnotationCard
            key={annotation.id}
            annotation={annotation}
            quote={quoteOf(annotation)}
            language={language}
            takesFocus={card.takesFocus}
            reads={card.reads === true}
            resumes={card.resumes === true}
            opening={card}
            references={references}
            here={card.here}
            words={() => (study.placed.includes(annotation) ? page.view.rectsOf(annotation.target) : [])}
            cause={cause}
            onOther={(id) => {
              study.open({ ...card, id });
            }}
            onRecolour={(colour) => study.edit(annotation.id, { kind: 'recolour', colour })}
            onRestyle={(style) => study.edit(annotation.id, { kind: 'restyle', style })}
            onCopyLink={() => {
              actions.copySpan(annotation.target, 'link', annotation);
            }}
            onDelete={() => {
              actions.remove(annotation.id);
            }}
            onClose={actions.closeCard}
          />
        )}
      </section>
    </>
  );
}
