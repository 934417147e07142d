import { LiquidError } from 'liquidjs/dist/liquid.browser.mjs';
import type { TemplateFault, TemplateFaultKind } from './template-words';

/** Ends a template for this reason. */
export class Stopped extends Error {
  readonly kind: TemplateFaultKind;
  constructor(kind: TemplateFaultKind) {
    super(kind);
    this.kind = kind;
  }
}

/** What liquidjs says of a fault, and which it is; what it names is in the first group. */
const MESSAGES: readonly (readonly [RegExp, TemplateFaultKind])[] = [
  [/^tag "([^"]*)" not found/, 'unknown-tag'],
  [/^undefined filter: (\S*?)(?:,|$)/, 'unknown-filter'],
  [/^undefined variable: ([^,]*)/, 'unknown-variable'],
  [/^(?:tag|output|raw) (\S[^]*?) not closed/, 'unclosed'],
  [/^parse length limit exceeded/, 'too-long'],
  [/limit exceeded/, 'too-much'],
];

/** Most of a name that is shown, in UTF-16 units. */
const LONGEST_NAME = 60;

/** The fault that an error of rendering tells of; undefined for an error of another kind. */
export function faultOf(error: unknown): TemplateFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const isLiquid = LiquidError.is(error);
  const cause = isLiquid ? (error.originalError ?? error) : error;
  const [line, column] = isLiquid ? error.token.getPosition() : [1, 1];
  const at = { line, column };
  if (cause instanceof Stopped) return { ...at, kind: cause.kind, name: '' };
  // Nested too deeply for the stack, or a string longer than there can be.
  if (cause instanceof RangeError) return { ...at, kind: 'too-much', name: '' };
  for (const [pattern, kind] of MESSAGES) {
    const found = pattern.exec(error.message);
    if (found !== null) return { ...at, kind, name: (found[1] ?? '').slice(0, LONGEST_NAME) };
  }
  return isLiquid || error.name === 'AssertionError' ? { ...at, kind: 'syntax', name: '' } : undefined;
}
