import { useId, type ReactNode } from 'react';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { NOTE_CHOICES, type NoteChoice } from './chosen-notes';
import styles from './export.module.css';

interface NoteChoicesProps {
  readonly choice: NoteChoice;
  readonly counts: Readonly<Record<NoteChoice, number>>;
  readonly onChoose: (choice: NoteChoice) => void;
}

/** Which notes go out, with how many there are of each. */
export function NoteChoices({ choice, counts, onChoose }: NoteChoicesProps): ReactNode {
  const strings = useStrings().export;
  const numbers = new Intl.NumberFormat(useLanguage());
  const group = useId();
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
        </label>
      ))}
    </fieldset>
  );
}
