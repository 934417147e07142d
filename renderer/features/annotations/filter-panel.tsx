import { useId, type ReactNode } from 'react';
import { STYLES, type Annotation } from '#core/annotation/annotation';
import { tagCounts } from '#core/annotation/tags';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Segments } from '../../ui/segments';
import styles from './pane.module.css';
import { switched, type DateChoice, type NoteView } from './use-note-view';

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
      <div className={styles['choice']}>
        <span aria-hidden="true">{strings.noteFilter}</span>
        <Segments
          label={strings.noteFilter}
          value={view.note}
          choices={(['any', 'with', 'without'] as const).map((value) => ({ value, name: strings.noteFilters[value] }))}
          onChoose={(note) => {
            onChange({ note });
          }}
        />
      </div>
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
  const group = useId();
  return (
    <fieldset className={styles['checks']}>
      <legend>{strings.dateFilter}</legend>
      {(['any', 'today', 'week', 'month', 'range'] as const).map((kind) => (
        <label key={kind} className={styles['check']}>
          <input
            type="radio"
            name={group}
            checked={date.kind === kind}
            onChange={() => {
              onChange(kind === 'range' ? { kind, from: '', to: '' } : { kind });
            }}
          />
          <span>{strings.dates[kind]}</span>
        </label>
      ))}
      {date.kind === 'range' && (
        <div className={styles['range']}>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} htmlFor={`${group}-${end}`}>
              {strings.range[end]}
              <input
                id={`${group}-${end}`}
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
    </fieldset>
  );
}
