import { type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { COLOURS, type Colour } from '#core/annotation/annotation';
import { usePlacement, type Box } from '../../ui/placement';
import { useStrings } from '../../strings/use-strings';
import styles from './reader.module.css';

interface SelectionToolbarProps {
  /** The rectangles of the selected words. */
  readonly words: () => readonly Box[];
  /** Changes when the toolbar has to be placed anew. */
  readonly cause: unknown;
  readonly onColour: (colour: Colour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  /** Absent where there is no conversion to correct. */
  readonly onCorrect: (() => void) | undefined;
}

/** Arrow keys go from button to button, as in every toolbar (WAI-ARIA Authoring Practices). */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.findIndex((button) => button === document.activeElement);
  buttons[(from + by + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

/** What can be done with the words that are selected. */
export function SelectionToolbar(props: SelectionToolbarProps): ReactNode {
  const strings = useStrings();
  const toolbar = usePlacement<HTMLDivElement>(props.words, props.cause);
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
      {COLOURS.map((colour, index) => (
        <button
          key={colour}
          type="button"
          className={styles['swatch']}
          aria-label={strings.colours[colour]}
          aria-keyshortcuts={String(index + 1)}
          title={`${strings.colours[colour]} (${index + 1})`}
          style={{ '--swatch': `var(--${colour})` } as CSSProperties}
          onClick={() => {
            props.onColour(colour);
          }}
        >
          <i aria-hidden="true" />
        </button>
      ))}
      <span aria-hidden="true" className={styles['rule']} />
      <button type="button" className={styles['word']} aria-keyshortcuts="N" onClick={props.onNote}>
        {strings.selection.note}
      </button>
      <button type="button" className={styles['word']} aria-keyshortcuts="C" onClick={props.onCopy}>
        {strings.selection.copy}
      </button>
      {props.onCorrect && (
        <button type="button" className={styles['word']} aria-keyshortcuts="X" onClick={props.onCorrect}>
          {strings.corrections.command}
        </button>
      )}
    </div>
  );
}
