import { useEffect, useState } from 'react';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadVariants, NO_VARIANTS } from '#core/script/variants';
import { ShownText, type FixedIn } from '#core/text/shown-text';
import type { Text } from '#core/text/text';

/** A text as it is shown, with the script that it is really shown in. */
export interface Shown {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  /** True if no phrase ends inside a word. */
  readonly careful: boolean;
}

/** What is to be shown, and how. */
interface Wanted {
  readonly text: Text;
  readonly mode: ScriptMode;
  readonly repairs: boolean;
  /** True if characters with more than one counterpart are marked. */
  readonly variants: boolean;
  /** True if no phrase may end inside a word. */
  readonly careful: boolean;
}

/**
 * The text in the chosen script. While the conversion is being loaded, what was shown before stays; where it cannot
 * be loaded, `onFailure` is called and what was shown stays for good. `fixedIn` says what the reader has corrected in
 * this mode. Where nothing is `wanted` nothing is loaded.
 */
export function useShownText(wanted: Wanted | undefined, fixedIn: FixedIn, onFailure: () => void): Shown | undefined {
  const { text, mode = 'original', repairs = true, variants = false, careful = false } = wanted ?? {};
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (text === undefined) return;
    let isWanted = true;
    const ambiguous = variants ? loadVariants(text.script, mode) : NO_VARIANTS;
    Promise.all([loadProjector(text.script, mode, careful), ambiguous]).then(
      ([projector, marked]) => {
        if (isWanted) setShown({ shown: new ShownText(text, projector, repairs, fixedIn, marked), mode, careful });
      },
      () => {
        if (isWanted) onFailure();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [text, mode, repairs, variants, careful, fixedIn, onFailure]);
  return text !== undefined && shown?.shown.text === text ? shown : undefined;
}
