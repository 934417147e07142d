import { type CSSProperties, type ReactNode } from 'react';
import { COLOURS, type Colour } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import styles from './reader.module.css';

interface WordMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onColour: (colour: Colour) => void;
  readonly onNote: () => void;
  readonly onCopy: (kind: 'displayed' | 'citation' | 'source' | 'link') => void;
  /** True if the words are those of a mark, to which there is a link. */
  readonly isMark: boolean;
  /** Absent where there is no conversion to correct. */
  readonly onCorrect: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What can be done with the words under the mouse or at the caret: the commands of the selection toolbar. */
export function WordMenu(props: WordMenuProps): ReactNode {
  const { selection, colours, annotations, corrections, reading } = useStrings();
  const { onCorrect, onCopy } = props;
  const copy = (kind: Parameters<typeof onCopy>[0]) => () => {
    onCopy(kind);
  };
  return (
    <section aria-label={selection.menu}>
      <Menu label={selection.menu} at={props.at} onClose={props.onClose}>
        <div data-row role="group" aria-label={annotations.colour} className={styles['menuColours']}>
          {COLOURS.map((colour, index) => (
            <button
              key={colour}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles['swatch']}
              aria-label={colours[colour]}
              aria-keyshortcuts={String(index + 1)}
              title={`${colours[colour]} (${index + 1})`}
              style={{ '--swatch': `var(--${colour})` } as CSSProperties}
              onClick={() => {
                props.onColour(colour);
              }}
            >
              <i aria-hidden="true" />
            </button>
          ))}
        </div>
        <hr className={styles['menuRule']} />
        <MenuItem shortcut="N" onPress={props.onNote}>
          {selection.note}
        </MenuItem>
        <MenuItem shortcut="C" onPress={copy('displayed')}>
          {selection.copy}
        </MenuItem>
        <MenuItem shortcut="Shift+C" onPress={copy('citation')}>
          {reading.copying.citation}
        </MenuItem>
        <MenuItem onPress={copy('source')}>{reading.copying.source}</MenuItem>
        {props.isMark && (
          <MenuItem shortcut="L" onPress={copy('link')}>
            {reading.copying.link}
          </MenuItem>
        )}
        {onCorrect && (
          <MenuItem shortcut="X" onPress={onCorrect}>
            {corrections.command}
          </MenuItem>
        )}
      </Menu>
    </section>
  );
}
