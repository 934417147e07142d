import { describe, expect, it } from 'vitest';
import { byTexts, firstChoice, notesByChoice, withBin } from '../../../../renderer/features/export/chosen-notes';
import { mark } from '../../../support/kept-records';

const [a, b, c] = [mark('a'), mark('b'), mark('c', { textId: 'u' })];
const all = [c, b, a];
const ofText = [a, b];

describe('which notes go out', () => {
  it('are those on the text, those listed, those selected, and all', () => {
    const listed = { ids: ['b', 'c'], isFiltered: true, picked: ['c'] };
    expect(notesByChoice({ ofText, all, listed })).toEqual({ text: [a, b], filtered: [b, c], selected: [c], all });
  });

  it('are none of those listed where nothing narrows the list, nor where the list is not there', () => {
    const listed = { ids: ['a', 'b'], isFiltered: false, picked: [] };
    expect(notesByChoice({ ofText, all, listed })).toEqual({ text: ofText, filtered: [], selected: [], all });
    expect(notesByChoice({ ofText, all, listed: undefined })).toEqual({
      text: ofText,
      filtered: [],
      selected: [],
      all,
    });
  });

  it('leave out what was deleted since it was listed', () => {
    const listed = { ids: ['a', 'gone', 'b'], isFiltered: true, picked: ['gone'] };
    const { filtered, selected } = notesByChoice({ ofText, all, listed });
    expect([filtered, selected]).toEqual([[a, b], []]);
  });

  it.each([
    ['those on the text, at first', { text: 2, filtered: 1, selected: 1, all: 3 }, undefined, 'text'],
    [
      'those selected, where they were asked for',
      { text: 2, filtered: 0, selected: 1, all: 3 },
      'selected',
      'selected',
    ],
    [
      'those on the text, where none is selected any more',
      { text: 2, filtered: 0, selected: 0, all: 3 },
      'selected',
      'text',
    ],
    ['all, where the text has none', { text: 0, filtered: 0, selected: 0, all: 3 }, undefined, 'all'],
    [
      'those on the text, where there are none at all',
      { text: 0, filtered: 0, selected: 0, all: 0 },
      undefined,
      'text',
    ],
  ] as const)('are first %s', (_which, counts, asked, choice) => {
    expect(firstChoice(counts, asked)).toBe(choice);
  });

  it('come by their texts, in the order of the titles, like titles by id', () => {
    const titles: Readonly<Record<string, string>> = { t: 'b', u: 'a', v: 'b' };
    const of = byTexts([a, c, mark('d', { textId: 'v' }), b], (id) => titles[id] ?? id);
    expect(of.map(({ textId, annotations }) => [textId, ...annotations.map(({ id }) => id)])).toEqual([
      ['u', 'c'],
      ['t', 'a', 'b'],
      ['v', 'd'],
    ]);
  });

  it('take in the bin where whole texts go out, of no other text, and not where some were picked out', () => {
    const bin = [mark('x', { deleted: 1 }), mark('y', { textId: 'u', deleted: 1 })];
    const idsOf = (choice: Parameters<typeof withBin>[0]) => withBin(choice, [a], bin, 't').map(({ id }) => id);
    expect(idsOf('text')).toEqual(['a', 'x']);
    expect(idsOf('all')).toEqual(['a', 'x', 'y']);
    expect(idsOf('selected')).toEqual(['a']);
    expect(idsOf('filtered')).toEqual(['a']);
  });
});
