import type { ReactNode } from 'react';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { useStrings } from '../../strings/use-strings';
import { Segments } from '../../ui/segments';

interface ScriptSwitchProps {
  readonly mode: ScriptMode;
  readonly onChoose: (mode: ScriptMode) => void;
}

/** Beside “Taiwan”, “phrases” says enough where there is little room. */
function leadOf(mode: ScriptMode, modes: Readonly<Record<ScriptMode, string>>): { readonly lead?: string } {
  const { taiwan, [mode]: name } = modes;
  if (mode === 'taiwan' || !name.startsWith(taiwan)) return {};
  return { lead: name.slice(0, name.length - name.slice(taiwan.length).trimStart().length) };
}

/** The choice of a script for the page. */
export function ScriptSwitch({ mode, onChoose }: ScriptSwitchProps): ReactNode {
  const { reader } = useStrings();
  const { modes } = reader;
  const choices = SCRIPT_MODES.map((value) => ({ value, name: modes[value], ...leadOf(value, modes) }));
  return <Segments label={reader.script} value={mode} choices={choices} onChoose={onChoose} />;
}
