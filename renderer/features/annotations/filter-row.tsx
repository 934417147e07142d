import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { COLOURS, type Annotation, type Colour } from '#core/annotation/annotation';
import { useColourWords } from '../../strings/use-colour-words';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Disclosure } from '../../ui/disclosure';
import { ColourSign } from './colour-sign';
import colourStyles from './colours.module.css';
import { FilterPanel } from './filter-panel';
import styles from './pane.module.css';
import { isNarrowed, switched, widened, type NoteView } from './use-note-view';

interface FilterRowProps {
  readonly view: NoteView;
  /** The notes that there are. */
  readonly annotations: readonly Annotation[];
  readonly onChange: (changes: Partial<NoteView>) => void;
}

/** The colours that notes can be filtered by: those that everybody has, and others that notes bear. */
const coloursOf = (annotations: readonly Annotation[]): Colour[] => [
  ...new Set<Colour>([...COLOURS, ...annotations.map(({ colour }) => colour)]),
];

/** Filters the notes: by colour at once, by the rest in a panel; what is on is shown below, and can be taken off. */
export function FilterRow({ view, annotations, onChange }: FilterRowProps): ReactNode {
  const strings = useStrings().notes;
  const { full: colourName } = useColourWords();
  const { styles: looks, tags, note, date } = view;
  const colours = useMemo(() => coloursOf(annotations), [annotations]);
  return (
    <div className={styles['filters']}>
      <div className={styles['filterRow']}>
        <div role="group" aria-label={strings.colourFilter} className={styles['dots']}>
          {colours.map((colour) => (
            <label
              key={colour}
              className={colourStyles['colour']}
              title={colourName(colour)}
              style={{ '--edge': `var(--${colour}-ink)` } as CSSProperties}
            >
              <input
                type="checkbox"
                aria-label={colourName(colour)}
                checked={view.colours.includes(colour)}
                onChange={() => {
                  onChange({ colours: switched(view.colours, colour) });
                }}
              />
              <ColourSign colour={colour} />
            </label>
          ))}
        </div>
        <Disclosure
          icon="filter"
          label={strings.filter}
          isOn={tags.length + looks.length > 0 || note !== 'any' || date.kind !== 'any'}
        >
          <FilterPanel view={view} annotations={annotations} onChange={onChange} />
        </Disclosure>
      </div>
      {isNarrowed(view) && <ActiveFilters view={view} onChange={onChange} />}
    </div>
  );
}

/** What is on, each with the way to take it off, and all at once. */
function ActiveFilters({ view, onChange }: Omit<FilterRowProps, 'annotations'>): ReactNode {
  const { notes: strings, marks } = useStrings();
  const lang = useOwnWordsLang();
  const { full: colourName } = useColourWords();
  const { colours, styles: looks, tags, note, date } = view;
  const on: { readonly name: string; readonly off: Partial<NoteView> }[] = [
    ...colours.map((colour) => ({ name: colourName(colour), off: { colours: switched(colours, colour) } })),
    ...tags.map((tag) => ({ name: `#${tag}`, off: { tags: switched(tags, tag) } })),
    ...looks.map((style) => ({ name: marks.styles[style], off: { styles: switched(looks, style) } })),
    ...(note === 'any' ? [] : [{ name: strings.noteFilters[note], off: { note: 'any' as const } }]),
    ...(date.kind === 'any'
      ? []
      : [
          {
            name: date.kind === 'range' ? `${date.from || '…'} – ${date.to || '…'}` : strings.dates[date.kind],
            off: { date: { kind: 'any' as const } },
          },
        ]),
  ];
  return (
    <div role="group" aria-label={strings.filtersOn} className={styles['on']}>
      {on.map(({ name, off }) => (
        <button
          key={name}
          type="button"
          className={styles['onChip']}
          aria-label={strings.takeOff(name)}
          title={strings.takeOff(name)}
          onClick={() => {
            onChange(off);
          }}
        >
          <bdi lang={lang}>{name}</bdi>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {on.length > 1 && (
        <button
          type="button"
          className={styles['clear']}
          onClick={() => {
            onChange(widened(view));
          }}
        >
          {strings.clearFilters}
        </button>
      )}
    </div>
  );
}
