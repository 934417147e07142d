/** Signs at which a text may be cut before it is segmented: no word goes over them. */
const END = /[\s，。！？、；：“”「」『』（）《》,.!?;:()]/;

/** UTF-16 units that are segmented at once at most: ICU's time grows with the square of what it is given. */
const LONGEST = 400;

/**
 * Where a careful conversion lets no phrase end: not 0 at UTF-16 offsets inside a word, as Intl.Segmenter cuts words;
 * one longer than the text. It keeps 個中 from being found in 一個|中國.
 */
export function vetoesOf(text: string): Uint8Array {
  const vetoes = new Uint8Array(text.length + 1).fill(1);
  vetoes[text.length] = 0;
  for (let from = 0; from < text.length;) {
    const most = text.slice(from, from + LONGEST);
    const clause = most.slice(0, most.search(END) + 1 || most.length);
    for (const { index } of segmenter().segment(clause)) vetoes[from + index] = 0;
    from += clause.length;
  }
  return vetoes;
}

let made: Intl.Segmenter | undefined;

const segmenter = (): Intl.Segmenter => (made ??= new Intl.Segmenter('zh', { granularity: 'word' }));
