import { once } from '../support/once';
import type { Group } from './conversion';
import { conversionSteps } from './conversion-table';
import type { ScriptMode, SourceScript } from './mode';
import { loadScriptPasses } from './script-passes';

/**
 * True if a conversion can show a character (one code point) as this one because the two are forms of one: 發 as 发, or
 * as itself. 釋 is no form of 發, though 發布 is shown as 釋出.
 */
export type IsForm = (character: string, shown: string) => boolean;

/** What stands in a dictionary for a character, by itself or at its place in a phrase that is as long. */
function* formsIn(dictionary: string, character: string): Generator<string> {
  for (let at = dictionary.indexOf(character); at >= 0; at = dictionary.indexOf(character, at + character.length)) {
    const start = dictionary.lastIndexOf('|', at) + 1;
    const gap = dictionary.indexOf(' ', start);
    if (at > gap) continue;
    const end = dictionary.indexOf('|', gap);
    const key = Array.from(dictionary.slice(start, gap));
    const value = Array.from(dictionary.slice(gap + 1, end < 0 ? undefined : end));
    if (key.length !== value.length) continue;
    const form = value[Array.from(dictionary.slice(start, at)).length];
    if (form !== undefined) yield form;
  }
}

/** All that passes can make of a character, itself among it. */
function formsOf(passes: readonly Group[], character: string): ReadonlySet<string> {
  const forms = new Set([character]);
  for (const group of passes) {
    // What one pass adds is for the next: a pass converts once.
    for (const form of [...forms]) {
      for (const dictionary of group) for (const made of formsIn(dictionary, form)) forms.add(made);
    }
  }
  return forms;
}

async function buildForms(source: SourceScript, mode: ScriptMode): Promise<IsForm> {
  const passes = (await Promise.all(conversionSteps(source, mode).map(loadScriptPasses))).flat();
  const known = new Map<string, ReadonlySet<string>>();
  return (character, shown) => {
    if (character === shown) return true;
    const forms = known.get(character) ?? formsOf(passes, character);
    known.set(character, forms);
    return forms.has(shown);
  };
}

const loaded = new Map<string, Promise<IsForm>>();

/**
 * Loads which characters are forms of one where texts of this source script are shown in this mode, once, from the
 * dictionaries of the conversion. They are looked through for a character when it is first asked for.
 */
export function loadForms(source: SourceScript, mode: ScriptMode): Promise<IsForm> {
  return once(loaded, `${source} as ${mode}`, () => buildForms(source, mode));
}
