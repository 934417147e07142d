import { isConverted, type Correction } from '#core/correction/correction';
import { resolverOf } from '#core/correction/resolver';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';

/** What texts are shown from. */
export interface TextsShown {
  /** The text that is read, as it is shown. */
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  /** True if no phrase ends inside a word. */
  readonly careful: boolean;
  readonly read: (textId: string) => Promise<Text | undefined>;
  readonly corrections: () => readonly Correction[];
}

/** Shows any text as the one that is read is shown: in its script, with its repairs and what the reader has corrected. */
export function shownLike({ shown, mode, careful, read, corrections }: TextsShown) {
  return async (textId: string): Promise<ShownText | undefined> => {
    if (textId === shown.text.id) return shown;
    const text = await read(textId);
    if (text === undefined) return undefined;
    const projector = await loadProjector(text.script, mode, careful);
    const fixedIn = isConverted(text.script, mode) ? resolverOf(corrections(), mode, text).fixedIn : undefined;
    return new ShownText(text, projector, shown.repairs, fixedIn);
  };
}
