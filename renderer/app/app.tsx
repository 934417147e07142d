import { useEffect, type ReactNode } from 'react';
import { languageOf } from '#core/ipc/language';
import type { OpenFailure } from '../storage/database';
import { ServicesContext, useServices, useSettings, type Services } from '../services';
import { LanguageContext, useStrings } from '../strings/use-strings';
import styles from './app.module.css';
import { Panel } from './panel';
import { RecoveryBar } from './recovery-bar';
import { useStart } from './use-start';
import { useTheme } from './use-theme';
import { Workspace } from './workspace';

/** The whole page: start, then the workspace, or a plain panel that says what to do. */
export function App({ open }: { readonly open: () => Promise<Services | OpenFailure> }): ReactNode {
  const { start, again } = useStart(open);
  switch (start.phase) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <LanguageContext value={languageOf(navigator.languages)}>
          <StartFailure reason={start.reason} onAgain={again} />
        </LanguageContext>
      );
    case 'ready':
      return (
        <ServicesContext value={start.services}>
          <Localized>
            <div className={styles['frame']}>
              <RecoveryBar found={start.services.found} />
              <Workspace texts={start.texts} />
            </div>
          </Localized>
        </ServicesContext>
      );
  }
}

function StartFailure({ reason, onAgain }: { readonly reason: OpenFailure; readonly onAgain: () => void }): ReactNode {
  const { app } = useStrings();
  const advice = reason === 'newer' ? app.newerAdvice : app.databaseAdvice;
  return <Panel title={app.databaseTitle} advice={advice} action={{ name: app.tryAgain, run: onAgain }} />;
}

/** Speaks the chosen language, or the system's, and wears the chosen theme; main hears of both. */
function Localized({ children }: { readonly children: ReactNode }): ReactNode {
  const { bridge } = useServices();
  const [settings] = useSettings();
  const language = settings.language ?? languageOf(navigator.languages);
  useTheme(settings.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    void bridge.request('preferences.set', { language, theme: settings.theme });
  }, [bridge, language, settings.theme]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
