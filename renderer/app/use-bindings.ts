import { useCallback, useEffect, useRef } from 'react';
import type { OpenedText } from '../features/library';
import { useServices } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Notice } from './notice';
import type { Actions } from './actions';
import { press } from './press';
import { useKeys } from './use-keys';

/** Says what a person should know without having asked: another edition of the file, settings that were not kept. */
export function useNews(opened: OpenedText, say: (notice: Notice) => void): void {
  const { settings } = useServices();
  const { app, files } = useStrings();
  useEffect(() => {
    if (opened.isKeptEdition) say({ words: files.keptEdition(opened.fileName) });
    // Said once, when the text opens; a change of language says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [opened]);
  useEffect(
    () =>
      settings.onFailure(() => {
        say({ words: app.couldNotKeepSettings });
      }),
    [settings, say, app],
  );
}

/** Binds the keyboard and the menu once; what they reach is always the newest. */
export function useBindings(actions: Actions, current: string | undefined): void {
  const { bridge } = useServices();
  const newest = useRef({ actions, current });
  useEffect(() => {
    newest.current = { actions, current };
  });
  useKeys(
    useCallback((action) => {
      press(action, newest.current.actions, newest.current.current);
    }, []),
  );
  useEffect(
    () =>
      bridge.listen('menu.command', (command) => {
        newest.current.actions.command(command);
      }),
    [bridge],
  );
}
