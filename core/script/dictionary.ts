import { alignmentBuilder, type Alignment } from './alignment';

/** Calls back with each key and value of a dictionary in the form that opencc-js ships: `key value|key value`. */
export function forEachEntry(source: string, visit: (key: string, value: string) => void): void {
  for (const line of source.split('|')) {
    const [key, value] = line.split(' ');
    // An empty value would show nothing for something, and a mark on it could not be painted.
    if (!key || !value) throw new Error(`not a dictionary entry: ${JSON.stringify(line)}`);
    visit(key, value);
  }
}

/** True if a key of the dictionary is more than one code point. */
export function holdsPhrases(source: string): boolean {
  let found = false;
  forEachEntry(source, (key) => {
    found ||= key.length > codePointLength(key, 0);
  });
  return found;
}

/** The length in UTF-16 units of the code point at an offset; a lone surrogate is one. */
const codePointLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/**
 * Aligns some words with the form that stands for them, in UTF-16 units. As many code points as before pair one by
 * one; otherwise the whole pairs as one, since to trim common ends would leave half-words.
 */
export function alignForm(words: string, form: string): Alignment {
  const blocks = alignmentBuilder();
  const points = Array.from(words);
  const shown = Array.from(form);
  if (points.length !== shown.length) blocks.add(0, 0, words.length, form.length);
  else {
    let src = 0;
    let dst = 0;
    points.forEach((point, index) => {
      const { length } = shown[index] ?? point;
      if (point.length !== length) blocks.add(src, dst, point.length, length);
      src += point.length;
      dst += length;
    });
  }
  return blocks.build();
}
