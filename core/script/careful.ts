/**
 * Where a careful conversion lets no phrase end: not 0 at UTF-16 offsets inside a word, as Intl.Segmenter cuts words;
 * one longer than the text. It keeps 個中 from being found in 一個|中國.
 */
export function vetoesOf(text: string): Uint8Array {
  const vetoes = new Uint8Array(text.length + 1).fill(1);
  for (const { index } of segmenter().segment(text)) vetoes[index] = 0;
  vetoes[text.length] = 0;
  return vetoes;
}

let made: Intl.Segmenter | undefined;

const segmenter = (): Intl.Segmenter => (made ??= new Intl.Segmenter('zh', { granularity: 'word' }));
