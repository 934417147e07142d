import { useId, type ReactNode } from 'react';
import styles from './segments.module.css';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly lang?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One choice of a few, side by side: radio buttons drawn as segments. */
export function Segments<Value extends string>({ label, value, choices, onChoose }: SegmentsProps<Value>): ReactNode {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['segment']} lang={choice.lang}>
          <input
            type="radio"
            name={group}
            className={styles['input']}
            checked={choice.value === value}
            onChange={() => {
              onChoose(choice.value);
            }}
          />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
