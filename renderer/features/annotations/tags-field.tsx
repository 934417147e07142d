import { useRef, useState, type ReactNode } from 'react';
import { formatTags, parseTags } from '#core/annotation/annotation';
import { tagAt } from '#core/annotation/tags';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { changeField } from './change-field';
import styles from './card.module.css';
import { useSuggestions, type Suggestion } from './suggestions';
import { useTags } from './use-annotations';
import { useFold } from '../../use-fold';
import type { Draft } from './use-note-draft';
import { useResting } from './use-resting';

/** Most tags that are offered at once. */
const MOST_OFFERED = 8;

/** The tags of all notes that hold what is typed, in either script, those that most notes bear first. */
function useOfferedTags(typed: string, caret: number | undefined): readonly Suggestion[] {
  const strings = useStrings().notes;
  const known = useTags();
  const fold = useFold(caret !== undefined);
  if (caret === undefined || fold === undefined) return [];
  const { words } = tagAt(typed, caret);
  const wanted = fold.fold(words);
  const borne = new Set(parseTags(typed));
  const fits = known.filter(({ tag }) => !borne.has(tag) && fold.fold(tag).includes(wanted));
  const begins = fits.filter(({ tag }) => fold.fold(tag).startsWith(wanted));
  return [...begins, ...fits.filter((each) => !begins.includes(each))]
    .slice(0, MOST_OFFERED)
    .map(({ tag, count }) => ({ key: tag, words: tag, aside: strings.noteCount(count) }));
}

/** The tags of a mark: chips while the field rests, words with commas while somebody types. */
export function TagsField({ draft }: { readonly draft: Draft }): ReactNode {
  const strings = useStrings();
  const lang = useOwnWordsLang();
  const field = useRef<HTMLInputElement>(null);
  const tags = parseTags(draft.value);
  const { isResting, onFocus, onBlur } = useResting(field, tags.length > 0);
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<string>();
  const offered = useOfferedTags(draft.value, draft.value === dismissed ? undefined : caret);
  const finish = (tag: string): void => {
    const element = field.current;
    if (element === null) return;
    const { start, end } = tagAt(element.value, element.selectionStart ?? element.value.length);
    const rest = element.value.slice(end);
    const words = /^\s*[,，;；、]/.test(rest) ? tag : `${tag}, `;
    const after = start + words.length;
    changeField(element, { from: start, to: end, words, selected: [after, after] });
  };
  const suggestions = useSuggestions({
    name: strings.notes.knownTags,
    offered,
    offersFirst: false,
    onChoose: ({ key }) => {
      finish(key);
    },
    onClose: () => {
      setDismissed(draft.value);
    },
  });
  return (
    <div className={styles['tagsBox']} data-resting={isResting || undefined}>
      {isResting && (
        <div className={styles['chips']}>
          {tags.map((tag) => (
            <Chip
              key={tag}
              tag={tag}
              onRemove={() => {
                draft.type(formatTags(tags.filter((other) => other !== tag)));
                void draft.flush();
              }}
            />
          ))}
        </div>
      )}
      <input
        ref={field}
        type="text"
        lang={lang}
        aria-label={strings.annotations.tags}
        placeholder={strings.annotations.tagsPlaceholder}
        className={styles['tags']}
        value={draft.value}
        autoComplete="off"
        {...suggestions.fieldProps}
        onChange={(event) => {
          draft.type(event.target.value);
          setCaret(event.target.selectionStart ?? undefined);
        }}
        onSelect={(event) => {
          if (document.activeElement === event.currentTarget) setCaret(event.currentTarget.selectionStart ?? undefined);
        }}
        onKeyDown={(event) => {
          if (suggestions.press(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const { words } = tagAt(draft.value, event.currentTarget.selectionStart ?? draft.value.length);
          if (words !== '') finish(words);
          void draft.flush();
        }}
        onFocus={(event) => {
          onFocus();
          const { length } = event.currentTarget.value;
          setCaret(length);
        }}
        onBlur={(event) => {
          if (!onBlur(event)) return;
          setCaret(undefined);
          void draft.flush();
        }}
      />
      {suggestions.list}
    </div>
  );
}

function Chip({ tag, onRemove }: { readonly tag: string; readonly onRemove: () => void }): ReactNode {
  const strings = useStrings().notes;
  const lang = useOwnWordsLang();
  return (
    <span className={styles['chip']}>
      <bdi lang={lang}>{tag}</bdi>
      <button type="button" aria-label={strings.removeTag(tag)} title={strings.removeTag(tag)} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}
