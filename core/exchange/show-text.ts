import { isConverted, type Correction } from '../correction/correction';
import { resolverOf } from '../correction/resolver';
import type { ScriptMode } from '../script/mode';
import { loadProjector } from '../script/projector';
import { ShownText } from '../text/shown-text';
import type { Text } from '../text/text';

/** How a text is to be shown. */
export interface Showing {
  readonly mode: ScriptMode;
  readonly repairs: boolean;
  /** True if no phrase may end inside a word. */
  readonly careful: boolean;
  /** The live corrections. */
  readonly corrections: readonly Correction[];
}

/** A text as its reader would see it, with their corrections; dictionaries are loaded when first needed. */
export async function showText(text: Text, { mode, repairs, careful, corrections }: Showing): Promise<ShownText> {
  const projector = await loadProjector(text.script, mode, careful);
  if (!isConverted(text.script, mode)) return new ShownText(text, projector, repairs);
  return new ShownText(text, projector, repairs, resolverOf(corrections, mode, text).fixedIn);
}
