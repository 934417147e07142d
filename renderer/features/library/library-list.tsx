import { useId, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { ListedText } from '#core/ipc/contract';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import { useItemMenu } from '../../ui/use-item-menu';
import styles from './library.module.css';
import { useShares } from './use-shares';

interface LibraryListProps {
  readonly texts: readonly ListedText[];
  readonly openId: string | undefined;
  /** How much of the open text was read, in whole percent, as its page stands; absent while it is being opened. */
  readonly openPercent: number | undefined;
  readonly onOpen: (text: ListedText) => void;
  readonly onOpenInNew: (text: ListedText) => void;
}

/** The file's name without extension, where another text has the same title and is not named by its file as well. */
function fileHint({ id, title, fileName }: ListedText, texts: readonly ListedText[]): string | undefined {
  const name = fileName.replace(/\.[^.]+$/, '');
  const isAlone = !texts.some((other) => other.id !== id && other.title === title);
  return isAlone || name === title ? undefined : name;
}

/** The texts that can be read. */
export function LibraryList({ texts, openId, openPercent, onOpen, onOpenInNew }: LibraryListProps): ReactNode {
  const { library, windows } = useStrings();
  const { asked, ask, close } = useItemMenu<ListedText>();
  const shares = useShares();
  return (
    <nav aria-label={library.name} className={styles['section']}>
      <h2 className={styles['head']}>{library.name}</h2>
      <ul className={styles['list']}>
        {texts.map((text) => (
          <li key={text.id}>
            <TextButton
              text={text}
              hint={fileHint(text, texts)}
              // What is kept follows the page only when that has come to rest.
              percent={(text.id === openId ? openPercent : undefined) ?? shares.get(text.id) ?? 0}
              isOpen={text.id === openId}
              onPress={(isNew) => {
                if (isNew) onOpenInNew(text);
                else onOpen(text);
              }}
              onMenu={(event) => {
                ask(text, event);
              }}
            />
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <Menu label={windows.libraryMenu} at={asked.at} onClose={close}>
          <MenuItem
            onPress={() => {
              close();
              onOpen(asked.item);
            }}
          >
            {windows.open}
          </MenuItem>
          <MenuItem
            onPress={() => {
              close();
              onOpenInNew(asked.item);
            }}
          >
            {windows.openInNew}
          </MenuItem>
        </Menu>
      )}
    </nav>
  );
}

interface TextButtonProps {
  readonly text: ListedText;
  /** What tells it from another of the same title. */
  readonly hint: string | undefined;
  /** How much of it was read, in whole percent; nothing is said of 0. */
  readonly percent: number;
  readonly isOpen: boolean;
  /** `isNew`: in a window of its own. */
  readonly onPress: (isNew: boolean) => void;
  readonly onMenu: (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => void;
}

/** A text by its title. How much of it was read is no part of its name: it describes the text, and changes. */
function TextButton({ text, hint, percent, isOpen, onPress, onMenu }: TextButtonProps): ReactNode {
  const { contents } = useStrings().reading;
  const share = useId();
  return (
    <>
      <button
        type="button"
        className={styles['link']}
        aria-current={isOpen || undefined}
        aria-describedby={percent > 0 ? share : undefined}
        onClick={(event) => {
          onPress(event.ctrlKey || event.metaKey);
        }}
        onContextMenu={onMenu}
        onKeyDown={onMenu}
      >
        <span lang="zh" className={styles['title']}>
          {text.title}
        </span>
        <span aria-hidden="true" className={styles['share']}>
          {percent > 0 && contents.share(percent)}
        </span>
        {hint !== undefined && <small>{hint}</small>}
      </button>
      {percent > 0 && (
        <span id={share} hidden>
          {contents.read(percent)}
        </span>
      )}
    </>
  );
}
