import type { ReactNode } from 'react';
import type { Colour, Style } from '#core/annotation/annotation';
import { useKeyOf } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import { ColourButtons, StyleItems } from '../annotations';
import styles from './reader.module.css';

interface WordMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onColour: (colour: Colour) => void;
  /** The colour of the mark that it is about. */
  readonly colour: Colour | undefined;
  /** The style of the mark that it is about. */
  readonly style: Style | undefined;
  /** Absent where there is no mark. */
  readonly onStyle: ((style: Style) => void) | undefined;
  readonly onNote: () => void;
  readonly onCopy: (kind: 'displayed' | 'citation' | 'source' | 'link') => void;
  /** True if the words are those of a mark, to which there is a link. */
  readonly isMark: boolean;
  /** Absent where there is no conversion to correct. */
  readonly onCorrect: (() => void) | undefined;
  /** Moves an end of the mark, or sets the current mark to what is selected; absent where there is no mark. */
  readonly onResize: (() => void) | undefined;
  /** What moving is called here. */
  readonly resizeName: string;
  /** Absent where there is no mark. */
  readonly onDelete: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What can be done with the words under the mouse or at the caret: the commands of the selection toolbar. */
export function WordMenu(props: WordMenuProps): ReactNode {
  const { selection, annotations, corrections, reading } = useStrings();
  const keyOf = useKeyOf();
  const { onCorrect, onCopy, onStyle, onResize, onDelete } = props;
  const copy = (kind: Parameters<typeof onCopy>[0]) => () => {
    onCopy(kind);
  };
  return (
    <section aria-label={selection.menu}>
      <Menu label={selection.menu} at={props.at} onClose={props.onClose}>
        <div data-row role="group" aria-label={annotations.colour} className={styles['menuColours']}>
          <ColourButtons role="menuitem" current={props.colour} onColour={props.onColour} />
        </div>
        {onStyle && <StyleItems style={props.style} colour={props.colour} onStyle={onStyle} />}
        <hr className={styles['menuRule']} />
        <MenuItem shortcut={keyOf('note')} onPress={props.onNote}>
          {selection.note}
        </MenuItem>
        <MenuItem shortcut={keyOf('copy')} onPress={copy('displayed')}>
          {selection.copy}
        </MenuItem>
        <MenuItem shortcut={keyOf('copy-citation')} onPress={copy('citation')}>
          {reading.copying.citation}
        </MenuItem>
        <MenuItem shortcut={keyOf('copy-source')} onPress={copy('source')}>
          {reading.copying.source}
        </MenuItem>
        {props.isMark && (
          <MenuItem shortcut={keyOf('copy-link')} onPress={copy('link')}>
            {reading.copying.link}
          </MenuItem>
        )}
        {onCorrect && (
          <MenuItem shortcut={keyOf('correct')} onPress={onCorrect}>
            {corrections.command}
          </MenuItem>
        )}
        {onResize && (
          <MenuItem shortcut={keyOf('resize')} onPress={onResize}>
            {props.resizeName}
          </MenuItem>
        )}
        {onDelete && (
          <MenuItem shortcut={keyOf('delete-mark')} onPress={onDelete}>
            {annotations.delete}
          </MenuItem>
        )}
      </Menu>
    </section>
  );
}
