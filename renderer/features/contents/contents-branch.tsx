import { memo, type ReactNode } from 'react';
import type { ContentsEntry } from '#core/text/contents';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import { Icon } from '../../ui/icon';
import type { ItemMenu } from '../../ui/use-item-menu';
import styles from './contents.module.css';

/** An entry with those that lie within it. */
export interface Branch {
  readonly entry: ContentsEntry;
  /** Its place among all entries. */
  readonly number: number;
  readonly branches: Branch[];
}

/** What entries are displayed in. */
export interface Displayed {
  readonly shown: ShownText;
  /** BCP 47 tag of the script. */
  readonly language: string;
}

interface BranchProps {
  readonly branch: Branch;
  /** What the entry with this number is displayed in now. */
  readonly displayedAt: (number: number) => Displayed;
  readonly current: ContentsEntry | undefined;
  readonly folded: ReadonlySet<ContentsEntry>;
  readonly onFold: (entry: ContentsEntry, isFolded: boolean) => void;
  readonly onGo: (entry: ContentsEntry) => void;
  /** Opens the menu of an entry, if the press asks for it. */
  readonly onMenu: ItemMenu<ContentsEntry>['ask'];
}

/** An entry of the contents, and below it those that lie within, unless they are folded away. */
export function ContentsBranch(props: BranchProps): ReactNode {
  const { branch, displayedAt, current, folded, onFold, onGo, onMenu } = props;
  const { entry, number, branches } = branch;
  const isFolded = folded.has(entry);
  return (
    <li>
      <EntryRow
        entry={entry}
        displayed={displayedAt(number)}
        isCurrent={entry === current}
        isFolded={branches.length === 0 ? undefined : isFolded}
        onFold={onFold}
        onGo={onGo}
        onMenu={onMenu}
      />
      {branches.length > 0 && !isFolded && (
        <ul className={styles['list']}>
          {branches.map((inner) => (
            <ContentsBranch key={inner.number} {...props} branch={inner} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface EntryRowProps extends Pick<BranchProps, 'onFold' | 'onGo' | 'onMenu'> {
  readonly entry: ContentsEntry;
  readonly displayed: Displayed;
  readonly isCurrent: boolean;
  /** Undefined for an entry that nothing lies within. */
  readonly isFolded: boolean | undefined;
}

/** One entry: it goes to its section. A switch beside it folds what lies within; arrow keys do so too. */
const EntryRow = memo(function EntryRow(props: EntryRowProps): ReactNode {
  const { entry, displayed, isCurrent, isFolded, onFold, onGo, onMenu } = props;
  const { reading, windows } = useStrings();
  const { contents } = reading;
  const { shown, language } = displayed;
  const words = shown.displayOf(entry.span);
  const foldName = (isFolded ? contents.unfold : contents.fold)(words);
  return (
    <div className={styles['row']}>
      <button
        type="button"
        data-entry
        data-level={entry.level}
        lang={language}
        className={styles['link']}
        aria-current={isCurrent ? 'location' : undefined}
        aria-keyshortcuts="Shift+F10"
        onClick={() => {
          onGo(entry);
        }}
        onContextMenu={(event) => {
          onMenu(entry, event);
        }}
        onKeyDown={(event) => {
          onMenu(entry, event);
        }}
      >
        {entry.number && <span className={styles['number']}>{shown.displayOf(entry.number)}</span>}
        <span className={styles['words']}>
          {words}
          {entry.isCut && '…'}
        </span>
      </button>
      <button
        type="button"
        data-more
        tabIndex={-1}
        className={styles['more']}
        aria-haspopup="menu"
        aria-label={windows.placeMenus.of(words)}
        title={windows.placeMenus.short}
        onClick={(event) => {
          onMenu(entry, event);
        }}
      >
        <Icon name="more" />
      </button>
      {isFolded !== undefined && (
        <button
          type="button"
          data-fold
          tabIndex={-1}
          className={styles['fold']}
          aria-expanded={!isFolded}
          aria-label={foldName}
          title={foldName}
          onClick={() => {
            onFold(entry, !isFolded);
          }}
        >
          <Icon name="next" />
        </button>
      )}
    </div>
  );
});
