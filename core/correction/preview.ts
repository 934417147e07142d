import { describe } from '../anchor/describe';
import type { ScriptMode } from '../script/mode';
import type { CodePointSpan } from '../support/offset';
import type { ShownText } from '../text/shown-text';
import { indexOf } from '../text/text-index';
import { correctAt, liveAfter, type CorrectedPlace, type CorrectionChange } from './changes';
import {
  directionOf,
  isConverted,
  modesOf,
  problemOfForm,
  subjectOf,
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
    case 'occurrence': {
      const quote = describe(text.canonical, indexOf(text), words.span);
      return { scope, textId, title, textHash: text.sourceHash, target: words.span, quote };
    }
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
    placesOf(shown, resolver, correction).some(
      ({ start, end }) => start === words.span.start && end === words.span.end,
    );
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
  /** True if no word of this text would look different and nothing would be kept that is not kept already. */
  readonly isIdle: boolean;
}

/** UTF-16 units of context that a preview shows on either side. */
const CONTEXT = 8;

/** Shows what a request would do in the mode that is shown; a form that cannot be one shows what is shown now. */
export function previewOf(
  shown: ShownText,
  mode: ScriptMode,
  live: readonly Correction[],
  request: Omit<Request, 'modes'>,
): Preview {
  const { words, right } = request;
  if (problemOfForm(right) !== undefined) {
    return { ...shownAround(shown, words.span, CONTEXT), count: 0, showsHere: true, isIdle: false };
  }
  const wanted = wantedBy(shown, { ...request, modes: [mode] });
  const changes = correctAt(live, wanted, placeOf(shown, words), { newId: () => 'preview', at: Infinity });
  const after = liveAfter(live, changes, Infinity);
  const subject = subjectOf(wanted);
  const draft = after.find((each) => each.modes.includes(mode) && subjectOf(each) === subject);
  const resolver = resolverOf(after, mode, shown.text);
  const there = shown.withFixed(resolver.fixedIn);
  const places = draft === undefined ? [] : placesOf(shown, resolver, draft);
  return {
    ...shownAround(there, words.span, CONTEXT),
    count: places.length,
    showsHere: places.some(({ start, end }) => start === words.span.start && end === words.span.end),
    isIdle: isIdle(shown, request, live, { changes, places }),
  };
}

/** A form that is shown already is worth keeping only where a correction shows it, and another is to take over. */
function isIdle(
  shown: ShownText,
  { words, right }: Omit<Request, 'modes'>,
  live: readonly Correction[],
  { changes, places }: { changes: readonly CorrectionChange[]; places: readonly CodePointSpan[] },
): boolean {
  if (right !== words.shown) return false;
  const isKnown = live.some(({ source, right: known }) => source === words.source && known === right);
  if (changes.length > 0 && isKnown) return false;
  return places.every((place) => formOf(shown, place) === right);
}
