import type { ReactNode } from 'react';
import { LAYOUTS } from '#core/text/layout';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Segments } from '../../ui/segments';

/** The choice of how lines run. */
export function LayoutSwitch(): ReactNode {
  const { layout: strings } = useStrings().reading;
  const [{ layout }, change] = useSettings();
  return (
    <Segments
      label={strings.name}
      value={layout}
      choices={LAYOUTS.map((value) => ({ value, name: strings[value], icon: value }))}
      onChoose={(next) => {
        change({ layout: next });
      }}
    />
  );
}
