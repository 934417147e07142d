import { isConverted, type Correction } from '../correction/correction';
import { resolverOf } from '../correction/resolver';
import type { ScriptMode } from '../script/mode';
import { languageTag } from '../script/conversion-table';
import { loadProjector } from '../script/projector';
import { quotedProjector, quoteStyleOf, type QuoteChoice } from '../script/quote-style';
import { ShownText } from '../text/shown-text';
import type { Text } from '../text/text';

/** How a text is to be shown. */
export interface Showing {
  readonly mode: ScriptMode;
  readonly repairs: boolean;
  /** True if no phrase may end inside a word. */
  readonly careful: boolean;
  /** Which quotation marks are shown; as in the text where it is absent. */
  readonly quotes?: QuoteChoice;
  /** The live corrections. */
  readonly corrections: readonly Correction[];
}

/** A text as its reader would see it, with their corrections; dictionaries are loaded when first needed. */
export async function showText(text: Text, showing: Showing): Promise<ShownText> {
  const { mode, repairs, careful, quotes = 'as-shown', corrections } = showing;
  const style = quoteStyleOf(quotes, languageTag(text.script, mode));
  const projector = quotedProjector(await loadProjector(text.script, mode, careful), style);
  if (!isConverted(text.script, mode)) return new ShownText(text, projector, repairs);
  return new ShownText(text, projector, repairs, resolverOf(corrections, mode, text).fixedIn);
}
