import { useEffect, useState } from 'react';
import { languageTag } from '#core/script/conversion-table';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { quotedProjector, quoteStyleOf, type QuoteChoice } from '#core/script/quote-style';
import { loadVariants, NO_VARIANTS } from '#core/script/variants';
import { ShownText, type FixedIn } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { useServices } from '../../services';

/** A text as it is shown, with the script that it is really shown in. */
export interface Shown {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  /** True if no phrase ends inside a word. */
  readonly careful: boolean;
  /** Which quotation marks are shown. */
  readonly quotes: QuoteChoice;
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
  readonly quotes: QuoteChoice;
}

/**
 * The text in the chosen script. While the conversion is being loaded, what was shown before stays; where it cannot
 * be loaded, `onFailure` is called and what was shown stays for good. `fixedIn` says what the reader has corrected in
 * this mode. Where nothing is `wanted` nothing is loaded.
 */
export function useShownText(wanted: Wanted | undefined, fixedIn: FixedIn, onFailure: () => void): Shown | undefined {
  const {
    text,
    mode = 'original',
    repairs = true,
    variants = false,
    careful = false,
    quotes = 'as-shown',
  } = wanted ?? {};
  const { type } = useServices();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (text === undefined) return;
    let isWanted = true;
    const ambiguous = variants ? loadVariants(text.script, mode) : NO_VARIANTS;
    const language = languageTag(text.script, mode);
    // No text is seen before what would move it is there.
    Promise.all([loadProjector(text.script, mode, careful), ambiguous, type.ready(language)]).then(
      ([projector, marked]) => {
        if (!isWanted) return;
        const quoted = quotedProjector(projector, quoteStyleOf(quotes, language));
        setShown({ shown: new ShownText(text, quoted, repairs, fixedIn, marked), mode, careful, quotes });
      },
      () => {
        if (isWanted) onFailure();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [text, mode, repairs, variants, careful, quotes, fixedIn, type, onFailure]);
  return text !== undefined && shown?.shown.text === text ? shown : undefined;
}
