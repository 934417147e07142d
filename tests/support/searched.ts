import type { Correction } from '#core/correction/correction';
import { resolverOf } from '#core/correction/resolver';
import { SCRIPT_MODES, type ScriptMode, type SourceScript } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadFold } from '#core/search/fold';
import type { Hits } from '#core/search/hits';
import { TextSearch, type Query } from '#core/search/text-search';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { canonicalOf } from '#core/text/text-index';

/** A text without any layer: a paragraph for each line. */
export function textOfLines(canonical: string, script: SourceScript = 'hans'): Text {
  let start = 0;
  const blocks = canonical.split('\n').map((line) => {
    const end = start + Array.from(line).length;
    const block = { kind: 'paragraph', span: codePointSpan(start, end) } as const;
    start = end + 1;
    return block;
  });
  return {
    id: 't',
    title: '題',
    sourceHash: 'h',
    script,
    derivation: 1,
    canonical,
    blocks,
    glosses: [],
    repairs: [],
    suspects: [],
  };
}

/** A text that can be searched, with all that it shows. */
export interface Searched {
  readonly text: Text;
  readonly search: TextSearch;
  readonly shown: (mode: ScriptMode, repairs?: boolean) => ShownText;
  /** Hits while a mode is shown, in code points. */
  readonly find: (words: string, mode?: ScriptMode, parts?: Partial<Query>) => CodePointSpan[];
  /** The canonical words of the hits. */
  readonly words: (words: string, mode?: ScriptMode, parts?: Partial<Query>) => string[];
}

/** All hits of a search. */
export const spansOf = (hits: Hits): CodePointSpan[] => Array.from({ length: hits.count }, (_hit, at) => hits.span(at));

/** A text taken up in all its modes, with these corrections. */
export async function searched(text: Text, corrections: readonly Correction[] = []): Promise<Searched> {
  const search = new TextSearch(text, await loadFold());
  const pages = new Map<string, ShownText>();
  for (const mode of SCRIPT_MODES) {
    const projector = await loadProjector(text.script, mode);
    const { fixedIn } = resolverOf(corrections, mode, text);
    search.addMode({ mode, projector, fixedIn });
    for (const repairs of [true, false])
      pages.set(`${mode} ${repairs}`, new ShownText(text, projector, repairs, fixedIn));
  }
  while (search.step());
  const find: Searched['find'] = (words, mode = 'original', parts = {}) =>
    spansOf(search.find({ words, modes: [mode], ...parts }));
  return {
    text,
    search,
    find,
    shown: (mode, repairs = true) => {
      const page = pages.get(`${mode} ${repairs}`);
      if (page === undefined) throw new Error(`no page for ${mode}`);
      return page;
    },
    words: (...query) => find(...query).map((span) => canonicalOf(text, span)),
  };
}
