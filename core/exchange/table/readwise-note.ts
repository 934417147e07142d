// Readwise makes a tag of each `.word` at the start of a note, and does things for some of them (its guide, “Action
// Tags”): .c1 joins highlights, .h1 makes a heading, .discard takes one away.

/** Tags that would be an order; `_` before them makes them words. */
const ORDER = /^_*(?:[ch]\d+|favou?rite|discard)$/i;

const tagOf = (tag: string): string => {
  const word = tag.trim().replace(/^\.+/, '').replace(/\s+/g, '_');
  return ORDER.test(word) ? `_${word}` : word;
};

/** A note as Readwise takes it: its tags on the first line, each after a point; spaces in them are `_`. */
export function readwiseNote(tags: readonly string[], note: string): string {
  const words = [...new Set(tags.map(tagOf))].filter((tag) => tag !== '').map((tag) => `.${tag}`);
  // A note that begins with a point is no tag; in Markdown the backslash is not seen.
  const own = /^\\*\./.test(note) ? `\\${note}` : note;
  if (words.length === 0) return own;
  return own === '' ? words.join(' ') : `${words.join(' ')}\n${own}`;
}

/** Undoes `readwiseNote`, but for the spaces; of other notes the tags that stand at their start. */
export function parseReadwiseNote(written: string): { readonly tags: readonly string[]; readonly note: string } {
  const [line = ''] = written.split('\n', 1);
  const opening = /^(?:\.[^\s.]\S*[ \t]*)+/.exec(line)?.[0] ?? '';
  const tags = opening
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.slice(1))
    .map((tag) => (tag.startsWith('_') && ORDER.test(tag) ? tag.slice(1) : tag));
  const rest = written.slice(opening.length);
  const note = opening !== '' && opening === line && rest.startsWith('\n') ? rest.slice(1) : rest;
  return { tags: [...new Set(tags)], note: /^\\+\./.test(note) ? note.slice(1) : note };
}
