import { useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import { parseTags } from '#core/annotation/annotation';
import type { TagChange, TagCount } from '#core/annotation/tags';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { FaceHead } from './face-head';
import styles from './face.module.css';
import paneStyles from './pane.module.css';
import { useTags } from './use-annotations';
import { useFold } from '../../use-fold';

/** Tags that are shown at once. */
const AT_ONCE = 200;

interface TagsFaceProps {
  readonly onChange: (change: TagChange) => void;
  /** Shows the notes that bear a tag. */
  readonly onShow: (tag: string) => void;
  readonly onBack: () => void;
}

/** All tags of all notes of all texts: each can be renamed, merged into another, and taken away. */
export function TagsFace({ onChange, onShow, onBack }: TagsFaceProps): ReactNode {
  const strings = useStrings().notes;
  const all = useTags();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const fold = useFold(true);
  const wanted = typed.trim();
  const tags =
    wanted === '' || fold === undefined ? all : all.filter(({ tag }) => fold.fold(tag).includes(fold.fold(wanted)));
  return (
    <>
      <FaceHead title={strings.tagsTitle} count={all.length} onBack={onBack} />
      {all.length > 0 && (
        <input
          type="search"
          aria-label={strings.filterTags}
          placeholder={strings.filterTags}
          className={paneStyles['field']}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
      <ul ref={list} tabIndex={-1} aria-label={strings.tagsTitle} className={styles['list']}>
        {tags.slice(0, AT_ONCE).map((each) => (
          <li key={each.tag} className={styles['tag']}>
            {edited === each.tag ? (
              <TagForm
                tag={each.tag}
                all={all}
                onDone={(to) => {
                  setEdited(undefined);
                  // The field goes away with the focus in it; the list takes it, so that keys go on from there.
                  list.current?.focus();
                  if (to !== undefined) onChange({ from: each.tag, to });
                }}
              />
            ) : (
              <TagRow
                {...each}
                onShow={onShow}
                onRename={setEdited}
                onRemove={() => {
                  list.current?.focus();
                  onChange({ from: each.tag, to: undefined });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {all.length === 0 && <p className={paneStyles['empty']}>{strings.noTags}</p>}
      {all.length > 0 && tags.length === 0 && <p className={paneStyles['empty']}>{strings.noTagFound(wanted)}</p>}
    </>
  );
}

interface TagRowProps extends TagCount {
  readonly onShow: (tag: string) => void;
  readonly onRename: (tag: string) => void;
  readonly onRemove: () => void;
}

function TagRow({ tag, count, onShow, onRename, onRemove }: TagRowProps): ReactNode {
  const strings = useStrings().notes;
  const lang = useOwnWordsLang();
  return (
    <>
      <button
        type="button"
        className={styles['tagName']}
        title={strings.showTag(tag)}
        onClick={() => {
          onShow(tag);
        }}
      >
        <bdi lang={lang}>#{tag}</bdi>
        <small>{strings.noteCount(count)}</small>
      </button>
      <button
        type="button"
        className={styles['act']}
        aria-label={strings.renameTag(tag)}
        onClick={() => {
          onRename(tag);
        }}
      >
        {strings.rename}
      </button>
      <button type="button" className={styles['act']} aria-label={strings.deleteTag(tag)} onClick={onRemove}>
        {strings.remove}
      </button>
    </>
  );
}

interface TagFormProps {
  readonly tag: string;
  readonly all: readonly TagCount[];
  /** Given the new name, or undefined where it stays as it is. */
  readonly onDone: (to: string | undefined) => void;
}

/** A new name for a tag. One that is there already merges the two, which is said before it is done. */
function TagForm({ tag, all, onDone }: TagFormProps): ReactNode {
  const strings = useStrings().notes;
  const [typed, setTyped] = useState(tag);
  const names = parseTags(typed);
  const [name] = names;
  const into = name === tag ? undefined : all.find((each) => each.tag === name);
  const isOne = names.length === 1;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isOne) onDone(name === tag ? undefined : name);
  };
  return (
    <form className={styles['tagForm']} onSubmit={submit}>
      <input
        type="text"
        aria-label={strings.newTagName(tag)}
        className={paneStyles['field']}
        value={typed}
        ref={(element) => {
          if (element !== null && document.activeElement !== element) element.focus();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone(undefined);
        }}
      />
      <p role="status" className={styles['hint']}>
        {into && strings.willMerge(into.tag, into.count)}
        {!isOne && strings.oneTag}
      </p>
      <div className={styles['acts']}>
        <Button
          onPress={() => {
            onDone(undefined);
          }}
        >
          {strings.cancel}
        </Button>
        <Button submit main disabled={!isOne}>
          {into ? strings.merge : strings.rename}
        </Button>
      </div>
    </form>
  );
}
