import { useRef, useState, type ReactNode } from 'react';
import { STYLES, type Style } from '#core/annotation/annotation';
import { penOf } from '#core/annotation/palette';
import { usePalette } from '../../services';
import { useKeyOf, withKey } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import styles from './marks.module.css';
import { StyleSign } from './style-sign';

/** The style in which the next mark is made, and a menu to choose another. */
export function StyleButton({ onStyle }: { readonly onStyle: (style: Style) => void }): ReactNode {
  const { marks } = useStrings();
  const [palette] = usePalette();
  const key = useKeyOf()('style');
  const { colour, style } = penOf(palette);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number }>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAt(undefined);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['styleButton']}
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        aria-label={marks.styleNow(marks.styles[style])}
        aria-keyshortcuts={key?.aria}
        title={withKey(marks.styleNow(marks.styles[style]), key)}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 6 });
        }}
      >
        <StyleSign style={style} colour={colour} />
      </button>
      {at && (
        <Menu label={marks.style} at={at} onClose={close}>
          {STYLES.map((value) => (
            <MenuItem
              key={value}
              checked={value === style}
              onPress={() => {
                close();
                onStyle(value);
              }}
            >
              <StyleSign style={value} colour={colour} /> {marks.styles[value]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
