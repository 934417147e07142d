import { memo, useMemo, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import styles from './annotations.module.css';
import markStyles from './marks.module.css';
import { NoteList } from './note-list';
import { NoteMenu } from './note-menu';
import { PickedBar } from './picked-bar';
import { PickedContext } from './picked-context';
import { useNoteFilter } from './use-note-filter';
import { usePickKeys, type EditMarks } from './use-pick-keys';
import { usePicked } from './use-picked';

interface NotesPaneProps {
  readonly text: Text;
  readonly annotations: readonly Annotation[];
  readonly current: string | undefined;
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly onOpen: (id: string) => void;
  /** Changes some marks as one step. */
  readonly onEdit: EditMarks;
  readonly filter: Ref<HTMLInputElement>;
  /** What stands above the list. */
  readonly children?: ReactNode;
}

/** All notes on the text in reading order, and a filter for them. */
export const NotesPane = memo(function NotesPane({
  text,
  annotations,
  current,
  quoteOf,
  language,
  onOpen,
  onEdit,
  filter,
  children,
}: NotesPaneProps): ReactNode {
  const strings = useStrings().annotations;
  const [typed, setTyped] = useState('');
  const found = useNoteFilter(annotations, text, quoteOf, typed);
  const listed = useMemo(() => found.map(({ id }) => id), [found]);
  const picked = usePicked(listed);
  const list = useRef<HTMLDivElement>(null);
  usePickKeys(list, picked, onEdit);
  const isFiltered = typed.trim() !== '';
  return (
    <aside className={styles['pane']} aria-label={strings.pane}>
      <h2 className={styles['paneHead']}>
        <span>{strings.pane}</span>
        <span>{annotations.length > 0 && annotations.length}</span>
      </h2>
      {children}
      <input
        ref={filter}
        type="search"
        aria-label={strings.filter}
        placeholder={strings.filterPlaceholder}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p role="status" className={styles['count']}>
        {isFiltered && found.length > 0 && strings.found(found.length, annotations.length)}
      </p>
      <PickedBar annotations={annotations} picked={picked} onEdit={onEdit} />
      <div ref={list} className={markStyles['pickable']}>
        <PickedContext value={picked.has}>
          <NoteList
            name={strings.list}
            annotations={found}
            current={current}
            quoteOf={quoteOf}
            language={language}
            onOpen={onOpen}
          />
        </PickedContext>
      </div>
      <NoteMenu list={list} annotations={annotations} picked={picked} onEdit={onEdit} onOpen={onOpen} />
      {annotations.length === 0 && <p className={styles['empty']}>{strings.none}</p>}
      {annotations.length > 0 && found.length === 0 && (
        <p className={styles['empty']}>{strings.noneFound(typed.trim())}</p>
      )}
    </aside>
  );
});
