import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const linked = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: 'head',
});

/** A chunk and all that it imports, without what the page loads by itself. */
function withImports(bundle: Bundle, file: string, found = new Map<string, Rolldown.OutputChunk>()): typeof found {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || chunk.isEntry || found.has(file)) return found;
  found.set(file, chunk);
  for (const imported of chunk.imports) withImports(bundle, imported, found);
  return found;
}

/** The chunks of some modules that a chunk imports later, or one of those does. */
function laterChunks(
  bundle: Bundle,
  { dynamicImports }: Rolldown.OutputChunk,
  modules: readonly string[],
  found = new Map<string, Rolldown.OutputChunk>(),
): typeof found {
  for (const file of dynamicImports) {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || !modules.includes(chunk.facadeModuleId ?? '') || found.has(file)) continue;
    withImports(bundle, file, found);
    laterChunks(bundle, chunk, modules, found);
  }
  return found;
}

/**
 * Lets a page load what its script imports later together with that script, so that neither waits for the other.
 * `modules`: the files of those imports.
 */
export function loadBeside(modules: readonly string[]): Plugin {
  return {
    name: 'load-beside',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk }) => {
        if (bundle === undefined || chunk === undefined) return html;
        const chunks = [...laterChunks(bundle, chunk, modules).values()];
        const sheets = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        return [
          ...chunks.map(({ fileName }) => linked('modulepreload', fileName)),
          ...[...sheets].map((sheet) => linked('stylesheet', sheet)),
        ];
      },
    },
  };
}
