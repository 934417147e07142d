import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import styles from './annotations.module.css';
import { NoteItem } from './note-item';
import { guessedHeight, ITEM_GAP, rowsToRender } from './note-rows';

/** Notes up to this number are all rendered: no list is quicker than one that does not change. */
const MOST_RENDERED = 200;

interface NoteListProps {
  /** What the list is called. */
  readonly name: string;
  readonly annotations: readonly Annotation[];
  readonly current: string | undefined;
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly onOpen: (id: string) => void;
}

/** Notes in a list that the keyboard walks. */
export function NoteList(props: NoteListProps): ReactNode {
  return props.annotations.length > MOST_RENDERED ? <LongList {...props} /> : <ShortList {...props} />;
}

function ShortList({ name, annotations, current, quoteOf, language, onOpen }: NoteListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, onOpen);
  return (
    <ul ref={list} aria-label={name} className={styles['list']}>
      {annotations.map((annotation) => (
        <NoteItem
          key={annotation.id}
          annotation={annotation}
          quote={quoteOf(annotation)}
          language={language}
          isCurrent={annotation.id === current}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

/** Renders the notes that are seen, and those next to the one in focus, so that keys always find a neighbour. */
function LongList({ name, annotations, current, quoteOf, language, onOpen }: NoteListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const focused = useFocusedRow(list);
  useListKeys(list, onOpen);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is passed to no memoised component
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => annotations[index]?.id ?? index,
    estimateSize: (index) => guessedHeight(annotations[index]),
    rangeExtractor: (range: Range) => rowsToRender(range, focused),
    gap: ITEM_GAP,
    paddingStart: 4,
    paddingEnd: 16,
    overscan: 4,
  });
  const currentRow = current === undefined ? -1 : annotations.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (currentRow >= 0) rows.scrollToIndex(currentRow, { align: 'auto' });
  }, [rows, currentRow]);
  const setsize = annotations.length;
  return (
    <ul
      ref={list}
      aria-label={name}
      className={`${styles['list']} ${styles['longList']}`}
      style={{ '--rows': `${rows.getTotalSize()}px` } as CSSProperties}
    >
      {rows.getVirtualItems().map(({ index, start }) => {
        const annotation = annotations[index];
        if (annotation === undefined) return null;
        return (
          <NoteItem
            key={annotation.id}
            annotation={annotation}
            quote={quoteOf(annotation)}
            language={language}
            isCurrent={annotation.id === current}
            onOpen={onOpen}
            index={index}
            setsize={setsize}
            top={start}
            measure={rows.measureElement}
          />
        );
      })}
    </ul>
  );
}

/** The number of the row that has the focus. */
function useFocusedRow(list: RefObject<HTMLUListElement | null>): number | undefined {
  const [focused, setFocused] = useState<number>();
  useEffect(() => {
    const element = list.current;
    const focus = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('li') : null;
      setFocused(row === null ? undefined : Number(row.dataset['index']));
    };
    const blur = (): void => {
      setFocused(undefined);
    };
    element?.addEventListener('focusin', focus);
    element?.addEventListener('focusout', blur);
    return () => {
      element?.removeEventListener('focusin', focus);
      element?.removeEventListener('focusout', blur);
    };
  }, [list]);
  return focused;
}

/** Arrow keys walk the list; Enter on an item does what its button does. */
function useListKeys(list: RefObject<HTMLUListElement | null>, onOpen: (id: string) => void): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const key = (event: KeyboardEvent): void => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>('li') : null;
      if (item === null) return;
      if (event.key === 'Enter' && event.target === item) onOpen(item.dataset['id'] ?? '');
      const next = { ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      next?.querySelector('button')?.focus();
    };
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('keydown', key);
    };
  }, [list, onOpen]);
}
