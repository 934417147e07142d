import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '#core/exchange/table/formula';
import { describeMarkLink } from '#core/exchange/mark-link';
import { readNotes } from '#core/exchange/readers';
import { readwise } from '#core/exchange/table/readwise';
import { parseReadwiseNote, readwiseNote } from '#core/exchange/table/readwise-note';
import { stringify } from 'csv-stringify/sync';
import { bundledText } from '../../../support/bundled-text';
import { idOf, marksOnLines, modelOn, writtenText } from '../../../support/exported';
import { variedNotes } from '../../../support/varied-notes';

function incoming(file: string) {
  const read = readNotes(file);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.format).toBe('readwise');
  return read.value.incoming;
}

describe('CSV for Readwise', () => {
  it('has the columns that Readwise takes, a row for each note, and a link to the mark', async () => {
    const { text, annotations } = marksOnLines(['甲"乙"'], () => ({
      note: '一\n二',
      tags: ['翻譯', 'two words', 'h1'],
    }));
    expect(writtenText(readwise, await modelOn(text, annotations))).toBe(
      '"Highlight","Title","Author","URL","Note","Location","Date"\r\n' +
        `"甲""乙""","《lines》","","zhupi://mark/${idOf(1)}?text=lines&quote=%E7%94%B2%22%E4%B9%99%22",` +
        '".翻譯 .two_words ._h1\n一\n二","1","2026-11-01T08:01:00.000Z"\r\n',
    );
  });

  it('comes back as it went out: marks, quotes, notes, tags, times and text', async () => {
    const text = await bundledText();
    const marks = variedNotes(text);
    const model = await modelOn(text, marks);
    const { notes, refused } = incoming(writtenText(readwise, model));
    expect(refused).toEqual([]);
    const sent = model.texts.flatMap((each) => each.notes);
    expect(notes).toEqual(
      sent.map(({ annotation, displayed }, index) => ({
        number: index + 1,
        markId: annotation.id,
        source: { title: text.title, textId: text.id },
        quote: { exact: displayed, prefix: '', suffix: '' },
        note: annotation.note,
        tags: annotation.tags.map((tag) => tag.replace(' ', '_')),
        created: annotation.created,
      })),
    );
  });
});

