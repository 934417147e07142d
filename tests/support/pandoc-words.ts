import { z } from 'zod';

// What pandoc reads, as JSON: elements with a type `t` and a content `c`.

const element: z.ZodType<{ t: string; c?: unknown }> = z.object({ t: z.string(), c: z.unknown().optional() });
const document = z.object({ blocks: z.array(element) });

/** An element that pandoc found. */
export type PandocElement = z.infer<typeof element>;

/** The blocks of a document as pandoc writes it in JSON. */
export const pandocBlocks = (json: string): PandocElement[] => document.parse(JSON.parse(json)).blocks;

function childrenOf(value: unknown): PandocElement[] {
  if (Array.isArray(value)) return value.flatMap(childrenOf);
  if (typeof value !== 'object' || value === null) return [];
  const { data } = element.safeParse(value);
  return data === undefined ? Object.values(value).flatMap(childrenOf) : [data];
}

/** All elements of a type within others, however deep. */
export const ofType = (elements: readonly PandocElement[], ...types: readonly string[]): PandocElement[] =>
  elements.flatMap((each) => [...(types.includes(each.t) ? [each] : []), ...ofType(childrenOf(each.c), ...types)]);

const last = z.array(z.unknown()).transform((parts) => parts.at(-1));

/** The words of elements, breaks as newlines, blocks ended by one. */
export function wordsOf(elements: readonly PandocElement[]): string {
  return elements
    .map(({ t, c }) => {
      if (t === 'Str') return z.string().parse(c);
      if (t === 'Space') return ' ';
      if (t === 'SoftBreak' || t === 'LineBreak') return '\n';
      if (t === 'Code' || t === 'Math' || t === 'RawInline') return z.string().parse(last.parse(c));
      if (t === 'CodeBlock' || t === 'RawBlock') return `${z.string().parse(last.parse(c))}\n`;
      const words = wordsOf(childrenOf(c));
      return ['Para', 'Plain', 'Header'].includes(t) ? `${words}\n` : words;
    })
    .join('');
}
