import { z } from 'zod';
import { anything } from './anything';
import { plainWords } from './plain-words';
import { listOf, partsOf } from './selectors';

// What notes say, in the ways in which the Web Annotation Data Model and its profiles let a body be written.

/** One body: what it says, and what for. */
export interface IncomingBody {
  readonly words: string;
  /** As `purpose` or, where a body has none, the motivation of its annotation says; empty where neither does. */
  readonly purpose: string;
}

const localized = z.object({ text: z.string() }).or(z.object({ '@value': z.string() }));

/** Words that are a string, or an object that gives their language beside them; undefined for anything else. */
export function localizedIn(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  const { data } = localized.safeParse(given);
  if (data === undefined) return undefined;
  return 'text' in data ? data.text : data['@value'];
}

const body = z.object({
  type: anything,
  value: anything,
  format: anything,
  purpose: anything,
  source: anything,
  id: anything,
  items: anything,
});

const firstWord = (given: unknown): string => {
  const [first] = listOf(given);
  return typeof first === 'string' ? first.replace(/^oa:/, '') : '';
};

const addressOf = (resource: unknown): unknown =>
  typeof resource === 'string' ? resource : z.object({ id: z.string() }).safeParse(resource).data?.id;

const isHtml = (format: unknown): boolean => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(firstWord(format));

function bodyIn(given: unknown, motivation: string, depth: number): IncomingBody | undefined {
  if (typeof given === 'string') return { words: given, purpose: motivation };
  const { data } = body.safeParse(given);
  if (data === undefined) return undefined;
  const purpose = firstWord(data.purpose) || motivation;
  if (data.value !== undefined && data.value !== null) {
    const words = localizedIn(data.value);
    return words === undefined ? undefined : { words: isHtml(data.format) ? plainWords(words) : words, purpose };
  }
  // Of a choice the first is what to take where nothing else is known (3.2.6).
  const [chosen] = listOf(data.items);
  if (chosen !== undefined) return depth < 4 ? bodyIn(chosen, purpose, depth + 1) : undefined;
  // A body that lies elsewhere is told of by its address.
  const address = addressOf(data.source) ?? addressOf(data.id);
  return typeof address === 'string' ? { words: address, purpose } : undefined;
}

/** All bodies of an annotation; undefined where one is of no form that the model knows. */
export function bodiesIn(given: unknown, motivation: unknown): readonly IncomingBody[] | undefined {
  const bodies: IncomingBody[] = [];
  const parts = partsOf(given);
  if (parts === undefined) return undefined;
  for (const one of parts) {
    const read = bodyIn(one, firstWord(motivation), 0);
    if (read === undefined) return undefined;
    bodies.push(read);
  }
  return bodies;
}

/** Words one under the other, as paragraphs; what is empty takes no place. */
export const joinedWords = (words: readonly string[]): string => words.filter((each) => each !== '').join('\n\n');
