import { useId, type ReactNode } from 'react';
import { THEMES, type Appearance, type Theme } from '#core/ipc/theme';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import styles from './theme-choice.module.css';

/** What each theme looks like: two halves where the computer says which it is. */
const LOOKS: Readonly<Record<Theme, readonly Appearance[]>> = {
  system: ['light', 'dark'],
  light: ['light'],
  sepia: ['sepia'],
  dark: ['dark'],
  contrast: ['contrast-light', 'contrast-dark'],
};

/** The themes, each with a piece of its paper. */
export function ThemeChoice(): ReactNode {
  const { settings: strings } = useStrings();
  const [{ theme }, change] = useSettings();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={strings.theme} className={styles['themes']}>
      {THEMES.map((value) => (
        <label key={value} className={styles['theme']} title={strings.themes[value]}>
          <input
            type="radio"
            name={group}
            className={styles['input']}
            aria-label={strings.themes[value]}
            checked={value === theme}
            onChange={() => {
              change({ theme: value });
            }}
          />
          <span className={styles['papers']} aria-hidden="true">
            {LOOKS[value].map((look) => (
              <span key={look} className={styles['paper']} data-theme={look} lang="zh-Hant">
                文
              </span>
            ))}
          </span>
          <span className={styles['name']}>{value === 'contrast' ? strings.contrastShort : strings.themes[value]}</span>
        </label>
      ))}
    </div>
  );
}
