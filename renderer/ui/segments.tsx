import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './segments.module.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly lang?: string;
  /** The beginning of the name, where the rest can stand for it. */
  readonly lead?: string;
  /** Drawn beside the name, and in its place where the window is narrow. */
  readonly icon?: IconName;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

function Name({ name, lead }: Pick<Choice<string>, 'name' | 'lead'>): ReactNode {
  if (lead === undefined) return <span>{name}</span>;
  // Said whole, by the name of the input.
  return (
    <span aria-hidden="true">
      <span className={styles['lead']}>{lead}</span>
      <span>{name.slice(lead.length)}</span>
    </span>
  );
}

/** One choice of a few, side by side: radio buttons drawn as segments. */
export function Segments<Value extends string>({ label, value, choices, onChoose }: SegmentsProps<Value>): ReactNode {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={styles['segment']}
          lang={choice.lang}
          title={choice.icon || choice.lead ? choice.name : undefined}
          data-drawn={choice.icon}
        >
          <input
            type="radio"
            name={group}
            className={styles['input']}
            aria-label={choice.lead && choice.name}
            checked={choice.value === value}
            onChange={() => {
              onChoose(choice.value);
            }}
          />
          {choice.icon && <Icon name={choice.icon} />}
          <Name {...choice} />
        </label>
      ))}
    </div>
  );
}
