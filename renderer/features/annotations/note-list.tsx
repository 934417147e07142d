import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { itemOf } from './listed-item';
import { NoteItem } from './note-item';
import { guessedHeight, ITEM_GAP, rowsToRender } from './note-rows';
import styles from './pane.module.css';
import { useListKeys } from './use-list-keys';
import type { References } from './use-references';

/** Notes up to this number are all rendered: no list is quicker than one that does not change. */
const MOST_RENDERED = 200;

interface NoteListProps {
  /** What the list is called. */
  readonly name: string;
  readonly annotations: readonly Annotation[];
  /** For each note the heading of a group that it begins. */
  readonly headings: readonly (string | undefined)[];
  readonly current: string | undefined;
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly references: References;
  readonly onOpen: (id: string) => void;
  /** Called where the keyboard leaves the list upwards. */
  readonly onLeave: () => void;
}

/** Notes in a list that the keyboard walks. */
export function NoteList(props: NoteListProps): ReactNode {
  return props.annotations.length > MOST_RENDERED ? <LongList {...props} /> : <ShortList {...props} />;
}

function ShortList(props: NoteListProps): ReactNode {
  const { name, annotations, headings, current, quoteOf, language, references, onOpen } = props;
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, annotations.length, props, () => undefined);
  return (
    <ul ref={list} aria-label={name} className={styles['list']}>
      {annotations.map((annotation, index) => (
        <NoteItem
          key={annotation.id}
          annotation={annotation}
          quote={quoteOf(annotation)}
          language={language}
          isCurrent={annotation.id === current}
          references={references}
          onOpen={onOpen}
          index={index}
          heading={headings[index]}
        />
      ))}
    </ul>
  );
}

/** Renders the notes that are seen, and those next to the one in focus, so that keys always find a neighbour. */
function LongList(props: NoteListProps): ReactNode {
  const { name, annotations, headings, current, quoteOf, language, references, onOpen } = props;
  const list = useRef<HTMLUListElement>(null);
  const focused = useFocusedRow(list);
  const setsize = annotations.length;
  // The same one as long as the notes are: with another, the places of all rows are reckoned again.
  const keyOf = useCallback((index: number) => annotations[index]?.id ?? index, [annotations]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is passed to no memoised component
  const rows = useVirtualizer({
    count: setsize,
    getScrollElement: () => list.current,
    getItemKey: keyOf,
    estimateSize: (index) => guessedHeight(annotations[index], headings[index] !== undefined),
    rangeExtractor: (range: Range) => rowsToRender(range, focused),
    gap: ITEM_GAP,
    paddingStart: 4,
    paddingEnd: 16,
    overscan: 4,
  });
  useListKeys(list, setsize, props, (index) => {
    rows.scrollToIndex(index, { align: 'auto' });
  });
  const currentRow = current === undefined ? -1 : annotations.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (currentRow >= 0) rows.scrollToIndex(currentRow, { align: 'auto' });
  }, [rows, currentRow]);
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
            references={references}
            onOpen={onOpen}
            index={index}
            heading={headings[index]}
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
      const row = itemOf(target);
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
