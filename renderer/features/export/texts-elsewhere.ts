import type { Correction } from '#core/correction/correction';
import { showText } from '#core/exchange/show-text';
import type { ScriptMode } from '#core/script/mode';
import type { QuoteChoice } from '#core/script/quote-style';
import type { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';

/** What texts are shown from. */
export interface TextsShown {
  /** The text that is read, as it is shown. */
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  /** True if no phrase ends inside a word. */
  readonly careful: boolean;
  readonly quotes: QuoteChoice;
  readonly read: (textId: string) => Promise<Text | undefined>;
  readonly corrections: () => readonly Correction[];
}

/** Shows any text as the one that is read is shown: in its script, with its repairs and what the reader has corrected. */
export function shownLike({ shown, mode, careful, quotes, read, corrections }: TextsShown) {
  return async (textId: string): Promise<ShownText | undefined> => {
    if (textId === shown.text.id) return shown;
    const text = await read(textId);
    if (text === undefined) return undefined;
    return showText(text, { mode, careful, quotes, repairs: shown.repairs, corrections: corrections() });
  };
}
