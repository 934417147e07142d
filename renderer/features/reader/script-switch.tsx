import type { ReactNode } from 'react';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { useStrings } from '../../strings/use-strings';
import { Segments } from '../../ui/segments';

interface ScriptSwitchProps {
  readonly mode: ScriptMode;
  readonly onChoose: (mode: ScriptMode) => void;
}

/** The choice of a script for the page. */
export function ScriptSwitch({ mode, onChoose }: ScriptSwitchProps): ReactNode {
  const { reader } = useStrings();
  const choices = SCRIPT_MODES.map((value) => ({ value, name: reader.modes[value] }));
  return <Segments label={reader.script} value={mode} choices={choices} onChoose={onChoose} />;
}
