import { useEffect, useRef, type ReactNode } from 'react';
import type { Direction } from '#core/text/caret-steps';
import type { Layout } from '#core/text/layout';
import type { EndStep, MarkEnd } from '#core/text/mark-ends';
import { useStrings } from '../../strings/use-strings';
import styles from './resize-handles.module.css';

type Arrows = Readonly<Record<string, readonly [EndStep, Direction]>>;

const HORIZONTAL: Arrows = {
  ArrowLeft: ['unit', 'backward'],
  ArrowRight: ['unit', 'forward'],
  ArrowUp: ['unit', 'backward'],
  ArrowDown: ['unit', 'forward'],
  Home: ['edge', 'backward'],
  End: ['edge', 'forward'],
};

/** In vertical text what comes next is further down, or further left. */
const ARROWS: Readonly<Record<Layout, Arrows>> = {
  horizontal: HORIZONTAL,
  vertical: { ...HORIZONTAL, ArrowLeft: ['unit', 'forward'], ArrowRight: ['unit', 'backward'] },
};

interface ResizeBarProps {
  readonly layout: Layout;
  readonly end: MarkEnd;
  /** The words that the mark would stand on, as displayed. */
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  readonly onMove: (step: EndStep, direction: Direction, end: MarkEnd) => void;
  /** Takes the other end. */
  readonly onTurn: () => void;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

/** What a key does while an end is moved; false if it is none of these. */
function press(event: KeyboardEvent, { layout, end, onMove, onTurn, onKeep, onCancel }: ResizeBarProps): boolean {
  const arrow = ARROWS[layout][event.key];
  if (arrow !== undefined && !event.metaKey) {
    const [step, direction] = arrow;
    const isByWord = step === 'unit' && (event.ctrlKey || event.altKey);
    onMove(isByWord ? 'word' : step, direction, event.shiftKey ? 'start' : end);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Tab') onTurn();
  else if (event.key === 'Enter') onKeep();
  else if (event.key === 'Escape') onCancel();
  // Letters are commands of the page, which would act on the mark as it was.
  return event.key.length === 1 || ['Tab', 'Enter', 'Escape', 'Delete', 'Backspace'].includes(event.key);
}

/** Moves an end of a mark by keys: says which end, and the words as they would be. A click elsewhere keeps them. */
export function ResizeBar(props: ResizeBarProps): ReactNode {
  const { end, quote, language } = props;
  const { marks } = useStrings();
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.isComposing || !press(event, newest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const down = (): void => {
      newest.current.onKeep();
    };
    document.addEventListener('keydown', key, true);
    document.addEventListener('pointerdown', down, true);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', down, true);
    };
  }, []);
  return (
    <div role="status" className={styles['bar']}>
      <span>
        {marks.moving[end]}: <q lang={language}>{quote}</q>
      </span>
      <p>{marks.movingKeys}</p>
    </div>
  );
}
