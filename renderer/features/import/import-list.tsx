import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { FATES } from '#core/import/fate';
import type { ListedItem } from '../../storage/kept-plan';
import { useStrings } from '../../strings/use-strings';
import { ImportItem, type ItemGroup } from './import-item';
import styles from './import.module.css';
import type { ChosenItems } from './use-chosen-items';

/** Entries up to this number are all rendered: no list is quicker than one that does not change. */
const MOST_RENDERED = 200;

/** Pixels that an entry probably takes, until it has been drawn. */
const GUESSED_HEIGHT = 96;

interface ImportListProps {
  readonly items: ChosenItems;
  /** The words of an entry as displayed. */
  readonly wordsOf: (item: ListedItem) => string;
  /** The title of an entry's text where it is another than the one that is read. */
  readonly titleOf: (item: ListedItem) => string | undefined;
}

/** The groups of a list, by the entry that each begins with. */
function groupsOf(shown: readonly ListedItem[]): Map<ListedItem, ItemGroup> {
  const groups = FATES.map((fate) => ({ fate, items: shown.filter((item) => item.fate === fate) }));
  return new Map(
    groups.flatMap((group): [ListedItem, ItemGroup][] => {
      const [first] = group.items;
      return first === undefined ? [] : [[first, group]];
    }),
  );
}

/** The entries of a file in a list that arrow keys walk; of a long one only what is seen is rendered. */
export function ImportList({ items, wordsOf, titleOf }: ImportListProps): ReactNode {
  const { importing } = useStrings();
  const { shown, chosen, tick } = items;
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState(0);
  useLayoutEffect(() => {
    list.current?.style.setProperty('--first-height', `${String(list.current.offsetHeight)}px`);
  }, []);
  const groups = useMemo(() => groupsOf(shown), [shown]);
  const isLong = shown.length > MOST_RENDERED;
  const tabStop = Math.min(stop, shown.length - 1);
  const keyOf = useCallback((index: number) => shown[index]?.key ?? index, [shown]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is passed to no memoised component
  const rows = useVirtualizer({
    count: isLong ? shown.length : 0,
    getScrollElement: () => list.current,
    getItemKey: keyOf,
    estimateSize: () => GUESSED_HEIGHT,
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const seen = Array.from({ length: endIndex - startIndex + 9 }, (_each, at) => startIndex - 4 + at);
      const wanted = new Set([...seen, tabStop].filter((row) => row >= 0 && row < count));
      return [...wanted].sort((a, b) => a - b);
    },
  });
  const walk = (to: number, frames = 8): void => {
    setStop(to);
    const row = list.current?.querySelector<HTMLElement>(`li[data-index="${String(to)}"] [data-tick]`);
    if (row !== null && row !== undefined) {
      row.focus();
      row.closest('li')?.scrollIntoView({ block: 'nearest' });
      return;
    }
    rows.scrollToIndex(to, { align: 'auto' });
    if (frames > 0)
      requestAnimationFrame(() => {
        walk(to, frames - 1);
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('li[data-index]') : null;
    if (row === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = Number(row.dataset['index']);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    walk(Math.max(0, Math.min(to, shown.length - 1)));
  };
  const itemAt = (index: number, placed?: { top: number }): ReactNode => {
    const item = shown[index];
    if (item === undefined) return null;
    const group = groups.get(item);
    return (
      <ImportItem
        key={item.key}
        {...{ item, index }}
        words={wordsOf(item)}
        title={titleOf(item)}
        isChosen={chosen.has(item.key)}
        group={group && { ...group, chosen: group.items.filter(({ key }) => chosen.has(key)).length }}
        onTick={tick}
        setsize={shown.length}
        isTabStop={index === tabStop}
        {...(placed && { top: placed.top, measure: rows.measureElement })}
      />
    );
  };
  return (
    // The keys walk the boxes of its entries, as in any list of boxes.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <ul
      ref={list}
      aria-label={importing.list}
      className={`${styles['list'] ?? ''} ${isLong ? (styles['longList'] ?? '') : ''}`}
      style={{ '--rows': `${String(rows.getTotalSize())}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = event.target.closest<HTMLElement>('li[data-index]');
        if (row !== null) setStop(Number(row.dataset['index']));
      }}
    >
      {isLong
        ? rows.getVirtualItems().map(({ index, start }) => itemAt(index, { top: start }))
        : shown.map((_item, index) => itemAt(index))}
    </ul>
  );
}
