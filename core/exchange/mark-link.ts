/** What a link to a mark says: which mark, in which text, and the words it stood on, should the mark be gone. */
export interface MarkLink {
  /** The id of the annotation, a UUID in lower case. It alone tells which mark is meant. */
  readonly markId: string;
  /** The id of the text that the mark is in, so that a person's other copy of it can be found. */
  readonly textId: string;
  /** Canonical words at the start of the quote, 24 code points at most; empty where the link names none. */
  readonly quote: string;
}

/** Code points of a quote that are enough to find it again, and keep the link short. */
const LONGEST_QUOTE = 24;

/** Longest link that is read, in UTF-16 units: far above any that is made. */
const LONGEST_LINK = 4_000;

const LINK = /^zhupi:(?:\/\/)?mark\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:\?([^#\s]*))?(?:#\S*)?$/i;

/** Also what would end a link in Markdown or in brackets is escaped. Lone surrogates are no characters. */
const escape = (words: string): string =>
  encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function unescape(words: string): string | undefined {
  try {
    return decodeURIComponent(words.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * A link to a mark, of ASCII characters that any program leaves as they are:
 * `zhupi://mark/<annotation id>?text=<text id>&quote=<words>`. `parseMarkLink` reads it.
 */
export function describeMarkLink({ markId, textId, quote }: MarkLink): string {
  const words = Array.from(quote).slice(0, LONGEST_QUOTE).join('');
  return `zhupi://mark/${markId}?text=${escape(textId)}${words === '' ? '' : `&quote=${escape(words)}`}`;
}

/**
 * Reads a link to a mark as `describeMarkLink` makes it, also with space or <> around it; undefined for anything
 * else. Parameters that are not known are left out, so that later links stay readable.
 */
export function parseMarkLink(typed: string): MarkLink | undefined {
  if (typed.length > LONGEST_LINK) return undefined;
  const [, markId, query = ''] = LINK.exec(typed.trim().replace(/^<(.*)>$/, '$1')) ?? [];
  if (markId === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name = '', ...value] = part.split('=');
    const words = unescape(value.join('='));
    if (words === undefined) return undefined;
    if (!parameters.has(name)) parameters.set(name, words);
  }
  return {
    markId: markId.toLowerCase(),
    textId: parameters.get('text') ?? '',
    quote: parameters.get('quote') ?? '',
  };
}
