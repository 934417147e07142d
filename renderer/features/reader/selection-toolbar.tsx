import type { KeyboardEvent, ReactNode } from 'react';
import type { Colour, Style } from '#core/annotation/annotation';
import { usePlacement, type Box } from '../../ui/placement';
import { useKeyOf } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import { ColourButtons, StyleButton } from '../annotations';
import styles from './reader.module.css';

interface SelectionToolbarProps {
  /** The rectangles of the selected words. */
  readonly words: () => readonly Box[];
  /** Changes when the toolbar has to be placed anew. */
  readonly cause: unknown;
  readonly onColour: (colour: Colour) => void;
  /** Says in which style marks are made from now on. */
  readonly onStyle: (style: Style) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  /** Absent where there is no conversion to correct. */
  readonly onCorrect: (() => void) | undefined;
}

/** Arrow keys go from button to button, as in every toolbar (WAI-ARIA Authoring Practices). */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button')];
  if (by === undefined || !buttons.some((button) => button === event.target)) return;
  const from = buttons.findIndex((button) => button === document.activeElement);
  buttons[(from + by + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

/** One row where there is room for it; else, and beside a column, one of looks over one of words. */
function fit(toolbar: HTMLElement, room: number): void {
  delete toolbar.dataset['form'];
  const isVertical = toolbar.closest('[data-layout="vertical"]') !== null;
  if (isVertical || toolbar.offsetWidth > room) toolbar.dataset['form'] = 'compact';
}

/** What can be done with the words that are selected. */
export function SelectionToolbar(props: SelectionToolbarProps): ReactNode {
  const strings = useStrings();
  const keyOf = useKeyOf();
  const toolbar = usePlacement<HTMLDivElement>(props.words, props.cause, fit);
  return (
    <div
      ref={toolbar}
      role="toolbar"
      tabIndex={-1}
      aria-label={strings.selection.name}
      className={styles['toolbar']}
      onKeyDown={walk}
      // Pressing a button would take the selection away before the button acts on it.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <ColourButtons onColour={props.onColour} />
      <StyleButton onStyle={props.onStyle} />
      <span aria-hidden="true" className={styles['rule']} />
      <button type="button" className={styles['word']} aria-keyshortcuts={keyOf('note')?.aria} onClick={props.onNote}>
        {strings.selection.note}
      </button>
      <button type="button" className={styles['word']} aria-keyshortcuts={keyOf('copy')?.aria} onClick={props.onCopy}>
        {strings.selection.copy}
      </button>
      {props.onCorrect && (
        <button
          type="button"
          className={styles['word']}
          aria-keyshortcuts={keyOf('correct')?.aria}
          onClick={props.onCorrect}
        >
          {strings.corrections.command}
        </button>
      )}
    </div>
  );
}
