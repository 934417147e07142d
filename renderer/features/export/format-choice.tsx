import { useId, type ReactNode } from 'react';
import type { Format } from '#core/exchange/format';
import { FORMATS } from '#core/exchange/formats';
import { useLanguage, useStrings } from '../../strings/use-strings';
import styles from './export.module.css';

interface FormatChoiceProps {
  readonly format: Format;
  readonly onChoose: (id: string) => void;
}

/** The formats, and what the chosen one is good for. */
export function FormatChoice({ format, onChoose }: FormatChoiceProps): ReactNode {
  const strings = useStrings().export;
  const language = useLanguage();
  const description = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['field']}>
        <span className={styles['name']}>{strings.format}</span>
        <select
          className={styles['select']}
          aria-describedby={description}
          value={format.id}
          onChange={(event) => {
            onChoose(event.target.value);
          }}
        >
          {FORMATS.map(({ id, words }) => (
            <option key={id} value={id}>
              {words[language].name}
            </option>
          ))}
        </select>
      </label>
      <p id={description} className={styles['hint']}>
        {format.words[language].description}
      </p>
    </div>
  );
}
