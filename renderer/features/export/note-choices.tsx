import { useId, type ReactNode } from 'react';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { NOTE_CHOICES, type NoteChoice } from './chosen-notes';
import styles from './export.module.css';

interface NoteChoicesProps {
  readonly choice: NoteChoice;
  readonly counts: Readonly<Record<NoteChoice, number>>;
  /** Whether the notes pane lists those alone that a filter finds. */
  readonly isFiltered: boolean;
  readonly onChoose: (choice: NoteChoice) => void;
}

/** Which notes go out, with how many there are of each. */
export function NoteChoices({ choice, counts, isFiltered, onChoose }: NoteChoicesProps): ReactNode {
  const strings = useStrings().export;
  const numbers = new Intl.NumberFormat(useLanguage());
  const group = useId();
  /** Why a choice cannot be made, where its number does not say it. */
  const whyNone = (value: NoteChoice): string | undefined => {
    if (counts[value] > 0) return undefined;
    if (value === 'filtered' && !isFiltered) return strings.noneOf.filtered;
    return value === 'selected' ? strings.noneOf.selected : undefined;
  };
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['name']}>{strings.which}</legend>
      {NOTE_CHOICES.map((value) => (
        <label key={value} className={styles['choice']} data-none={counts[value] === 0 || undefined}>
          <input
            type="radio"
            name={group}
            checked={value === choice}
            disabled={counts[value] === 0}
            onChange={() => {
              onChoose(value);
            }}
          />
          <span>{strings.choices[value]}</span>
          <small>{numbers.format(counts[value])}</small>
          {whyNone(value) !== undefined && <small className={styles['why']}>{whyNone(value)}</small>}
        </label>
      ))}
    </fieldset>
  );
}
