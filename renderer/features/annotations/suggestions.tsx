import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './suggestions.module.css';

/** Something that is offered for what is being typed. */
export interface Suggestion {
  readonly key: string;
  readonly words: string;
  /** What is said beside it. */
  readonly aside: string;
  /** BCP 47 tag of the words' script. */
  readonly language?: string | undefined;
}

/** What is offered below a field, and the keys that walk it. */
export interface Suggestions {
  readonly isOpen: boolean;
  /** What the field has to say of the list. */
  readonly fieldProps: {
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-controls': string | undefined;
    readonly 'aria-activedescendant': string | undefined;
  };
  /** Acts on a key of the field; true if the key was one for the list. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly list: ReactNode;
}

interface SuggestionsParts {
  /** What the list is called. */
  readonly name: string;
  readonly offered: readonly Suggestion[];
  /** True if the first is chosen by Enter without having been walked to. */
  readonly offersFirst: boolean;
  readonly onChoose: (suggestion: Suggestion) => void;
  readonly onClose: () => void;
}

/** A list of suggestions below a field (WAI-ARIA Authoring Practices, list autocomplete); none where none are offered. */
export function useSuggestions({ name, offered, offersFirst, onChoose, onClose }: SuggestionsParts): Suggestions {
  const id = useId();
  const offer = offered.map(({ key }) => key).join('\n');
  const first = offersFirst ? 0 : -1;
  const [walked, setWalked] = useState({ offer, index: first });
  const index = walked.offer === offer ? walked.index : first;
  const isOpen = offered.length > 0;
  const active = offered[index];
  const press = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const count = offered.length;
    if (event.key === 'ArrowDown') setWalked({ offer, index: (index + 1) % count });
    else if (event.key === 'ArrowUp') setWalked({ offer, index: (index <= 0 ? count : index) - 1 });
    else if (event.key === 'Escape') onClose();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active !== undefined)
      onChoose(active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    isOpen,
    fieldProps: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': active === undefined ? undefined : `${id}-${index}`,
    },
    press,
    list: isOpen && <SuggestionList {...{ id, name, offered, index, onChoose }} />,
  };
}

interface SuggestionListProps extends Pick<SuggestionsParts, 'name' | 'offered' | 'onChoose'> {
  readonly id: string;
  readonly index: number;
}

function SuggestionList({ id, name, offered, index, onChoose }: SuggestionListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    delete element.dataset['above'];
    const { bottom, height } = element.getBoundingClientRect();
    const field = element.parentElement?.getBoundingClientRect().top ?? 0;
    if (bottom > innerHeight && field - height > 0) element.dataset['above'] = '';
  }, [offered]);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={name} className={styles['list']}>
      {offered.map((suggestion, at) => (
        // The field keeps the focus and acts on the keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
        <div
          key={suggestion.key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          tabIndex={-1}
          className={styles['option']}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(suggestion);
          }}
        >
          <span lang={suggestion.language}>{suggestion.words}</span>
          <small>{suggestion.aside}</small>
        </div>
      ))}
    </div>
  );
}
