import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingNotes, readNotes } from '#core/exchange/readers';
import { HighlightFinder } from '#core/exchange/table/clippings-notes';
import type { Clipping, ClippingKind } from '#core/exchange/table/clippings-record';

function incoming(file: string) {
  const read = readNotes(file);
  if (!read.ok) throw new Error(read.reason);
  return read.value.incoming;
}

const record = (book: string, about: string, words: string): string =>
  `${book}\r\n- ${about}\r\n\r\n${words}\r\n==========\r\n`;
const MADE = 'Added on Monday, 3 March 2025 21:00:00';
const highlightOn = (place: string): string => record('書 (某)', `Your Highlight on Location ${place} | ${MADE}`, '甲');
const noteAt = (place: string, words: string): string =>
  record('書 (某)', `Your Note on Location ${place} | ${MADE}`, words);

/** The number of the highlight that a note is on, by looking at each. */
function nearestByAll(note: Clipping, highlights: readonly Clipping[]): number | undefined {
  const [from, to] = [note.place?.start ?? 0, note.place?.end ?? 0];
  const measured = highlights
    .filter(({ place }) => place !== undefined && place.start <= to && place.end >= from)
    .map(({ number, at: made }) => {
      const apart = note.at === undefined || made === undefined ? 0 : Math.abs(note.at - made);
      return [apart, Math.abs(note.number - number), number] as const;
    });
  measured.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
  return measured[0]?.[2];
}

describe('notes on the highlights of clippings', () => {
  it('keeps what a changed note said before, unless the next one begins with it, and lists what it leaves out', () => {
    const notesOn = (...words: readonly string[]) => {
      const { notes, refused } = incoming(highlightOn('5-9') + words.map((each) => noteAt('9', each)).join(''));
      return [notes.map(({ note }) => note), refused.map(({ number, why, words }) => [number, why, words])];
    };
    expect(notesOn('一', '一二', '三')).toEqual([['一二\n\n三'], [[2, 'repeated', '一']]]);
    expect(notesOn('好', '不好')).toEqual([['好\n\n不好'], []]);
    expect(notesOn('甲', '乙', '甲', '')).toEqual([
      ['乙\n\n甲'],
      [
        [2, 'repeated', '甲'],
        [5, 'repeated', '書'],
      ],
    ]);
  });

  it('has every entry of a file in its lists, or in the note of one', () => {
    const kinds = fc.constantFrom(
      ...['甲', '甲乙', '乙', ''].map((words) => noteAt('9', words)),
      ...[noteAt('2', '丙'), highlightOn('5-9'), highlightOn('9'), '書\n甲\n\n乙\n==========\n'],
    );
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 12 }), (records) => {
        const file = `${highlightOn('1')}${records.join('')}`;
        const { notes, refused } = incoming(file);
        const joined = notes.reduce((sum, { note }) => sum + (note === '' ? 0 : note.split('\n\n').length), 0);
        expect(notes.length + joined + refused.length).toBe(records.length + 1);
      }),
    );
  });

  it('finds for each note the nearest highlight, as looking at every one does', () => {
    const place = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 4 }));
    const time = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    const clipping = fc.record({ place, at: time, kind: fc.constantFrom<ClippingKind>('highlight', 'note') });
    fc.assert(
      fc.property(fc.array(clipping, { maxLength: 30 }), (drawn) => {
        const clippings_ = drawn.map(({ place: [start, length], at: made, kind }, index): Clipping => ({
          ...{ number: index + 1, kind, title: '書', at: made, words: '' },
          place: { unit: 'page', start, end: start + length },
        }));
        const highlights = clippings_.filter(({ kind }) => kind === 'highlight');
        const finder = new HighlightFinder(highlights.map((each) => ({ clipping: each, notes: [] })));
        for (const note of clippings_.filter(({ kind }) => kind === 'note')) {
          expect(finder.of(note)?.clipping.number).toBe(nearestByAll(note, highlights));
        }
      }),
    );
  });

  it.each([
    ['one range', (index: number) => highlightOn('1-400') + noteAt('1-400', String(index))],
    ['one location', (index: number) => (index === 0 ? highlightOn('9') : noteAt('9', String(index)))],
    [
      'places that all overlap',
      (index: number) => highlightOn(`${index + 1}-${index + 490}`) + noteAt('400', String(index)),
    ],
  ])('reads 5,000 records on %s', (_what, recordAt) => {
    const file = Array.from({ length: 5_000 }, (_each, index) => recordAt(index)).join('');
    expect(incoming(file).notes.length).toBeGreaterThan(0);
  });

  it('and highlights are read in steps, up to more than anybody makes', () => {
    const reading = readingNotes(highlightOn('1').repeat(1_000) + noteAt('1', '註').repeat(1_000));
    let steps = 0;
    while (reading.next().done !== true) steps++;
    expect(steps).toBeGreaterThan(80);
    expect(readNotes(highlightOn('1').repeat(200_001))).toEqual({ ok: false, reason: 'too-large' });
    expect(readNotes(`Highlight\n${'甲\n'.repeat(200_001)}`)).toEqual({ ok: false, reason: 'too-large' });
  });
});
