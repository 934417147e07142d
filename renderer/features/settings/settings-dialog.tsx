import { useEffect, useRef, type ReactNode } from 'react';
import { LANGUAGES } from '#core/ipc/language';
import { useSettings } from '../../services';
import { MixedWords } from '../../strings/mixed-words';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { IconButton } from '../../ui/icon-button';
import { Segments } from '../../ui/segments';
import { Switch } from '../../ui/switch';
import styles from './settings.module.css';
import { ThemeChoice } from './theme-choice';
import { TurningChoice } from './turning-choice';

interface SettingsDialogProps {
  /** Sections of other features. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The settings, beside the page that they change: nothing of it is out of reach meanwhile. */
export function SettingsDialog({ children, onClose }: SettingsDialogProps): ReactNode {
  const { settings: strings } = useStrings();
  const language = useLanguage();
  const [{ careful }, change] = useSettings();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  return (
    <div ref={panel} role="dialog" aria-label={strings.title} tabIndex={-1} className={styles['panel']}>
      <div className={styles['head']}>
        <h2>{strings.title}</h2>
        <IconButton icon="close" label={strings.close} onPress={onClose} />
      </div>
      <div className={styles['row']}>
        <span aria-hidden="true">{strings.theme}</span>
        <ThemeChoice />
      </div>
      <div className={styles['row']}>
        <span aria-hidden="true">{strings.language}</span>
        <Segments
          label={strings.language}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, name: strings.languages[value], lang: value }))}
          onChoose={(value) => {
            change({ language: value });
          }}
        />
      </div>
      <TurningChoice />
      <div className={styles['row']}>
        <Switch
          label={strings.careful}
          on={careful}
          onSwitch={(on) => {
            change({ careful: on });
          }}
        />
        <p className={styles['hint']}>
          <MixedWords words={strings.carefulHint} />
        </p>
      </div>
      {children}
      <p className={styles['credits']}>{strings.credits}</p>
      <div aria-hidden="true" className={styles['more']} />
    </div>
  );
}
