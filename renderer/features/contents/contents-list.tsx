import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { contentsOf, entryAt, type ContentsEntry } from '#core/text/contents';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import { useItemMenu } from '../../ui/use-item-menu';
import { ContentsBranch, type Branch, type Displayed } from './contents-branch';
import styles from './contents.module.css';
import { SectionMenu, type CopiedAs } from './place-menus';
import { useListKeys } from './use-list-keys';
import { useWaves } from './use-waves';

interface ContentsListProps {
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** The first canonical offset in sight. */
  readonly place: number;
  /** How much of the text has been read, in percent. */
  readonly percent: number;
  /** True if the entries follow a change of script a few at a time. */
  readonly waits: boolean;
  /** Goes to a canonical offset; the same function while the text is. */
  readonly onGo: (offset: number) => void;
  /** Keeps a canonical offset as a bookmark. */
  readonly onBookmark: (offset: number) => void;
  readonly onCopy: (shown: ShownText, span: CodePointSpan, as: CopiedAs) => void;
}

/** The contents of the text, in the script displayed; the current section stands out, and stays in sight. */
export function ContentsList(props: ContentsListProps): ReactNode {
  const { shown, language, place, percent, waits, onGo, onBookmark, onCopy } = props;
  const { library, reading } = useStrings();
  const { text } = shown;
  const entries = contentsOf(text);
  const branches = useMemo(() => branchesOf(entries), [entries]);
  const [folded, setFolded] = useState<ReadonlySet<ContentsEntry>>(new Set());
  const current = visible(entries, entryAt(entries, place), folded);
  const displayed = useMemo((): Displayed => ({ shown, language }), [shown, language]);
  const displayedAt = useWaves(displayed, waits, entries.length);
  const list = useRef<HTMLUListElement>(null);
  const fold = useCallback((entry: ContentsEntry, isFolded: boolean) => {
    setFolded((all) => {
      const next = new Set(all);
      if (isFolded) next.add(entry);
      else next.delete(entry);
      return next;
    });
  }, []);
  const go = useCallback(
    (entry: ContentsEntry) => {
      onGo(entry.start);
    },
    [onGo],
  );
  const { asked, ask, close } = useItemMenu<ContentsEntry>();
  useListKeys(list);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={library.contents} className={styles['section']}>
      <div className={styles['head']}>
        <h2>{library.contents}</h2>
        <span className={styles['share']} title={reading.contents.read(percent)}>
          {`${percent}%`}
        </span>
      </div>
      <ul ref={list} className={styles['list']}>
        {branches.map((branch) => (
          <ContentsBranch
            key={branch.number}
            branch={branch}
            displayedAt={displayedAt}
            current={current}
            folded={folded}
            onFold={fold}
            onGo={go}
            onMenu={ask}
          />
        ))}
      </ul>
      {asked !== undefined && (
        <SectionMenu
          at={asked.at}
          onGo={() => {
            go(asked.item);
          }}
          onBookmark={() => {
            onBookmark(asked.item.start);
          }}
          onCopy={(as) => {
            onCopy(shown, asked.item.span, as);
          }}
          onClose={close}
        />
      )}
    </nav>
  );
}

/** Entries with those that lie within them. */
function branchesOf(entries: readonly ContentsEntry[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  entries.forEach((entry, number) => {
    const branch: Branch = { entry, number, branches: [] };
    open.length = Math.min(open.length, entry.level - 1);
    (open.at(-1)?.branches ?? roots).push(branch);
    open.push(branch);
  });
  return roots;
}

/** The entry itself, or the outermost folded one that it lies within. */
function visible(
  entries: readonly ContentsEntry[],
  entry: ContentsEntry | undefined,
  folded: ReadonlySet<ContentsEntry>,
): ContentsEntry | undefined {
  if (entry === undefined || folded.size === 0) return entry;
  let found = entry;
  let { level } = entry;
  for (let at = entries.indexOf(entry) - 1; at >= 0 && level > 1; at--) {
    const before = entries[at];
    if (before === undefined || before.level >= level) continue;
    level = before.level;
    if (folded.has(before)) found = before;
  }
  return found;
}
