import { useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { nextItem, toggled, type FieldChange } from '#core/note/typing';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { changeField } from './change-field';
import { NoteBody } from './note-body';
import styles from './card.module.css';
import { useSuggestions } from './suggestions';
import type { Draft } from './use-note-draft';
import { useOfferedMarks } from './use-offered-marks';
import type { References } from './use-references';
import { useResting } from './use-resting';

interface NoteFieldProps {
  /** The mark that the note is about. */
  readonly id: string;
  readonly draft: Draft;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly references: References;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** Called when the person has done with typing, and the focus has to go on. */
  readonly onDone: () => void;
}

/** What a key does to the words of a note, beside what it does in any field. */
function changeOf(event: KeyboardEvent<HTMLTextAreaElement>): FieldChange | undefined {
  const { value, selectionStart: start, selectionEnd: end } = event.currentTarget;
  const content = { value, start, end };
  const modified = event.ctrlKey || event.metaKey;
  if (event.nativeEvent.isComposing || event.altKey || event.shiftKey) return undefined;
  const key = event.key.toLowerCase();
  if (modified && key === 'b') return toggled(content, '**');
  if (modified && key === 'i') return toggled(content, '*');
  return !modified && key === 'enter' ? nextItem(content) : undefined;
}

/**
 * The note of a mark: as it is to be read while it rests, as it is written while somebody types. The field is always
 * there, under what is read, so that a click, Tab or a screen reader comes to it at once.
 */
export function NoteField({ id, draft, field, references, language, onDone }: NoteFieldProps): ReactNode {
  const strings = useStrings();
  const lang = useOwnWordsLang();
  const { isResting, onFocus, onBlur } = useResting(field, draft.value.trim() !== '');
  const [caret, setCaret] = useState<number>();
  const offered = useOfferedMarks({ id, note: draft.value, caret, references, language });
  const suggestions = useSuggestions({
    name: strings.notes.marksToLink,
    offered: offered.suggestions,
    offersFirst: true,
    onChoose: ({ key }) => {
      const change = offered.changeFor(key);
      if (change !== undefined && field.current !== null) changeField(field.current, change);
    },
    onClose: offered.dismiss,
  });
  const follow = (): void => {
    const element = field.current;
    setCaret(element === document.activeElement ? element?.selectionStart : undefined);
  };
  useEffect(() => {
    document.addEventListener('selectionchange', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
    };
  });
  return (
    <div className={styles['noteBox']} data-resting={isResting || undefined}>
      {isResting && (
        <div className={styles['read']} role="group" aria-label={strings.notes.asRead}>
          <NoteBody note={draft.value} references={references} />
        </div>
      )}
      <textarea
        ref={field}
        aria-label={strings.annotations.note}
        placeholder={strings.annotations.notePlaceholder}
        lang={lang}
        className={styles['note']}
        value={draft.value}
        {...suggestions.fieldProps}
        onChange={(event) => {
          draft.type(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onKeyDown={(event) => {
          if (suggestions.press(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onDone();
            return;
          }
          const change = changeOf(event);
          if (change === undefined) return;
          event.preventDefault();
          changeField(event.currentTarget, change);
        }}
        onFocus={onFocus}
        onBlur={(event) => {
          if (onBlur(event)) setCaret(undefined);
          void draft.flush();
        }}
      />
      {suggestions.list}
    </div>
  );
}
