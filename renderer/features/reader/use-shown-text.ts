import { useEffect, useState } from 'react';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadVariants, NO_VARIANTS } from '#core/script/variants';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';

/** A text as it is shown, with the script that it is really shown in. */
export interface Shown {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
}

/** What is to be shown, and how. */
interface Wanted {
  readonly text: Text;
  readonly mode: ScriptMode;
  readonly repairs: boolean;
  /** True if characters with more than one counterpart are marked. */
  readonly variants: boolean;
}

/**
 * The text in the chosen script. While the conversion is being loaded, what was shown before stays; where it cannot
 * be loaded, `onFailure` is called and what was shown stays for good.
 */
export function useShownText({ text, mode, repairs, variants }: Wanted, onFailure: () => void): Shown | undefined {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let wanted = true;
    const ambiguous = variants ? loadVariants(text.script, mode) : NO_VARIANTS;
    Promise.all([loadProjector(text.script, mode), ambiguous]).then(
      ([projector, marked]) => {
        if (wanted) setShown({ shown: new ShownText(text, projector, repairs, undefined, marked), mode });
      },
      () => {
        if (wanted) onFailure();
      },
    );
    return () => {
      wanted = false;
    };
  }, [text, mode, repairs, variants, onFailure]);
  return shown?.shown.text === text ? shown : undefined;
}
