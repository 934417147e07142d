import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { MarkEnd } from '#core/text/mark-ends';
import { edgeOf } from '../../page/mark-edges';
import { useKeyOf } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import type { ReaderPage } from './reader-page';
import styles from './resize-handles.module.css';
import { useHandleDrag, type DragActions } from './use-handle-drag';

const ENDS = ['start', 'end'] as const;

interface ResizeHandlesProps extends DragActions {
  readonly page: ReaderPage;
  /** Where the mark stands now, or would stand. */
  readonly span: CodePointSpan;
  /** Changes when the words have moved on the page. */
  readonly cause: unknown;
  /** The end that is being moved. */
  readonly moving: MarkEnd | undefined;
  /** Pressed without a mouse. */
  readonly onKeys: (end: MarkEnd) => void;
}

/** Two handles at the ends of a mark, to be dragged. The keyboard moves the ends by a command of its own. */
export function ResizeHandles(props: ResizeHandlesProps): ReactNode {
  const { page, span, cause, moving, onKeys } = props;
  const { marks } = useStrings();
  const key = useKeyOf()('resize');
  const box = useRef<HTMLDivElement>(null);
  const grab = useHandleDrag(page, props);
  usePlacedHandles(box, page, span, cause);
  return (
    <div ref={box} role="group" aria-label={marks.beside} className={styles['handles']}>
      {ENDS.map((end) => (
        <button
          key={end}
          type="button"
          tabIndex={-1}
          data-end={end}
          data-moving={moving === end || undefined}
          className={styles['handle']}
          aria-label={marks.handles[end]}
          title={marks.handles[end]}
          aria-keyshortcuts={key?.aria}
          onPointerDown={(event) => {
            const edge = edgeOf(page.view, span, end);
            if (event.button !== 0 || edge === undefined) return;
            event.preventDefault();
            // Also where it is released outside the window.
            event.currentTarget.setPointerCapture(event.pointerId);
            grab({ end, from: { x: event.clientX, y: event.clientY }, edge });
          }}
          // Neither the focus nor the selection is for a handle.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={(event) => {
            // A press of a key, or of what reads the screen; the mouse has had its turn.
            if (event.detail === 0) onKeys(end);
          }}
        >
          <i aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}

/** Keeps the handles at the ends of the words while the page scrolls, changes its size or shows another script. */
function usePlacedHandles(
  box: RefObject<HTMLDivElement | null>,
  page: ReaderPage,
  span: CodePointSpan,
  cause: unknown,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const place = (): void => {
      const origin = parent.getBoundingClientRect();
      for (const handle of element.querySelectorAll<HTMLElement>('[data-end]')) {
        const edge = edgeOf(page.view, span, handle.dataset['end'] === 'start' ? 'start' : 'end');
        handle.hidden = edge === undefined;
        if (edge === undefined) continue;
        handle.toggleAttribute('data-vertical', edge.isVertical);
        handle.style.left = `${edge.x - origin.left}px`;
        handle.style.top = `${edge.y - origin.top}px`;
        handle.style.setProperty('--length', `${edge.length}px`);
      }
    };
    place();
    const resized = new ResizeObserver(place);
    resized.observe(parent);
    resized.observe(page.view.root);
    return () => {
      resized.disconnect();
    };
  }, [box, page, span, cause]);
}
