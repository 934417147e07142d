import { targetAt } from '../anchor/describe';
import type { ScriptMode } from '../script/mode';
import { isSameSpan, type CodePointSpan } from '../support/offset';
import type { ShownText } from '../text/shown-text';
import { correctAt, liveAfter, type CorrectedPlace, type CorrectionChange } from './changes';
import {
  directionOf,
  isConverted,
  modesOf,
  problemOfForm,
  type Correction,
  type CorrectionReach,
  type CorrectionScope,
  type NewCorrection,
} from './correction';
import { correctableAt, formOf, placesOf, shownAround, type Correctable } from './places';
import { resolverOf } from './resolver';

/** What the dictionaries alone show for a span; undefined where that is shown only together with words around it. */
const formOfDictionaries = (shown: ShownText, span: CodePointSpan): string | undefined =>
  formOf(
    shown.withFixed(() => []),
    span,
  );

/**
 * The modes in which the dictionaries show the very same form for these words, `mode` among them: a correction made
 * in one mode holds in those of its direction that err alike. `showIn` shows the text in another mode; a mode
 * that it cannot show is left out.
 */
export async function modesErringAlike(
  shown: ShownText,
  mode: ScriptMode,
  span: CodePointSpan,
  showIn: (mode: ScriptMode) => Promise<ShownText>,
): Promise<ScriptMode[]> {
  const direction = directionOf(mode);
  const wrong = formOfDictionaries(shown, span);
  if (direction === undefined || wrong === undefined) return [mode];
  const errsAlike = async (other: ScriptMode): Promise<boolean> => {
    if (other === mode) return true;
    if (!isConverted(shown.text.script, other)) return false;
    const there = await showIn(other).catch(() => undefined);
    return there !== undefined && formOfDictionaries(there, span) === wrong;
  };
  const modes = modesOf(direction);
  const alike = await Promise.all(modes.map(errsAlike));
  return modes.filter((_mode, index) => alike[index]);
}

/** A correction that a person asks for: where they are, what it is to show, how far it is to reach, and in which modes. */
export interface Request {
  readonly words: Correctable;
  readonly right: string;
  readonly scope: CorrectionScope;
  readonly modes: readonly ScriptMode[];
}

/** The place of some words, for corrections that would hide a wider one there. */
export const placeOf = ({ text }: ShownText, { span }: Correctable): CorrectedPlace => ({
  textId: text.id,
  textHash: text.sourceHash,
  start: span.start,
  end: span.end,
});

function reachOf({ text }: ShownText, { words, scope }: Request): CorrectionReach {
  const { id: textId, title } = text;
  switch (scope) {
    case 'occurrence':
      return { scope, textId, title, ...targetAt(text, words.span) };
    case 'text':
      return { scope, textId, title };
    case 'everywhere':
      return { scope };
  }
}

/** The correction that a request describes. */
export function wantedBy(shown: ShownText, request: Request): NewCorrection {
  const { words, right, modes } = request;
  const wrong = formOfDictionaries(shown, words.span) ?? '';
  return { reach: reachOf(shown, request), source: words.source, wrong, right, modes };
}

/** The correction that shows some words as they are shown now; undefined where the dictionaries do. */
export function correctionOf(
  shown: ShownText,
  mode: ScriptMode,
  live: readonly Correction[],
  span: CodePointSpan,
): Correction | undefined {
  const words = correctableAt(shown, span);
  if (words === undefined) return undefined;
  const same = live.filter(({ source }) => source === words.source);
  const resolver = resolverOf(live, mode, shown.text);
  const isHere = (correction: Correction): boolean =>
    placesOf(shown, resolver, correction).some((place) => isSameSpan(place, words.span));
  return same.find(isHere);
}

/** What a request would do, before it is carried out. */
export interface Preview {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** In how many places of this text the form would show. */
  readonly count: number;
  /** True if it would show where it was asked for. */
  readonly showsHere: boolean;
  /**
   * True if no word of this text would look different. A form that a correction shows already may still be kept for
   * another reach.
   */
  readonly isIdle: boolean;
}

/** UTF-16 units of context that a preview shows on either side. */
const CONTEXT = 8;

/** Stands for a right form that is not typed yet; no form can hold a line break. */
const NOT_TYPED = '\n';

/**
 * Prepares to show what a request would do in the mode that is shown. Where the form would show does not hang on the
 * form itself, so that only the first look costs the length of the text; each form after it costs one block.
 */
export function previewer(
  shown: ShownText,
  mode: ScriptMode,
  live: readonly Correction[],
  { words, scope }: Pick<Request, 'words' | 'scope'>,
): (right: string) => Preview {
  const place = placeOf(shown, words);
  const making = { newId: () => 'preview', at: Infinity };
  const wanted = wantedBy(shown, { words, scope, right: NOT_TYPED, modes: [mode] });
  const after = liveAfter(live, correctAt(live, wanted, place, making), Infinity);
  const draft = after.find(({ right }) => right === NOT_TYPED);
  const resolver = resolverOf(after, mode, shown.text);
  const places = draft === undefined ? [] : placesOf(shown, resolver, draft);
  const showsHere = places.some((place) => isSameSpan(place, words.span));
  return (right) => {
    if (problemOfForm(right) !== undefined) {
      return { ...shownAround(shown, words.span, CONTEXT), count: places.length, showsHere, isIdle: false };
    }
    const there = shown.withFixed((span, block) =>
      resolver
        .fixedIn(span, block)
        .map((fixed) => (fixed.reading === NOT_TYPED ? { ...fixed, reading: right } : fixed)),
    );
    const changes = (): readonly CorrectionChange[] => correctAt(live, { ...wanted, right }, place, making);
    const isIdle =
      right === words.shown &&
      places.every((other) => formOf(shown, other) === right) &&
      (changes().length === 0 || !live.some((each) => each.source === words.source && each.right === right));
    return { ...shownAround(there, words.span, CONTEXT), count: places.length, showsHere, isIdle };
  };
}
