import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';
import type { PaneName } from '../storage/pane-widths';
import { PANE_WIDTHS } from '../storage/pane-widths';
import styles from './pane-edge.module.css';

interface PaneEdgeProps {
  readonly pane: PaneName;
  /** CSS pixels that the pane is wide, and the most that it can be now. */
  readonly width: number;
  readonly most: number;
  /** Hears each width while the edge is dragged, then the last one with `isKept`. */
  readonly onWidth: (width: number, isKept: boolean) => void;
  readonly onFold: () => void;
}

/** CSS pixels of it that lie over the pane. */
const HALF = 5;

/** CSS pixels by which an arrow key moves an edge. */
const STEP = 16;

/** The edge between a pane and the page: dragged, or moved by keys; a double click gives the pane its first width. */
export function PaneEdge({ pane, width, most, onWidth, onFold }: PaneEdgeProps): ReactNode {
  const { edges } = useStrings().windows;
  const { first, least } = PANE_WIDTHS[pane];
  /** Where the pointer was when the drag began, and how wide the pane. */
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const isLeft = pane === 'contents';
  const set = (wanted: number, isKept = true): void => {
    onWidth(Math.round(Math.max(least, Math.min(wanted, most))), isKept);
  };
  const end = (): void => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    set(width);
  };
  const move = ({ clientX }: PointerEvent): void => {
    if (drag.current === undefined) return;
    const by = clientX - drag.current.x;
    set(drag.current.width + (isLeft ? by : -by), false);
  };
  const key = (event: KeyboardEvent): void => {
    const outward = isLeft ? 'ArrowRight' : 'ArrowLeft';
    const inward = isLeft ? 'ArrowLeft' : 'ArrowRight';
    const act = {
      [outward]: () => {
        set(width + STEP);
      },
      [inward]: () => {
        set(width - STEP);
      },
      Home: () => {
        set(least);
      },
      End: () => {
        set(most);
      },
      Enter: onFold,
      Escape: () => {
        const before = drag.current?.width ?? width;
        drag.current = undefined;
        set(before);
      },
    }[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && drag.current === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    // A separator that can be moved is a control (WAI-ARIA, window splitter), which these rules do not know.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={edges[pane]}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      className={styles['edge']}
      data-pane={pane}
      style={{ [isLeft ? 'left' : 'right']: width - HALF }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
      onDoubleClick={() => {
        set(first);
      }}
      onKeyDown={key}
    />
  );
}
