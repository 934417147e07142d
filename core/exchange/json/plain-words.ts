/** Elements that stand in lines of their own. */
const LINES = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Elements that hold no words to read. */
const SILENT = new Set(['script', 'style', 'template', 'title', 'noscript']);

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['middot', '·'],
]);

/** A reference to a number that is no character stands for what HTML puts in its place. */
function characterOf(number: number): string {
  const isCharacter = number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
  return isCharacter ? String.fromCodePoint(number) : '\ufffd';
}

const decoded = (words: string): string =>
  words.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,8}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      return ENTITIES.get(name ?? '') ?? whole;
    },
  );

/** Where what begins with a < ends, and the name of the element; undefined for a < that begins nothing. */
function tagAt(html: string, at: number): { readonly end: number; readonly name: string } | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { end: end < 0 ? html.length : end + 3, name: '' };
  }
  const name = /^<[/!?]?([a-z][a-z0-9]*)/i.exec(html.slice(at, at + 32))?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const end = html.indexOf('>', at);
  return { end: end < 0 ? html.length : end + 1, name };
}

/** Where the element whose content begins here ends: its words are none of the note's. */
function endOfSilent(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/**
 * The words of HTML without anything of HTML, a line for each block: what a note of another program becomes here. It
 * never becomes HTML again. Takes time in proportion to its length, whatever it holds.
 */
export function plainWords(html: string): string {
  let words = '';
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const tag = next < 0 ? undefined : tagAt(html, next);
    // A < that begins nothing is a word like any other.
    const until = next < 0 ? html.length : tag === undefined ? next + 1 : next;
    words += decoded(html.slice(at, until).replace(/\s+/g, ' '));
    if (tag !== undefined && LINES.has(tag.name)) words += '\n';
    at = tag === undefined ? until : tag.end;
    if (tag !== undefined && SILENT.has(tag.name) && html[next + 1] !== '/') at = endOfSilent(html, tag.name, at);
  }
  const lines = words.split('\n').map((line) => line.replace(/ {2,}/g, ' ').replace(/^ | $/g, ''));
  return lines.filter((line) => line !== '').join('\n');
}
