import { drained } from '../support/drained';
import { once } from '../support/once';
import { compileSteps } from './compile-table';
import { convertText, type Recipe } from './conversion-engine';
import type { Converted } from './converted-pieces';
import type { Conversion } from './conversion-table';
import { holdsPhrases } from './dictionary';
import type { MatchTable } from './match-table';
import { loadPreset, type Preset, type PresetName } from './preset';

/** One of OpenCC's conversions, ready to use. */
export interface TextConversion {
  /**
   * Converts a text; the alignment is between it and `display`, in UTF-16 units. `vetoes` is not 0 at offsets where
   * no phrase may end.
   */
  readonly convert: (text: string, vetoes?: Uint8Array) => Converted;
}

type Region = 'tw' | 'twp' | 'hk';

/** Where opencc-js keeps the parts of a conversion. */
type Source =
  /** A whole configuration of a preset. */
  | { readonly preset: PresetName; readonly config: string }
  /** To or from a region, with the normalisation of a neighbouring configuration. */
  | { readonly preset: PresetName; readonly normalizeAs: string; readonly from?: Region; readonly to?: Region }
  /** From region to region, or to a region's vocabulary: for these opencc-js only chains passes over the whole text. */
  | { readonly preset: 'both'; readonly from?: Region; readonly to: Region };

const SOURCES: Record<Conversion, Source> = {
  s2t: { preset: 'cn2t', config: 's2t' },
  s2tw: { preset: 'cn2t', config: 's2tw' },
  s2twp: { preset: 'cn2t', config: 's2twp' },
  s2hk: { preset: 'cn2t', config: 's2hk' },
  t2s: { preset: 't2cn', config: 't2s' },
  tw2s: { preset: 't2cn', config: 'tw2s' },
  tw2sp: { preset: 't2cn', config: 'tw2sp' },
  hk2s: { preset: 't2cn', config: 'hk2s' },
  t2tw: { preset: 'cn2t', normalizeAs: 's2tw', to: 'tw' },
  t2hk: { preset: 'cn2t', normalizeAs: 's2hk', to: 'hk' },
  tw2t: { preset: 't2cn', normalizeAs: 'tw2s', from: 'tw' },
  hk2t: { preset: 't2cn', normalizeAs: 'hk2s', from: 'hk' },
  t2twp: { preset: 'both', to: 'twp' },
  tw2hk: { preset: 'both', from: 'tw', to: 'hk' },
  hk2tw: { preset: 'both', from: 'hk', to: 'tw' },
  hk2twp: { preset: 'both', from: 'hk', to: 'twp' },
};

/** The dictionaries of a conversion as text. */
interface Parts {
  readonly normalization: Chain;
  readonly segmentation?: Group | undefined;
  readonly passes: Chain;
}
/** Dictionaries, as text, that are looked up together. */
export type Group = readonly string[];

type Chain = readonly Group[];

/** The passes of a conversion, in order, and the preset from which they come: the one that knows all of its regions. */
export async function loadPasses(name: Conversion): Promise<{ readonly preset: Preset; readonly passes: Chain }> {
  const source = SOURCES[name];
  const { passes } = await loadParts(source);
  return { preset: await loadPreset(source.preset === 'both' ? 'cn2t' : source.preset), passes };
}

async function loadParts(source: Source): Promise<Parts> {
  if (source.preset === 'both') {
    const cn2t = await loadPreset('cn2t');
    const from = source.from === undefined ? [] : part((await loadPreset('t2cn')).from, source.from);
    return { normalization: [], passes: [...from, ...part(cn2t.to, source.to)] };
  }
  const preset = await loadPreset(source.preset);
  if ('config' in source) {
    const { normalizationChain, segmentation, conversionChain } = part(preset.configs, source.config);
    return { normalization: normalizationChain, segmentation, passes: conversionChain };
  }
  return {
    normalization: part(preset.configs, source.normalizeAs).normalizationChain,
    passes: [...regional(preset.from, source.from), ...regional(preset.to, source.to)],
  };
}

const regional = (locales: Preset['from'], region: Region | undefined): Chain =>
  region === undefined ? [] : part(locales, region);

function part<Value>(parts: Readonly<Record<string, Value>>, name: string): Value {
  const found = parts[name];
  if (found === undefined) throw new Error(`opencc-js has no part named ${name}`);
  return found;
}

// Conversions share groups of dictionaries; by its text a dictionary is the same one in both presets.
const numbers = new Map<string, number>();
const tables = new Map<string, MatchTable>();

/** Tables that are being compiled: whoever wants one takes its next step. */
const underWay = new Map<string, ReturnType<typeof compileSteps>>();

function* tableSteps(group: Group): Generator<undefined, MatchTable, undefined> {
  for (const source of group) if (!numbers.has(source)) numbers.set(source, numbers.size);
  const key = group.map((source) => numbers.get(source)).join();
  for (;;) {
    const known = tables.get(key);
    if (known !== undefined) return known;
    const steps = underWay.get(key) ?? compileSteps(group);
    // Gone while its step is taken: steps that throw are none to go on with.
    underWay.delete(key);
    const next = steps.next();
    if (next.done === true) tables.set(key, next.value);
    else {
      underWay.set(key, steps);
      yield;
    }
  }
}

/** True if the first pass finds the very segments on its way, because all phrases that it knows are segments. */
const segmentsItself = (segmentation: Group, [first = []]: Chain): boolean =>
  segmentation.every((source) => first.includes(source)) &&
  first.every((source) => segmentation.includes(source) || !holdsPhrases(source));

function* recipeSteps({ normalization, segmentation, passes }: Parts): Generator<undefined, Recipe, undefined> {
  const tablesOf = function* (chain: Chain): Generator<undefined, MatchTable[], undefined> {
    const found: MatchTable[] = [];
    for (const group of chain) found.push(yield* tableSteps(group));
    return found;
  };
  const isFirst = segmentation !== undefined && segmentsItself(segmentation, passes);
  return {
    normalization: yield* tablesOf(normalization),
    segmentation: isFirst ? 'first-pass' : segmentation && (yield* tableSteps(segmentation)),
    passes: yield* tablesOf(passes),
  };
}

/**
 * Compiles the dictionaries of conversions in steps of which none is felt, as far as they are not: to load the conversions
 * takes no time afterwards.
 */
export async function compileAhead(names: readonly Conversion[]): Promise<Generator<undefined, void, undefined>> {
  const parts = await Promise.all(names.map((name) => loadParts(SOURCES[name])));
  return (function* () {
    for (const each of parts) yield* recipeSteps(each);
  })();
}

async function buildConversion(name: Conversion): Promise<TextConversion> {
  const recipe = drained(recipeSteps(await loadParts(SOURCES[name])));
  return { convert: (text, vetoes) => convertText(recipe, text, vetoes) };
}

const built = new Map<Conversion, Promise<TextConversion>>();

/** Loads the dictionaries of a conversion and compiles them, once. */
export function loadConversion(name: Conversion): Promise<TextConversion> {
  return once(built, name, () => buildConversion(name));
}
