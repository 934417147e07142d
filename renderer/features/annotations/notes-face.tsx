import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import { FilterRow } from './filter-row';
import { SearchedContext } from './found';
import { NoteList } from './note-list';
import { NoteMenu } from './note-menu';
import styles from './pane.module.css';
import { PickedBar } from './picked-bar';
import { PickedContext } from './picked-context';
import { useListedNotes } from './use-listed-notes';
import type { useNoteView } from './use-note-view';
import { usePickKeys, type EditMarks } from './use-pick-keys';
import { usePicked } from './use-picked';
import type { References } from './use-references';
import { useTellingListed, type TellListed } from './use-telling-listed';

interface NotesFaceProps {
  readonly text: Text;
  readonly shown: ShownText | undefined;
  readonly annotations: readonly Annotation[];
  readonly current: string | undefined;
  readonly quoteOf: (annotation: Annotation) => string;
  readonly titleOf: (textId: string) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly references: References;
  readonly state: ReturnType<typeof useNoteView>;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly onOpen: (id: string) => void;
  readonly onEdit: EditMarks;
  readonly onListed: TellListed;
  /** Takes out the notes that are selected. */
  readonly onExport: () => void;
  readonly children?: ReactNode;
}

/** The notes in a list, with what narrows it. */
export function NotesFace(props: NotesFaceProps): ReactNode {
  const { state, filter, references } = props;
  const strings = useStrings();
  const [typed, setTyped] = useState('');
  const listed = useListedNotes({ ...props, view: state.view, typed });
  const area = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => listed.annotations.map(({ id }) => id), [listed.annotations]);
  const picked = usePicked(ids);
  usePickKeys(area, picked, props.onEdit);
  const isNarrowed = listed.isFiltered || state.view.scope === 'all';
  useTellingListed({ ids, isFiltered: isNarrowed, picked: picked.ids }, props.onListed);
  useTypingSearches(area, filter);
  const onKeys = useEntering(area, listed.isCaughtUp);
  const { all, isFiltered } = listed;
  const total = all.length;
  const found = listed.annotations.length;
  const isNothing = total > 0 && found === 0;
  const narrowed = typed.trim() === '' ? strings.notes.noneLeft : strings.annotations.noneFound(typed.trim());
  return (
    <>
      {props.children}
      <input
        ref={filter}
        type="search"
        aria-label={strings.annotations.filter}
        placeholder={strings.annotations.filterPlaceholder}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={onKeys}
      />
      {(total > 0 || isFiltered) && <FilterRow view={state.view} annotations={all} onChange={state.change} />}
      <p role="status" className={styles[isNothing ? 'empty' : 'count']}>
        {isNothing ? listed.isCaughtUp && narrowed : isFiltered && found > 0 && strings.annotations.found(found, total)}
      </p>
      <PickedBar annotations={listed.annotations} picked={picked} onEdit={props.onEdit} onExport={props.onExport} />
      <div ref={area} className={styles['area']}>
        <PickedContext value={picked.has}>
          <SearchedContext value={listed.searched}>
            <NoteList
              name={strings.annotations.list}
              annotations={listed.annotations}
              headings={listed.headings}
              current={props.current}
              quoteOf={props.quoteOf}
              language={props.language}
              references={references}
              onOpen={props.onOpen}
              onLeave={() => filter.current?.focus()}
            />
          </SearchedContext>
        </PickedContext>
        <NoteMenu
          list={area}
          annotations={listed.annotations}
          picked={picked}
          onEdit={props.onEdit}
          onOpen={props.onOpen}
        />
        {total === 0 && <p className={styles['empty']}>{strings.annotations.none}</p>}
      </div>
    </>
  );
}

/**
 * ArrowDown in the field goes to the first note, and Enter right after it opens that. What is first now, if anything,
 * may not be once the list has followed what was typed: then both wait for it.
 */
function useEntering(
  area: RefObject<HTMLElement | null>,
  isCaughtUp: boolean,
): (event: KeyboardEvent<HTMLInputElement>) => void {
  const waiting = useRef<'focus' | 'open'>(undefined);
  const enter = (how: 'focus' | 'open'): void => {
    const first = area.current?.querySelector<HTMLElement>('li button');
    first?.focus();
    if (how === 'open') first?.click();
  };
  useEffect(() => {
    if (waiting.current === undefined || !isCaughtUp) return;
    enter(waiting.current);
    waiting.current = undefined;
  });
  return (event) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      if (isCaughtUp) enter('focus');
      else waiting.current = 'focus';
    } else if (event.key === 'Enter' && waiting.current === 'focus') waiting.current = 'open';
    else waiting.current = undefined;
  };
}

/** A letter that is no command, typed in the list, goes to the search; so does what an input method begins. */
function useTypingSearches(area: RefObject<HTMLElement | null>, filter: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    // On the window, so that it comes after whatever takes the key as a command.
    const key = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(event.target instanceof Node) || area.current?.contains(event.target) !== true) return;
      if ((event.key.length === 1 && event.key !== ' ') || event.key === 'Process') filter.current?.focus();
    };
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('keydown', key);
    };
  }, [area, filter]);
}
