import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import { IconButton } from '../../ui/icon-button';
import type { ReaderPage } from '../reader';
import styles from './find.module.css';
import type { FindState } from './find-state';
import type { Finder } from './finder';
import { HitList } from './hit-list';
import { useFindState } from './use-finder';

interface FindBarProps {
  readonly finder: Finder;
  readonly page: ReaderPage | undefined;
  readonly shown: ShownText | undefined;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
}

/** The row above the page in which words are looked for, and the list of what was found. Nothing while it is closed. */
export function FindBar(props: FindBarProps): ReactNode {
  const state = useFindState(props.finder);
  return state.isOpen ? <OpenBar {...props} state={state} /> : null;
}

/**
 * Keeps the words where they are on the screen while the bar takes room above them: it covers none, and the page does not
 * jump. In vertical text it makes the columns shorter, and the page itself holds its place.
 */
function useRoom(bar: RefObject<HTMLElement | null>, page: ReaderPage | undefined, finder: Finder): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null || page === undefined) return;
    let height = 0;
    const make = (): void => {
      const now = element.isConnected ? element.offsetHeight : 0;
      if (page.view.flow.layout === 'horizontal') page.scroller.scrollBy(0, now - height);
      height = now;
      finder.settle();
    };
    make();
    const resized = new ResizeObserver(make);
    resized.observe(element);
    return () => {
      resized.disconnect();
      if (page.view.flow.layout === 'horizontal') page.scroller.scrollBy(0, -height);
    };
  }, [bar, page, finder]);
}

function OpenBar({ finder, page, shown, language, state }: FindBarProps & { readonly state: FindState }): ReactNode {
  const { find } = useStrings();
  const bar = useRef<HTMLElement>(null);
  useRoom(bar, page, finder);
  return (
    <search
      ref={bar}
      aria-label={find.name}
      aria-busy={state.isSearching || undefined}
      className={styles['bar']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        finder.close();
      }}
    >
      <div className={styles['row']}>
        <Field finder={finder} state={state} language={language} />
        <Count state={state} />
        <span className={styles['keys']}>
          <IconButton
            icon="previous"
            label={find.previous}
            onPress={() => {
              finder.step(-1);
            }}
          />
          <IconButton
            icon="following"
            label={find.next}
            onPress={() => {
              finder.step(1);
            }}
          />
        </span>
        <Options finder={finder} state={state} />
        <IconButton
          icon="close"
          label={find.close}
          onPress={() => {
            finder.close();
          }}
        />
      </div>
      {state.listed && shown && (
        <HitList shown={shown} language={language} hits={state.hits} current={state.current} finder={finder} />
      )}
    </search>
  );
}

interface PartProps {
  readonly finder: Finder;
  readonly state: FindState;
}

/** Gives the focus to the line of the list that keys go on from, where there is one. */
const enterList = (field: HTMLElement): void => {
  field.closest('search')?.querySelector<HTMLElement>('li [tabindex="0"]')?.focus();
};

/** The field. It keeps what is typed itself, so that an input method is left alone until it is done. */
function Field({ finder, state, language }: PartProps & { readonly language: string }): ReactNode {
  const { find } = useStrings();
  const field = useRef<HTMLInputElement>(null);
  const { opened, words } = state;
  const newest = useRef(words);
  useEffect(() => {
    newest.current = words;
  });
  useEffect(() => {
    if (field.current === null) return;
    field.current.value = newest.current;
    field.current.focus({ preventScroll: true });
    field.current.select();
  }, [opened]);
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      finder.step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      enterList(event.currentTarget);
      if (state.listed) return;
      finder.choose({ listed: true });
      setTimeout(enterList, 0, event.currentTarget);
    }
  };
  return (
    <input
      ref={field}
      type="search"
      aria-label={find.field}
      placeholder={find.placeholder}
      className={styles['field']}
      lang={language}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target, nativeEvent }) => {
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) finder.type(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => {
        finder.type(currentTarget.value);
      }}
      onKeyDown={key}
    />
  );
}

/** Which hit of how many is the current one, and a word where an end of the text was passed or nothing is found. */
function Count({ state }: { readonly state: FindState }): ReactNode {
  const { find } = useStrings();
  const { counted, passed, isPinyinMissing } = state;
  const isNothing = counted?.of === 0;
  const said = isPinyinMissing
    ? find.pinyinMissing
    : isNothing
      ? find.nothing
      : passed === undefined
        ? ''
        : find.passed[passed];
  return (
    <span className={styles['says']}>
      <span role="status" className={styles['count']}>
        {counted === undefined ? '' : find.count(counted.at, counted.of)}
      </span>
      <span aria-live="polite" className={styles['word']}>
        {said}
      </span>
    </span>
  );
}

function Options({ finder, state }: PartProps): ReactNode {
  const { find } = useStrings();
  const { exact, pinyin, listed } = state;
  return (
    <span className={styles['options']}>
      <Option
        name={find.exact}
        hint={find.exactHint}
        on={exact}
        onChoose={(on) => {
          finder.choose({ exact: on });
        }}
      />
      <Option
        name={find.pinyin}
        hint={find.pinyinHint}
        on={pinyin}
        onChoose={(on) => {
          finder.choose({ pinyin: on });
        }}
      />
      <button
        type="button"
        className={styles['listed']}
        aria-expanded={listed}
        onClick={() => {
          finder.choose({ listed: !listed });
        }}
      >
        {find.list}
      </button>
    </span>
  );
}

interface OptionProps {
  readonly name: string;
  /** What it does, in a sentence. */
  readonly hint: string;
  readonly on: boolean;
  readonly onChoose: (on: boolean) => void;
}

function Option({ name, hint, on, onChoose }: OptionProps): ReactNode {
  const id = useId();
  return (
    <label className={styles['option']} title={hint}>
      <input
        type="checkbox"
        checked={on}
        aria-describedby={id}
        onChange={() => {
          onChoose(!on);
        }}
      />
      <span>{name}</span>
      <span id={id} hidden>
        {hint}
      </span>
    </label>
  );
}
