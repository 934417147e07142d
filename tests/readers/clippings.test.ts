import { groupToBooks, readMyClippingsFile } from '@hadynz/kindle-clippings';
import { describe, expect, it } from 'vitest';
import { clippings } from '#core/exchange/table/clippings';
import { bundledText } from '../support/bundled-text';
import { modelOn, writtenText } from '../support/exported';
import { itCarriesHostileWords, onOneLine, withoutControls, type FoundNote } from '../support/hostile-marks';
import { variedNotes } from '../support/varied-notes';

// The parser by the author of Obsidian's plugin for a Kindle, as that plugin calls it.
const annotationsIn = (file: string) =>
  groupToBooks(readMyClippingsFile(file)).flatMap(({ title, annotations }) =>
    annotations.map(({ content, note = '', createdDate }) => ({ title, quote: content, note, createdDate })),
  );
const found = (file: string): FoundNote[] => annotationsIn(file).map(({ createdDate, ...note }) => note);

/** Two titles that a file cannot tell apart are one book: then the times tell the order. */
const foundInTime = (file: string): FoundNote[] =>
  annotationsIn(file).sort((a, b) => Number(a.createdDate) - Number(b.createdDate));

const unlikeAnEnd = (words: string): string => words.replaceAll('==========', '＝＝＝＝＝＝＝＝＝＝');

/** It trims lines, and leaves out those that are empty. */
const linesOf = (words: string): string =>
  unlikeAnEnd(withoutControls(words))
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

describe('a parser of clippings from npm', () => {
  itCarriesHostileWords({
    format: clippings,
    find: foundInTime,
    leaves: { note: linesOf, quote: (words) => unlikeAnEnd(onOneLine(words)) },
  });

  it('finds each note on its own highlight, where many overlap', async () => {
    const text = await bundledText();
    const model = await modelOn(text, variedNotes(text));
    expect(found(writtenText(clippings, model))).toEqual(
      model.texts.flatMap(({ title, notes }) =>
        notes.map(({ annotation, displayed }) => ({
          title,
          quote: onOneLine(displayed),
          note: linesOf(annotation.note),
        })),
      ),
    );
  });
});
