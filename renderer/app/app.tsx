import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ReplyOf } from '#core/ipc/contract';
import { languageOf } from '#core/ipc/language';
import type { OpenFailure } from '../storage/database';
import { ServicesContext, useServices, useSettings } from '../services';
import { LanguageContext, useStrings } from '../strings/use-strings';
import styles from './app.module.css';
import type { Started } from './open-listed';
import { Panel } from './panel';
import { RecoveryBar } from './recovery-bar';
import { useStart } from './use-start';
import { useTheme } from './use-theme';
import { Workspace } from './workspace';

export interface AppProps {
  readonly start: () => Promise<Started | OpenFailure>;
  /** Copies the whole profile into a folder that the person chooses, also where it cannot be opened. */
  readonly copyProfile: CopyProfile;
}

type CopyProfile = () => Promise<ReplyOf<'profile.copy'>>;

/** The whole page: start, then the workspace, or a plain panel that says what to do. */
export function App({ start: open, copyProfile }: AppProps): ReactNode {
  const { start, again } = useStart(open);
  switch (start.phase) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <LanguageContext value={languageOf(navigator.languages)}>
          <StartFailure reason={start.reason} onAgain={again} copyProfile={copyProfile} />
        </LanguageContext>
      );
    case 'ready':
      return (
        <ServicesContext value={start.services}>
          <Localized>
            <div className={styles['frame']}>
              <RecoveryBar found={start.services.found} />
              <Workspace texts={start.services.listed} first={start.first} />
            </div>
          </Localized>
        </ServicesContext>
      );
  }
}

interface StartFailureProps {
  readonly reason: OpenFailure;
  readonly onAgain: () => void;
  readonly copyProfile: CopyProfile;
}

/** Why the profile cannot be opened, what to do next, and a way to have all of it in safety first. */
function StartFailure({ reason, onAgain, copyProfile }: StartFailureProps): ReactNode {
  const { app, backups } = useStrings();
  const { profile } = backups;
  const [said, setSaid] = useState('');
  const copy = (): void => {
    setSaid(profile.copying);
    void copyProfile()
      .catch((): ReplyOf<'profile.copy'> => ({ kind: 'failed', reason: 'other' }))
      .then((outcome) => {
        if (outcome.kind === 'cancelled') setSaid('');
        else setSaid(outcome.kind === 'copied' ? profile.copied(outcome.folderName) : profile.failed[outcome.reason]);
      });
  };
  return (
    <main>
      <Panel
        title={app.databaseTitle}
        advice={reason === 'newer' ? app.newerAdvice : app.databaseAdvice}
        action={{ name: app.tryAgain, run: onAgain }}
        other={{ name: profile.action, run: copy, said }}
      />
    </main>
  );
}

/** Speaks the chosen language, or the system's, and wears the chosen theme; main hears of both, and of the keys. */
function Localized({ children }: { readonly children: ReactNode }): ReactNode {
  const { bridge, keys } = useServices();
  const [settings] = useSettings();
  const { changed } = useSyncExternalStore(keys.subscribe, keys.current);
  const language = settings.language ?? languageOf(navigator.languages);
  useTheme(settings.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    void bridge.request('preferences.set', { language, theme: settings.theme });
  }, [bridge, language, settings.theme]);
  useEffect(() => {
    void bridge.request('keys.set', { changed });
  }, [bridge, changed]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
