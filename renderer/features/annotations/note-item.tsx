import { memo, useEffect, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { useServices } from '../../services';
import { HealthSign } from '../anchors';
import { useLanguage, useStrings } from '../../strings/use-strings';
import styles from './annotations.module.css';
import { MarkLooks } from './mark-looks';
import { PickedSign } from './picked-context';
import { timeOf } from './time';

interface NoteItemProps {
  readonly annotation: Annotation;
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
  /** In a list of which only a part is rendered: the item's place in it, and how it tells its height. */
  readonly index?: number;
  readonly setsize?: number;
  /** Pixels from the top of the list. */
  readonly top?: number;
  readonly measure?: (element: HTMLElement | null) => void;
}

/** One note in the list. */
export const NoteItem = memo(function NoteItem(props: NoteItemProps): ReactNode {
  const { annotation, quote, language, isCurrent, onOpen, index, setsize, top, measure } = props;
  const strings = useStrings();
  const spoken = useLanguage();
  const { clock } = useServices();
  const { time, date } = timeOf(annotation.modified, clock(), spoken);
  const item = useRef<HTMLLIElement>(null);
  const isPlaced = top !== undefined;
  useEffect(() => {
    // A list that places its items scrolls by itself, also to an item that is not rendered.
    if (isCurrent && !isPlaced) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, isPlaced]);
  useLayoutEffect(() => {
    measure?.(item.current);
  }, [measure, index]);
  return (
    <li
      ref={item}
      data-id={annotation.id}
      data-index={index}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={setsize}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      style={{ '--bar': `var(--${annotation.colour}-ink)`, ...(isPlaced && { top }) } as CSSProperties}
      className={styles['item']}
    >
      <button
        type="button"
        className={styles['itemButton']}
        onClick={() => {
          onOpen(annotation.id);
        }}
      >
        <PickedSign id={annotation.id} />
        <q lang={language}>{quote}</q>
        {annotation.note !== '' && <span className={styles['itemNote']}>{annotation.note}</span>}
        <span className={styles['itemFoot']}>
          <HealthSign health={annotation.health} />
          <MarkLooks annotation={annotation} />
          {annotation.tags.map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
          <time dateTime={new Date(annotation.modified).toISOString()}>
            {date === undefined ? strings.annotations.today(time) : `${date} ${time}`}
          </time>
        </span>
      </button>
    </li>
  );
});
