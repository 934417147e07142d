import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { offsetIn, wordsAt, type Bookmark } from '#core/bookmark/bookmark';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import { useKeyOf } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import { Icon } from '../../ui/icon';
import { useItemMenu } from '../../ui/use-item-menu';
import styles from './contents.module.css';
import { BookmarkMenu, type CopiedAs } from './place-menus';
import type { Bookmarks } from './use-bookmarks';
import { useListKeys } from './use-list-keys';

interface BookmarksListProps {
  readonly bookmarks: Bookmarks;
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly onGo: (offset: number) => void;
  readonly onCopy: (shown: ShownText, span: CodePointSpan, as: CopiedAs) => void;
  /** The name has been typed, or not: reading goes on. */
  readonly onNamed: () => void;
}

/** What a bookmark is called: by its name as it was typed, else by its words as displayed. */
export function nameOf(shown: ShownText | undefined, bookmark: Bookmark): string {
  if (bookmark.name !== '') return bookmark.name;
  if (shown === undefined) return bookmark.quote.exact;
  return shown.displayOf(wordsAt(shown.text, offsetIn(shown.text, bookmark))) || bookmark.quote.exact;
}

/** The places in this text that a person has kept. */
export function BookmarksList(props: BookmarksListProps): ReactNode {
  const { bookmarks, shown, language, onGo, onCopy, onNamed } = props;
  const strings = useStrings().reading.bookmarks;
  const key = useKeyOf()('add-bookmark');
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const { all, naming } = bookmarks;
  return (
    <nav aria-label={strings.title} tabIndex={-1} className={styles['section']}>
      <div className={styles['head']}>
        <h2>{strings.title}</h2>
      </div>
      {all.length === 0 && <p className={styles['none']}>{strings.none(key?.shown)}</p>}
      <ul ref={list} className={styles['list']} hidden={all.length === 0}>
        {all.map((bookmark) => (
          <li key={bookmark.id}>
            {naming === bookmark.id ? (
              <NameField
                suggested={nameOf(shown, bookmark)}
                onName={(name) => {
                  // Left as suggested, it goes on being called by its words, in whatever script they are.
                  if (name !== undefined)
                    bookmarks.rename(bookmark, name === nameOf(shown, bookmark) ? bookmark.name : name);
                  bookmarks.setNaming(undefined);
                }}
                onNamed={onNamed}
              />
            ) : (
              <BookmarkRow {...{ bookmark, bookmarks, shown, language, onGo, onCopy }} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

type BookmarkRowProps = Omit<BookmarksListProps, 'onNamed'> & { readonly bookmark: Bookmark };

/** Gives the focus to a bookmark that stays when this one goes, or to what holds them all. */
function focusBeside(row: HTMLElement): void {
  const item = row.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>('[data-entry]') ?? row.closest('nav');
  next?.focus();
}

/** One bookmark: it goes to its place. F2 renames it and Delete deletes it, as do the buttons beside it. */
function BookmarkRow(props: BookmarkRowProps): ReactNode {
  const { bookmark, bookmarks, shown, language, onGo, onCopy } = props;
  const strings = useStrings().reading.bookmarks;
  const name = nameOf(shown, bookmark);
  const rename = (): void => {
    bookmarks.setNaming(bookmark.id);
  };
  const row = useRef<HTMLDivElement>(null);
  const remove = (): void => {
    if (row.current !== null) focusBeside(row.current);
    bookmarks.remove(bookmark);
  };
  const go = (): void => {
    onGo(offsetIn(shown.text, bookmark));
  };
  const { asked, ask, close } = useItemMenu<Bookmark>();
  const key = (event: KeyboardEvent<HTMLElement>): void => {
    ask(bookmark, event);
    const act = { F2: rename, Delete: remove, Backspace: remove }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div ref={row} className={styles['row']}>
      <button
        type="button"
        data-entry
        aria-keyshortcuts="F2 Delete Shift+F10"
        lang={bookmark.name === '' ? language : undefined}
        className={styles['link']}
        onKeyDown={key}
        onClick={go}
        onContextMenu={(event) => {
          ask(bookmark, event);
        }}
      >
        {name}
      </button>
      <span className={styles['acts']}>
        <button
          type="button"
          className={styles['act']}
          aria-label={strings.rename(name)}
          title={strings.renameShort}
          onClick={rename}
        >
          <Icon name="rename" />
        </button>
        <button
          type="button"
          className={styles['act']}
          aria-label={strings.remove(name)}
          title={strings.removeShort}
          onClick={remove}
        >
          <Icon name="close" />
        </button>
      </span>
      {asked !== undefined && (
        <BookmarkMenu
          at={asked.at}
          onGo={go}
          onCopy={(as) => {
            onCopy(shown, wordsAt(shown.text, offsetIn(shown.text, bookmark)), as);
          }}
          onRename={rename}
          onRemove={remove}
          onClose={close}
        />
      )}
    </div>
  );
}

interface NameFieldProps {
  readonly suggested: string;
  /** The name as typed; undefined if it is to stay as it was. */
  readonly onName: (name: string | undefined) => void;
  readonly onNamed: () => void;
}

/** The field for a name. Enter and leaving the field keep what was typed, Escape does not. */
function NameField({ suggested, onName, onNamed }: NameFieldProps): ReactNode {
  const strings = useStrings().reading.bookmarks;
  const [name, setName] = useState(suggested);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    isDone.current = false;
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (typed: string | undefined, goesBack: boolean): void => {
    // To go back takes the focus away, which would end it once more.
    if (isDone.current) return;
    isDone.current = true;
    const kept = typed?.trim() === '' ? suggested : typed;
    onName(kept);
    if (goesBack) onNamed();
  };
  return (
    <input
      ref={field}
      type="text"
      aria-label={strings.nameOf}
      className={styles['field']}
      maxLength={200}
      value={name}
      onChange={(event) => {
        setName(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter' ? name : undefined, true);
      }}
      onBlur={() => {
        end(name, false);
      }}
    />
  );
}
