import { memo, useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { useServices } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import styles from './annotations.module.css';
import { ColourSign } from './colour-sign';
import { timeOf } from './time';

interface NoteItemProps {
  readonly annotation: Annotation;
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
}

/** One note in the list. */
export const NoteItem = memo(function NoteItem(props: NoteItemProps): ReactNode {
  const { annotation, quote, language, isCurrent, onOpen } = props;
  const strings = useStrings();
  const spoken = useLanguage();
  const { clock } = useServices();
  const { time, date } = timeOf(annotation.modified, clock(), spoken);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={item}
      data-id={annotation.id}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      style={{ '--bar': `var(--${annotation.colour}-ink)` } as CSSProperties}
      className={styles['item']}
    >
      <button
        type="button"
        className={styles['itemButton']}
        onClick={() => {
          onOpen(annotation.id);
        }}
      >
        <q lang={language}>{quote}</q>
        {annotation.note !== '' && <span className={styles['itemNote']}>{annotation.note}</span>}
        <span className={styles['itemFoot']}>
          <ColourSign colour={annotation.colour} />
          <span className="visually-hidden">{strings.annotations.inColour(strings.colours[annotation.colour])}</span>
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
