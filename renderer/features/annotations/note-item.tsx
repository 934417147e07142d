import {
  memo,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type ReactNode,
} from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { excerptOf } from '#core/note/excerpt';
import { foundStretches } from '#core/search/found-stretches';
import { useServices } from '../../services';
import { HealthSign } from '../anchors';
import { useLanguage, useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Found, SearchedContext } from './found';
import styles from './item.module.css';
import { MarkLooks } from './mark-looks';
import { NoteBody } from './note-body';
import { PickedSign } from './picked-context';
import { timeOf } from '../../strings/times';
import type { References } from './use-references';

interface NoteItemProps {
  readonly annotation: Annotation;
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  readonly isCurrent: boolean;
  readonly references: References;
  readonly onOpen: (id: string) => void;
  /** The item's place in the list. */
  readonly index: number;
  /** The heading of the group that begins with it. */
  readonly heading?: string | undefined;
  /** In a list of which only a part is rendered: how many there are, and how it tells its height. */
  readonly setsize?: number;
  /** Pixels from the top of the list. */
  readonly top?: number;
  readonly measure?: (element: HTMLElement | null) => void;
}

/** One note in the list. */
export const NoteItem = memo(function NoteItem(props: NoteItemProps): ReactNode {
  const { annotation, language, isCurrent, index, heading, setsize, top, measure } = props;
  const item = useRef<HTMLLIElement>(null);
  const isPlaced = top !== undefined;
  useEffect(() => {
    // A list that places its items scrolls by itself, also to an item that is not rendered.
    if (isCurrent && !isPlaced) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, isPlaced]);
  useLayoutEffect(() => {
    measure?.(item.current);
  }, [measure, index, heading]);
  return (
    <li
      ref={item}
      data-id={annotation.id}
      data-index={index}
      aria-posinset={setsize === undefined ? undefined : index + 1}
      aria-setsize={setsize}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      style={isPlaced ? { top } : undefined}
      className={styles['row']}
    >
      {heading !== undefined && (
        <h3 className={styles['section']} lang={language}>
          {heading}
        </h3>
      )}
      <div className={styles['item']} style={{ '--bar': `var(--${annotation.colour}-ink)` } as CSSProperties}>
        <ItemButton {...props} />
      </div>
    </li>
  );
});

/** What an item says, and what it is pressed by. */
function ItemButton({ annotation, quote, language, references, onOpen }: NoteItemProps): ReactNode {
  const strings = useStrings();
  const spoken = useLanguage();
  const ownLang = useOwnWordsLang();
  const { clock } = useServices();
  const searched = useContext(SearchedContext);
  const { note, tags, modified } = annotation;
  const { time, date } = timeOf(modified, clock(), spoken);
  const excerpt = useMemo(() => {
    const [first] = searched === undefined ? [] : foundStretches(note, searched.words, searched.fold);
    return excerptOf(note, first?.start);
  }, [note, searched]);
  return (
    <button
      type="button"
      className={styles['itemButton']}
      onClick={() => {
        onOpen(annotation.id);
      }}
    >
      <PickedSign id={annotation.id} />
      <q lang={language}>
        <Found words={quote} />
      </q>
      {note.trim() !== '' && (
        <span className={styles['itemNote']}>
          <NoteBody note={excerpt} references={references} isCompact />
        </span>
      )}
      <span className={styles['itemFoot']}>
        <HealthSign health={annotation.health} />
        <MarkLooks annotation={annotation} />
        {tags.map((tag) => (
          <bdi key={tag} lang={ownLang}>
            #<Found words={tag} />
          </bdi>
        ))}
        <time dateTime={new Date(modified).toISOString()}>
          {date === undefined ? strings.annotations.today(time) : `${date} ${time}`}
        </time>
      </span>
    </button>
  );
}
