import { describe } from 'vitest';
import { clippings } from '#core/exchange/table/clippings';
import { readNotes } from '#core/exchange/readers';
import { readwise } from '#core/exchange/table/readwise';
import {
  itCarriesHostileWords,
  onOneLine,
  withoutControls,
  type FoundNote,
  type HostileCase,
} from '../../support/hostile-marks';

/** What our own reader finds in a file. */
function found(file: string): FoundNote[] {
  const read = readNotes(file);
  if (!read.ok) throw new Error(`the file is ${read.reason}`);
  const { notes, refused } = read.value.incoming;
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return notes.map(({ quote, note, tags, source }) => ({
    quote: quote.exact,
    note,
    tags,
    ...(source.title !== undefined && { title: source.title }),
  }));
}

/** A clipping ends with ten signs of equality: such a run cannot stand in words. */
const unlikeAnEnd = (words: string): string => words.replaceAll('==========', '＝＝＝＝＝＝＝＝＝＝');

/** Every format that we read ourselves. Another one is another line. */
const CASES: readonly HostileCase[] = [
  {
    format: readwise,
    find: found,
    leaves: {
      note: withoutControls,
      quote: withoutControls,
      // A tag is one word.
      tag: (words) => withoutControls(words).trim().replace(/\s+/g, '_'),
      title: (words) => onOneLine(words),
    },
  },
  {
    format: clippings,
    find: found,
    leaves: {
      note: (words) =>
        unlikeAnEnd(
          withoutControls(words)
            .replace(/[\u2028\u2029]/g, '\n')
            .trim(),
        ),
      // A highlight is one line.
      quote: (words) => unlikeAnEnd(onOneLine(words)),
      title: (words) => unlikeAnEnd(onOneLine(words)),
    },
  },
];

describe.each(CASES)('our own reader of $format.id', (each) => {
  itCarriesHostileWords(each);
});
