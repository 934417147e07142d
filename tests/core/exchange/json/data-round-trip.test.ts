import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { epubAnnotations } from '#core/exchange/json/epub-annotations';
import type { Format } from '#core/exchange/format';
import { hypothesis } from '#core/exchange/json/hypothesis';
import type { IncomingNote } from '#core/exchange/incoming';
import { nearestNamed } from '#core/exchange/paper-colours';
import { readium } from '#core/exchange/json/readium';
import { webAnnotation } from '#core/exchange/json/web-annotation';
import { zhupiNotes } from '#core/exchange/json/zhupi-notes';
import { SCRIPT_MODES } from '#core/script/mode';
import type { Text } from '#core/text/text';
import { bundledText } from '../../../support/bundled-text';
import { firstOf, notesBack, readBack, writtenJson } from '../../../support/data-formats';
import { marksOnLines, modelOn } from '../../../support/exported';
import { HOSTILE_NOTES } from '../../../support/hostile-notes';
import { VARIED_PALETTE, variedNotes } from '../../../support/varied-notes';

/** What a format can say of a note; what it cannot is not said, and is exactly what is lost on the way. */
interface Carries {
  readonly format: Format;
  readonly tags: 'all' | 'first';
  readonly colour: 'all' | 'nearest' | 'none';
  readonly style: 'all' | 'no wavy lines' | 'none';
  readonly record: boolean;
}

const TABLE: readonly Carries[] = [
  { format: zhupiNotes, tags: 'all', colour: 'all', style: 'all', record: true },
  { format: webAnnotation, tags: 'all', colour: 'all', style: 'all', record: false },
  { format: epubAnnotations, tags: 'all', colour: 'all', style: 'all', record: false },
  { format: readium, tags: 'first', colour: 'nearest', style: 'no wavy lines', record: false },
  { format: hypothesis, tags: 'all', colour: 'none', style: 'none', record: false },
];

/** What has to come back of a mark. */
function expectedOf({ tags, colour, style, record }: Carries, mark: Annotation): object {
  return {
    markId: mark.id,
    source: expect.objectContaining({ hash: mark.textHash }) as unknown,
    quote: mark.quote,
    note: mark.note,
    tags: tags === 'all' ? mark.tags : mark.tags.slice(0, 1),
    created: mark.created,
    modified: mark.modified,
    colour: colour === 'all' ? mark.colour : colour === 'none' ? undefined : nearestNamed(VARIED_PALETTE, mark.colour),
    style: style === 'none' ? undefined : style !== 'all' && mark.style === 'wavy' ? 'underline' : mark.style,
    record: record ? mark : undefined,
  };
}

/** What came back, and nothing that came back that nobody expects. */
const seenOf = ({ markId, source, quote, note, tags, created, modified, colour, style, record }: IncomingNote) => ({
  ...{ markId, source, quote, note, tags, created, modified, colour, style, record },
});

/** The words of a text that the offsets of a note lead to, in whatever unit they count. */
function wordsAt({ canonical }: Text, { place }: IncomingNote): string {
  const [start = 0, end = 0] = [place?.start, place?.end];
  const isOfUnits = place?.unit === 'UTF-16 units';
  return isOfUnits ? canonical.slice(start, end) : Array.from(canonical).slice(start, end).join('');
}

describe.each(TABLE.map((carries) => [carries.format.id, carries] as const))(
  'notes out by %s and in again',
  (id, carries) => {
    const { format } = carries;

    it.each(SCRIPT_MODES)('are the 25 varied ones, displayed in %s, less what it cannot say', async (mode) => {
      const text = await bundledText();
      const marks = variedNotes(text);
      const file = writtenJson(format, await modelOn(text, marks, { palette: VARIED_PALETTE, mode }), {
        quotes: 'both',
      });
      const back = notesBack(id, file);
      expect(back).toHaveLength(marks.length);
      for (const note of back) {
        const mark = firstOf(marks.filter(({ id: markId }) => markId === note.markId));
        expect(seenOf(note)).toEqual(expectedOf(carries, mark));
        expect(wordsAt(text, note)).toBe(mark.quote.exact);
      }
    });

    it.each(Object.entries(HOSTILE_NOTES))(
      'are the same where note, tag and quote are hostile: %s',
      async (_name, words) => {
        const { text, annotations } = marksOnLines(['𠮷野', words, '後'], () => ({
          note: words,
          // No tag is empty: none can be typed that is.
          tags: words === '' ? [] : [words],
        }));
        const file = writtenJson(format, await modelOn(text, annotations));
        expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file);
        const { notes, refused } = readBack(id, file);
        const isEmpty = words === '';
        if (isEmpty && id !== 'zhupi') {
          // Nothing stands on no words; it is listed all the same.
          expect(refused).toMatchObject([{ number: 2, why: 'no-quote' }]);
        } else expect(refused).toEqual([]);
        const expected = annotations.filter(({ quote }) => id === 'zhupi' || quote.exact !== '');
        expect(notes.map((note) => wordsAt(text, note))).toEqual(expected.map(({ quote }) => quote.exact));
        expect(notes.map(seenOf)).toEqual(expected.map((mark) => expectedOf(carries, mark)));
      },
    );
  },
);
