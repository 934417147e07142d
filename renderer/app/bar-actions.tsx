import type { ReactNode } from 'react';
import { useSettings } from '../services';
import { useKeyOf } from '../strings/command-words';
import { useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import type { Actions } from './actions';
import type { Surface } from './use-surface';

interface BarActionsProps {
  readonly onCommand: Actions['command'];
  readonly surface: Surface | undefined;
}

/** The buttons at the end of the bar. */
export function BarActions({ onCommand, surface }: BarActionsProps): ReactNode {
  const strings = useStrings();
  const keyOf = useKeyOf();
  const [{ parallel: isParallel }] = useSettings();
  return (
    <>
      <IconButton
        icon="parallel"
        label={strings.reading.parallel.name}
        pressed={isParallel}
        shortcut={keyOf('toggle-parallel')}
        onPress={() => {
          onCommand('toggle-parallel');
        }}
      />
      <IconButton
        icon="find"
        label={strings.find.name}
        shortcut={keyOf('find')}
        onPress={() => {
          onCommand('find');
        }}
      />
      <IconButton
        icon="export"
        label={strings.export.open}
        shortcut={keyOf('export')}
        onPress={() => {
          onCommand('export');
        }}
      />
      <IconButton
        icon="settings"
        label={strings.settings.open}
        pressed={surface === 'settings'}
        shortcut={keyOf('settings')}
        onPress={() => {
          onCommand('settings');
        }}
      />
    </>
  );
}
