import { useId, type ReactNode } from 'react';
import { STYLES, type Annotation } from '#core/annotation/annotation';
import { tagCounts } from '#core/annotation/tags';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import styles from './pane.module.css';
import { isNarrowed, switched, widened, type DateChoice, type NoteView } from './use-note-view';

/** Most tags that are listed to choose from: one that is borne more seldom is found by typing it. */
const MOST_TAGS = 40;

interface FilterPanelProps {
  readonly view: NoteView;
  /** The notes that there are, to know which tags can be chosen. */
  readonly annotations: readonly Annotation[];
  readonly onChange: (changes: Partial<NoteView>) => void;
}

/** All that notes can be filtered by, beside their colour, which has a row of its own. */
export function FilterPanel({ view, annotations, onChange }: FilterPanelProps): ReactNode {
  const { notes: strings, marks } = useStrings();
  const tags = tagCounts(annotations).slice(0, MOST_TAGS);
  return (
    <>
      <OneOf
        name={strings.noteFilter}
        value={view.note}
        choices={['any', 'with', 'without']}
        words={strings.noteFilters}
        onChoose={(note) => {
          onChange({ note });
        }}
      />
      {tags.length > 0 && (
        <Checks
          name={strings.tagFilter}
          choices={tags.map(({ tag, count }) => ({ value: tag, name: tag, count }))}
          chosen={view.tags}
          onSwitch={(tag) => {
            onChange({ tags: switched(view.tags, tag) });
          }}
        />
      )}
      <Checks
        name={strings.styleFilter}
        choices={STYLES.map((value) => ({ value, name: marks.styles[value] }))}
        chosen={view.styles}
        onSwitch={(style) => {
          onChange({ styles: switched(view.styles, style) });
        }}
      />
      <Dates
        date={view.date}
        onChange={(date) => {
          onChange({ date });
        }}
      />
      <div className={styles['panelFoot']}>
        <button
          type="button"
          className={styles['clear']}
          disabled={!isNarrowed(view)}
          onClick={() => {
            onChange(widened(view));
          }}
        >
          {strings.clearFilters}
        </button>
      </div>
    </>
  );
}

interface ChecksProps<Value extends string> {
  readonly name: string;
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly count?: number }[];
  readonly chosen: readonly Value[];
  readonly onSwitch: (value: Value) => void;
}

function Checks<Value extends string>({ name, choices, chosen, onSwitch }: ChecksProps<Value>): ReactNode {
  const lang = useOwnWordsLang();
  return (
    <fieldset className={styles['checks']}>
      <legend>{name}</legend>
      {choices.map(({ value, name: words, count }) => (
        <label key={value} className={styles['check']}>
          <input
            type="checkbox"
            aria-label={words}
            checked={chosen.includes(value)}
            onChange={() => {
              onSwitch(value);
            }}
          />
          <bdi lang={lang}>{words}</bdi>
          {count !== undefined && <small aria-hidden="true">{count}</small>}
        </label>
      ))}
    </fieldset>
  );
}

interface DatesProps {
  readonly date: DateChoice;
  readonly onChange: (date: DateChoice) => void;
}

/** When the notes were changed: lately, or between two days. */
function Dates({ date, onChange }: DatesProps): ReactNode {
  const strings = useStrings().notes;
  const id = useId();
  return (
    <OneOf
      name={strings.dateFilter}
      value={date.kind}
      choices={['any', 'today', 'week', 'month', 'range']}
      words={strings.dates}
      onChoose={(kind) => {
        onChange(kind === 'range' ? { kind, from: '', to: '' } : { kind });
      }}
    >
      {date.kind === 'range' && (
        <div className={styles['range']}>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} htmlFor={`${id}-${end}`}>
              {strings.range[end]}
              <input
                id={`${id}-${end}`}
                type="date"
                value={date[end]}
                onChange={(event) => {
                  onChange({ ...date, [end]: event.target.value });
                }}
              />
            </label>
          ))}
        </div>
      )}
    </OneOf>
  );
}

interface OneOfProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
  /** What belongs to a choice, below them. */
  readonly children?: ReactNode;
}

/** One choice of a few, which look as those do of which several can be on. */
function OneOf<Value extends string>(props: OneOfProps<Value>): ReactNode {
  const { name, value, choices, words, onChoose, children } = props;
  const group = useId();
  return (
    <fieldset className={styles['checks']}>
      <legend>{name}</legend>
      {choices.map((choice) => (
        <label key={choice} className={styles['check']}>
          <input
            type="radio"
            name={group}
            checked={choice === value}
            onChange={() => {
              onChoose(choice);
            }}
          />
          <span>{words[choice]}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
