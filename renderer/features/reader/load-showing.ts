import { languageTag } from '#core/script/conversion-table';
import type { ScriptMode } from '#core/script/mode';
import type { Projector } from '#core/script/projection';
import { quotedProjector, quotesIn, quoteStyleOf, type QuoteChoice } from '#core/script/quote-style';
import { loadVariants, NO_VARIANTS, type Variants } from '#core/script/variants';
import { ShownText, type FixedIn } from '#core/text/shown-text';
import type { Layout } from '#core/text/layout';
import type { Text } from '#core/text/text';
import { loadProjector } from '../../load-script';
import type { WornType } from '../../fonts/worn-type';

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
export interface Wanted {
  readonly text: Text;
  readonly mode: ScriptMode;
  readonly repairs: boolean;
  /** True if characters with more than one counterpart are marked. */
  readonly variants: boolean;
  /** True if no phrase may end inside a word. */
  readonly careful: boolean;
  readonly quotes: QuoteChoice;
  /** How its lines run: in columns quotation marks are others. */
  readonly layout: Layout;
}

/** What the showing of a text stands on, once that is loaded. */
export interface Showing {
  readonly wanted: Wanted;
  readonly projector: Projector;
  readonly marked: Variants;
}

/** Loads what showing a text takes; no text is seen before what would move it is there. Rejects if it cannot be. */
export async function loadShowing(wanted: Wanted, type: WornType): Promise<Showing> {
  const { text, mode, variants, careful } = wanted;
  const [projector, marked] = await Promise.all([
    loadProjector(text.script, mode, careful),
    variants ? loadVariants(text.script, mode) : NO_VARIANTS,
    type.ready(languageTag(text.script, mode)),
  ]);
  return { wanted, projector, marked };
}

/** The text as it is shown; `fixedIn` says what the reader has corrected in this mode. */
export function show({ wanted, projector, marked }: Showing, fixedIn: FixedIn): Shown {
  const { text, mode, repairs, careful } = wanted;
  const quotes = quotesIn(wanted.quotes, wanted.layout);
  const quoted = quotedProjector(projector, quoteStyleOf(quotes, languageTag(text.script, mode)));
  return { shown: new ShownText(text, quoted, repairs, fixedIn, marked), mode, careful, quotes };
}
