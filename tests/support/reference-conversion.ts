import type { Conversion } from '#core/script/conversion-table';
import { loadPreset } from '#core/script/preset';

// A conversion as OpenCC defines it, slow and plain, with the boundaries that a map must keep and with vetoes: what
// opencc-js, which gives a string alone, cannot tell.

/** Pairs of offsets, in UTF-16 units of source and target, at which both texts may be cut. */
export type Boundaries = readonly (readonly [number, number])[];

/** What a conversion makes of a text. */
export interface Reference {
  readonly display: string;
  readonly boundaries: Boundaries;
}

/** Values by key, and how long keys are at most by their first unit. */
interface Keys {
  readonly values: ReadonlyMap<string, string>;
  readonly longest: ReadonlyMap<string, number>;
}
type Vetoed = (offset: number) => boolean;

function keysOf(group: readonly string[]): Keys {
  const entries = group.toReversed().flatMap((source) => source.split('|'));
  const values = new Map<string, string>();
  const longest = new Map<string, number>();
  for (const [key = '', value = ''] of entries.map((entry) => entry.split(' '))) {
    values.set(key, value);
    longest.set(key.charAt(0), Math.max(key.length, longest.get(key.charAt(0)) ?? 0));
  }
  return { values, longest };
}

const pointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** The longest key that stands at `at`; a phrase may not end at a vetoed offset, counted from `origin`. */
function matchAt(keys: Keys, text: string, at: number, origin: number, vetoed: Vetoed): string | undefined {
  const single = pointAt(text, at);
  for (let length = Math.min(keys.longest.get(text.charAt(at)) ?? 0, text.length - at); length > 0; length--) {
    const key = text.slice(at, at + length);
    if (keys.values.has(key) && (key === single || !vetoed(origin + at + length))) return key;
  }
  return undefined;
}

/** What follows an operator belongs to its description as long as that is complete within the text. */
function descriptionAt(text: string, at: number): number {
  const operator = text.charCodeAt(at);
  if (operator < 0x2ff0 || operator > 0x2fff) return 0;
  let end = at + 1;
  for (let part = operator === 0x2ff2 || operator === 0x2ff3 ? 3 : 2; part > 0; part--) {
    if (end >= text.length) return 0;
    end += descriptionAt(text, end) || pointAt(text, end).length;
  }
  return end - at;
}

const unmatched = (text: string, at: number): number => descriptionAt(text, at) || pointAt(text, at).length;

function segmentsOf(keys: Keys, text: string, vetoed: Vetoed): string[] {
  const segments: string[] = [];
  let between = 0;
  for (let at = 0; at < text.length;) {
    const key = matchAt(keys, text, at, 0, vetoed);
    if (key === undefined) {
      at += unmatched(text, at);
      continue;
    }
    segments.push(text.slice(between, at), key);
    at += key.length;
    between = at;
  }
  return [...segments, text.slice(between)].filter((segment) => segment !== '');
}

/** Where key and value may be cut: at each code point where they have as many, else only at their ends. */
function cutsWithin(key: string, value: string): [number, number][] {
  const points = Array.from(key);
  const shown = Array.from(value);
  if (points.length !== shown.length) return [[key.length, value.length]];
  let [at, to] = [0, 0];
  return points.flatMap((point, index): [number, number][] => {
    const before: [number, number] = [at + 1, to + 1];
    const size = shown[index]?.length ?? 0;
    at += point.length;
    to += size;
    // Two units beside two units run unit for unit.
    return point.length === 2 && size === 2 ? [before, [at, to]] : [[at, to]];
  });
}

function convertSegments(keys: Keys, segments: readonly string[], vetoed: Vetoed) {
  const boundaries: [number, number][] = [[0, 0]];
  const shown: string[] = [];
  let [origin, target] = [0, 0];
  for (const text of segments) {
    let display = '';
    for (let at = 0; at < text.length;) {
      const key = matchAt(keys, text, at, origin, vetoed) ?? text.slice(at, at + unmatched(text, at));
      const value = keys.values.get(key) ?? key;
      const isCopied = value === key;
      const cuts = isCopied
        ? Array.from({ length: key.length }, (_unit, index) => [index + 1, index + 1] as const)
        : cutsWithin(key, value);
      for (const [from, to] of cuts) boundaries.push([origin + at + from, target + display.length + to]);
      display += value;
      at += key.length;
    }
    origin += text.length;
    target += display.length;
    shown.push(display);
  }
  return { shown, boundaries };
}

function joined(first: Boundaries, second: Boundaries): Boundaries {
  const onward = new Map<number, number[]>();
  for (const [middle, to] of second) {
    const known = onward.get(middle);
    if (known === undefined) onward.set(middle, [to]);
    else known.push(to);
  }
  return first.flatMap(([from, middle]) => (onward.get(middle) ?? []).map((to) => [from, to] as const));
}

/** Loads the reference for one of OpenCC's own configurations. */
export async function loadReference(name: Conversion): Promise<(text: string, vetoes?: Uint8Array) => Reference> {
  const [cn2t, t2cn] = await Promise.all([loadPreset('cn2t'), loadPreset('t2cn')]);
  const config = cn2t.configs[name] ?? t2cn.configs[name];
  if (config === undefined) throw new Error(`${name} is no configuration`);
  const normalization = config.normalizationChain.map(keysOf);
  const segmentation = config.segmentation && keysOf(config.segmentation);
  const passes = config.conversionChain.map(keysOf);
  return (text, vetoes) => {
    let vetoed: Vetoed = (offset) => (vetoes?.[offset] ?? 0) !== 0;
    let segments: readonly string[] = [text];
    let boundaries: Boundaries = Array.from({ length: text.length + 1 }, (_unit, at) => [at, at] as const);
    const pass = (keys: Keys): void => {
      const converted = convertSegments(keys, segments, vetoed);
      const before = vetoed;
      const carried = new Set(converted.boundaries.filter(([from]) => before(from)).map(([, to]) => to));
      vetoed = (offset) => carried.has(offset);
      segments = converted.shown;
      boundaries = joined(boundaries, converted.boundaries);
    };
    for (const keys of normalization) {
      pass(keys);
      segments = [segments.join('')];
    }
    if (segmentation !== undefined) segments = segmentsOf(segmentation, segments.join(''), vetoed);
    passes.forEach(pass);
    return { display: segments.join(''), boundaries };
  };
}
