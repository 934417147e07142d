import type { Quote } from '../../annotation/annotation';

// A text directive of an address, as browsers follow it: `:~:text=prefix-,start,end,-suffix`
// (URL Fragment Text Directives, WICG). EPUB Annotations name it as the selector that outlives changes of a text.

/** The specification that a fragment of this kind conforms to. */
export const TEXT_FRAGMENT = 'https://wicg.github.io/scroll-to-text-fragment/';

/** Code points of a quote that is given whole; of a longer one its two ends are. */
const LONGEST_WHOLE = 60;
const END_LENGTH = 20;
const CONTEXT_LENGTH = 10;

const escape = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

/** A quote as a text directive; undefined where it has nothing to say, or holds what is no character. */
export function textFragment({ exact, prefix, suffix }: Quote): string | undefined {
  if (exact.trim() === '' || /\p{Surrogate}/u.test(prefix + exact + suffix)) return undefined;
  // Neither end nor context crosses the end of a block.
  const lines = exact.split('\n').filter((line) => line !== '');
  const first = Array.from(lines[0] ?? '');
  const last = Array.from(lines.at(-1) ?? '');
  const isWhole = lines.length === 1 && first.length <= LONGEST_WHOLE;
  const ends = isWhole ? [first] : [first.slice(0, END_LENGTH), last.slice(-END_LENGTH)];
  const before = Array.from(prefix.split('\n').at(-1) ?? '').slice(-CONTEXT_LENGTH);
  const after = Array.from(suffix.split('\n')[0] ?? '').slice(0, CONTEXT_LENGTH);
  const parts = [
    ...(before.length > 0 ? [`${escape(before.join(''))}-`] : []),
    ...ends.map((end) => escape(end.join(''))),
    ...(after.length > 0 ? [`-${escape(after.join(''))}`] : []),
  ];
  return `:~:text=${parts.join(',')}`;
}

/** The quote that a fragment gives whole; undefined for one that gives its ends alone, and for any other fragment. */
export function fragmentQuote(fragment: string): Quote | undefined {
  const [, directive] = /:~:text=([^&]*)/.exec(fragment) ?? [];
  if (directive === undefined) return undefined;
  const parts = directive.split(',');
  const prefix = parts[0]?.endsWith('-') === true ? (parts.shift() ?? '').slice(0, -1) : '';
  const suffix = parts.at(-1)?.startsWith('-') === true ? (parts.pop() ?? '').slice(1) : '';
  const [exact = ''] = parts;
  if (parts.length !== 1 || exact === '') return undefined;
  try {
    return {
      exact: decodeURIComponent(exact),
      prefix: decodeURIComponent(prefix),
      suffix: decodeURIComponent(suffix),
    };
  } catch {
    return undefined;
  }
}
