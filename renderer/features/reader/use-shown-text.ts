import { useEffect, useState } from 'react';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { ShownText, type FixedIn } from '#core/text/shown-text';
import type { Text } from '#core/text/text';

/** A text as it is shown, with the script that it is really shown in. */
export interface Shown {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
}

/**
 * The text in the chosen script. While the conversion is being loaded, what was shown before stays; where it cannot
 * be loaded, `onFailure` is called and what was shown stays for good. `fixedIn` says what the reader has corrected in
 * this mode.
 */
export function useShownText(
  { text, mode, repairs }: { readonly text: Text; readonly mode: ScriptMode; readonly repairs: boolean },
  fixedIn: FixedIn,
  onFailure: () => void,
): Shown | undefined {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let wanted = true;
    loadProjector(text.script, mode).then(
      (projector) => {
        if (wanted) setShown({ shown: new ShownText(text, projector, repairs, fixedIn), mode });
      },
      () => {
        if (wanted) onFailure();
      },
    );
    return () => {
      wanted = false;
    };
  }, [text, mode, repairs, fixedIn, onFailure]);
  return shown?.shown.text === text ? shown : undefined;
}
