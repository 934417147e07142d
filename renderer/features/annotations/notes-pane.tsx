import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import styles from './annotations.module.css';
import { NoteItem } from './note-item';
import { useNoteFilter } from './use-note-filter';

interface NotesPaneProps {
  readonly text: Text;
  readonly annotations: readonly Annotation[];
  readonly current: string | undefined;
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly onOpen: (id: string) => void;
  readonly filter: Ref<HTMLInputElement>;
}

/** All notes on the text in reading order, and a filter for them. */
export function NotesPane({
  text,
  annotations,
  current,
  quoteOf,
  language,
  onOpen,
  filter,
}: NotesPaneProps): ReactNode {
  const strings = useStrings().annotations;
  const [typed, setTyped] = useState('');
  const found = useNoteFilter(annotations, text, quoteOf, typed);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, onOpen);
  const isFiltered = typed.trim() !== '';
  return (
    <aside className={styles['pane']} aria-label={strings.pane}>
      <h2 className={styles['paneHead']}>
        <span>{strings.pane}</span>
        <span>{annotations.length > 0 && annotations.length}</span>
      </h2>
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
      <ul ref={list} aria-label={strings.list} className={styles['list']}>
        {found.map((annotation) => (
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
      {annotations.length === 0 && <p className={styles['empty']}>{strings.none}</p>}
      {annotations.length > 0 && found.length === 0 && (
        <p className={styles['empty']}>{strings.noneFound(typed.trim())}</p>
      )}
    </aside>
  );
}

/** Arrow keys walk the list; Enter on an item does what its button does. */
function useListKeys(list: { readonly current: HTMLUListElement | null }, onOpen: (id: string) => void): void {
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
