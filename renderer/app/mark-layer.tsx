import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { withId } from '#core/support/with-id';
import { MarkChooser } from '../features/annotations';
import { ResizeBar, ResizeHandles, type ReaderPage, type Shown } from '../features/reader';
import { edgeOf, revealEdge } from '../page/mark-edges';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Choosing, MarkWork } from './use-mark-work';
import type { Resized } from './use-resizing';
import type { Study } from './use-study';

interface MarkLayerProps {
  readonly shown: Shown;
  readonly language: string;
  readonly study: Study;
  readonly page: ReaderPage;
  readonly quoteOf: (annotation: Annotation) => string;
  readonly work: MarkWork;
  readonly hidesHandles: boolean;
}

/** What belongs to the current mark on the page: the handles at its ends, and the choice among several. */
export function MarkLayer(props: MarkLayerProps): ReactNode {
  const { study, page, work } = props;
  const { marks } = useStrings();
  const { now } = work.resizing;
  const current = withId(study.placed, study.current);
  const resized = now !== undefined && now.id === current?.id ? now : undefined;
  const [{ layout }] = useSettings();
  useRevealed(page, resized);
  const hasHandles = current !== undefined && study.selected === undefined && !props.hidesHandles;
  if (!hasHandles && resized?.by !== 'keys' && work.choosing === undefined) return null;
  return (
    <section aria-label={marks.beside} data-beside>
      {hasHandles && <Handles {...props} current={current} resized={resized} />}
      {resized?.by === 'keys' && (
        <ResizeBar
          layout={layout}
          end={resized.end}
          quote={props.shown.shown.displayOf(resized.span)}
          language={props.language}
          onMove={work.resizing.moveBy}
          onTurn={work.resizing.turn}
          onKeep={work.resizing.keep}
          onCancel={work.resizing.cancel}
        />
      )}
      {work.choosing && <Chooser {...props} choosing={work.choosing} />}
    </section>
  );
}

interface HandlesProps extends MarkLayerProps {
  readonly current: Annotation;
  readonly resized: Resized | undefined;
}

function Handles({ shown, page, work, current, resized }: HandlesProps): ReactNode {
  const { resizing } = work;
  const [{ layout }] = useSettings();
  const cause = useMemo(() => ({ shown, layout }), [shown, layout]);
  return (
    <ResizeHandles
      page={page}
      span={resized?.span ?? current.target}
      cause={cause}
      moving={resized?.by === 'nothing' ? undefined : resized?.end}
      onBegin={(end) => {
        resizing.begin(current, end, 'hand');
      }}
      onMove={resizing.moveTo}
      onKeep={resizing.keep}
      onCancel={resizing.cancel}
      onKeys={(end) => {
        resizing.begin(current, end, 'keys');
      }}
      onPress={(x, y) => {
        work.openAt(page.painter.marksAt(x, y), { x, y });
      }}
    />
  );
}

function Chooser({
  study,
  page,
  quoteOf,
  language,
  work,
  choosing,
}: MarkLayerProps & { readonly choosing: Choosing }): ReactNode {
  const there = study.annotations.filter(({ id }) => choosing.ids.includes(id));
  return (
    <MarkChooser
      annotations={there}
      quoteOf={quoteOf}
      language={language}
      at={choosing.at}
      onChoose={(id, byKeys) => {
        work.endChoosing();
        page.view.root.focus({ preventScroll: true });
        study.open({ id, takesFocus: byKeys, here: choosing.ids });
      }}
      onClose={() => {
        work.endChoosing();
        page.view.root.focus({ preventScroll: true });
      }}
    />
  );
}

/**
 * Keeps the end that the keyboard moves in sight, also from what is said of it: at the foot of a column or of a page, which
 * cannot be scrolled up, that gives way.
 */
function useRevealed(page: ReaderPage, resized: Resized | undefined): void {
  useLayoutEffect(() => {
    if (resized?.by !== 'keys') return;
    revealEdge(page.view, page.scroller, resized, page.caret.pages);
    const edge = edgeOf(page.view, resized.span, resized.end);
    const isFixed = edge?.isVertical === true || page.isInPages;
    page.scroller.toggleAttribute('data-end-low', isFixed && edge !== undefined && edge.y > innerHeight / 2);
  }, [page, resized]);
}
