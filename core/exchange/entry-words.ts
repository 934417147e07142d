import { firstCharacters } from '../support/first-characters';

/** Code points of an entry that are enough to know it by. */
const LONGEST_WORDS = 200;

/** Fields whose words say most of what an entry is, in this order. */
const TELLING = ['exact', 'note', 'bodyValue', 'text', 'value', 'title', 'uri', 'source', 'id'];

/** Parts of an entry that are looked at for words. */
const MOST_PARTS = 500;

/** What can be made out of an entry that cannot become a note, to know it by: 200 code points at most, or none. */
export function wordsIn(entry: unknown): string {
  if (typeof entry === 'string') return firstCharacters(entry, LONGEST_WORDS);
  const found = new Map<string, string>();
  const parts = [entry];
  for (let at = 0; at < parts.length && at < MOST_PARTS; at++) {
    const part = parts[at];
    if (typeof part !== 'object' || part === null) continue;
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === 'string') {
        if (value.trim() !== '' && !found.has(name)) found.set(name, value);
      } else if (parts.length < MOST_PARTS) parts.push(value);
    }
  }
  const telling = TELLING.find((name) => found.has(name));
  return firstCharacters(found.get(telling ?? '') ?? '', LONGEST_WORDS);
}
