import type { Correction } from '#core/correction/correction';
import type { ScriptMode } from '#core/script/mode';
import type { Hits } from '#core/search/hits';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';

/** The page as a search uses it. */
export interface FoundPage {
  /** Paints hits, and the current one so that it stands out. */
  readonly paint: (hits: Hits, current: CodePointSpan | undefined) => void;
  /** Brings a hit into sight. */
  readonly reveal: (span: CodePointSpan) => void;
  /** True if a hit is in sight. */
  readonly sees: (span: CodePointSpan) => boolean;
  /** The canonical offset of the first words in sight. */
  readonly top: () => number | undefined;
  /** Gives the page the focus back, with this selected and nothing opened over it. */
  readonly leave: (span: CodePointSpan | undefined) => void;
}

/** What is shown, as far as a search has to know. */
export interface FoundIn {
  readonly shown: ShownText;
  /** The script that the page displays, and then those of columns beside it. */
  readonly modes: readonly ScriptMode[];
  readonly careful: boolean;
  readonly corrections: readonly Correction[];
}