describe('reading CSV of Readwise', () => {
  it('takes what Readwise gives, whatever the order of its columns, and says what it refuses', () => {
    const file =
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n' +
      '"第一行\n第二行，他說""好""。",論語,孔子,B00X,".這是標籤之外的",pink,"讀音, 翻譯",page,12,2020-10-05 10:15:30+00:00,\n' +
      ',論語,,,只有筆記,,,,,,\n' +
      '甲,論語,,,,blue,,,,2020-10-06T08:00:00+0800,\n' +
      '乙\n';
    expect(incoming(`\ufeff${file}`)).toEqual({
      notes: [
        {
          number: 1,
          source: { title: '論語' },
          quote: { exact: '第一行\n第二行，他說"好"。', prefix: '', suffix: '' },
          note: '.這是標籤之外的',
          tags: ['讀音', '翻譯'],
          colour: 'red',
          created: Date.UTC(2020, 9, 5, 10, 15, 30),
        },
        {
          number: 3,
          source: { title: '論語' },
          quote: { exact: '甲', prefix: '', suffix: '' },
          note: '',
          tags: [],
          colour: 'blue',
          created: Date.UTC(2020, 9, 6),
        },
        { number: 4, source: {}, quote: { exact: '乙', prefix: '', suffix: '' }, note: '', tags: [] },
      ],
      refused: [{ number: 2, why: 'no-quote', words: '只有筆記' }],
    });
  });

  it('takes columns in any order and an address that is no mark of ours', () => {
    const { notes } = incoming('note,HIGHLIGHT,url\r\n.a .b 記,甲,https://example.org/\r\n');
    expect(notes).toEqual([
      {
        number: 1,
        source: { address: 'https://example.org/' },
        quote: { exact: '甲', prefix: '', suffix: '' },
        note: '記',
        tags: ['a', 'b'],
      },
    ]);
  });

  it.each([';', '\t'])('takes what a spreadsheet writes with %j between its fields', (sign) => {
    const rows = [
      ['Highlight', 'Note', 'Date'],
      ['"甲,乙"', '"一;二"', '2020-10-06'],
    ];
    const [note] = incoming(rows.map((row) => `${row.join(sign)}\r\n`).join('')).notes;
    expect(note).toMatchObject({ quote: { exact: '甲,乙' }, note: '一;二', created: Date.UTC(2020, 9, 6) });
  });

  it('leaves an apostrophe where we did not put it', () => {
    const link = describeMarkLink({ markId: idOf(1), textId: 't', quote: '甲' });
    const file = `Highlight,URL\r\n'-甲,https://example.org/\r\n'=乙,\r\n'=丙,${link}\r\n`;
    expect(incoming(file).notes.map(({ quote }) => quote.exact)).toEqual(["'-甲", "'=乙", '=丙']);
  });

  it('takes no date before 1970, which no record may have', () => {
    const { notes } = incoming('Highlight,Date\r\n甲,1969-12-31\r\n乙,1970-01-01\r\n');
    expect(notes.map(({ created }) => created)).toEqual([undefined, 0]);
  });

  it.each([
    ['a table of something else', 'Name,Age\n甲,1\n', 'unknown'],
    ['words', 'Highlights of the day', 'unknown'],
    ['an open quote', 'Highlight,Note\n"甲,乙\n', 'damaged'],
    ['a quote within a field', 'Highlight,Note\n甲"乙,丙\n', 'damaged'],
    ['nothing', '', 'unknown'],
  ] as const)('refuses %s', (_name, file, reason) => {
    expect(readNotes(file)).toEqual({ ok: false, reason });
  });
});

describe('words that look like a formula', () => {
  const words = fc.array(
    fc.constantFrom("'", '=', '＝', '-', '﹢', '@', ' ', '\t', '\r', '\n', '\ufeff', '\u200b', '甲', '1'),
    {
      maxLength: 8,
    },
  );

  it('are guarded so that it can be undone exactly, whatever they are', () => {
    fc.assert(
      fc.property(words, (pieces) => {
        const each = pieces.join('');
        expect(unguarded(guarded(each))).toBe(each);
        expect(guarded(each)).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u);
      }),
    );
  });

  it('are all that csv-stringify guards, and more', () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const each = `${String.fromCharCode(unit)}1`;
      const theirs = stringify([[each]], { escape_formulas: true, eof: false, quote: false });
      if (theirs.startsWith("'") && !each.startsWith("'")) expect([unit, guarded(each)]).toEqual([unit, `'${each}`]);
    }
    for (const more of [' =1', '\n=1', '﹦1', '\ufeff=1']) expect(guarded(more)).toBe(`'${more}`);
  });

  it('are no others', () => {
    for (const each of ['甲=1', "'甲", '“＝', '1-1', '']) expect(guarded(each)).toBe(each);
  });
});

describe('tags in a note for Readwise', () => {
  it('come back, and so does the note, whatever it begins with', () => {
    const tag = fc.constantFrom('翻譯', '2025', 'h1', '_c2', '__discard', 'favorite', 'a.b', 'x');
    const note = fc.array(fc.constantFrom('.', '\\', '\n', ' ', '甲', '.h1', '5'), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(tag),
        note.map((pieces) => pieces.join('')),
        (tags, words) => {
          expect(parseReadwiseNote(readwiseNote(tags, words))).toEqual({ tags, note: words });
        },
      ),
    );
  });

  it('give Readwise no orders', () => {
    expect(readwiseNote(['c1', 'H2', 'discard', 'chapter', '..x'], '.h1')).toBe(
      '._c1 ._H2 ._discard .chapter .x\n\\.h1',
    );
  });
});
