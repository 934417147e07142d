import { useState, type MouseEvent, type ReactNode } from 'react';
import type { ListedText } from '#core/ipc/contract';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import styles from './library.module.css';

interface LibraryListProps {
  readonly texts: readonly ListedText[];
  readonly openId: string | undefined;
  readonly onOpen: (text: ListedText) => void;
  readonly onOpenInNew: (text: ListedText) => void;
}

/** The text whose menu was asked for, and where; and the button to which the focus goes back. */
interface Asked {
  readonly text: ListedText;
  readonly at: { readonly x: number; readonly y: number };
  readonly button: HTMLElement;
}

/** The file's name without extension, where it says more than the title. */
function fileHint({ title, fileName }: ListedText): string | undefined {
  const name = fileName.replace(/\.[^.]+$/, '');
  return name === title ? undefined : name;
}

/** Where a menu opens: at the mouse, or below the button where the keyboard asked. */
function placeOf({ button, clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): Asked['at'] {
  if (button === 2) return { x: clientX, y: clientY };
  const { left, bottom } = currentTarget.getBoundingClientRect();
  return { x: left + 16, y: bottom - 8 };
}

/** The texts that can be read. */
export function LibraryList({ texts, openId, onOpen, onOpenInNew }: LibraryListProps): ReactNode {
  const { library, windows } = useStrings();
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => {
    setAsked(undefined);
    asked?.button.focus();
  };
  return (
    <nav aria-label={library.name} className={styles['section']}>
      <h2 className={styles['head']}>{library.name}</h2>
      <ul className={styles['list']}>
        {texts.map((text) => (
          <li key={text.id}>
            <button
              type="button"
              className={styles['link']}
              aria-current={text.id === openId || undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey) onOpenInNew(text);
                else onOpen(text);
              }}
              onContextMenu={(event) => {
                event.preventDefault();
                setAsked({ text, at: placeOf(event), button: event.currentTarget });
              }}
            >
              <span lang="zh">{text.title}</span>
              {fileHint(text) !== undefined && <small>{fileHint(text)}</small>}
            </button>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <Menu label={windows.libraryMenu} at={asked.at} onClose={close}>
          <MenuItem
            onPress={() => {
              close();
              onOpen(asked.text);
            }}
          >
            {windows.open}
          </MenuItem>
          <MenuItem
            onPress={() => {
              close();
              onOpenInNew(asked.text);
            }}
          >
            {windows.openInNew}
          </MenuItem>
        </Menu>
      )}
    </nav>
  );
}
