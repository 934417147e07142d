import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfNote, plainNote, type NotePart } from '#core/note/markup';

/** Parts in short: the kind, and what it holds. */
const brief = (parts: readonly NotePart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'words') return part.words;
      if (part.kind === 'link') return `link:${part.goal.kind}(${brief(part.parts)})`;
      if ('words' in part) return `${part.kind}(${part.words})`;
      return 'parts' in part ? `${part.kind}(${brief(part.parts)})` : part.kind;
    })
    .join('|');

const ID = '0198f3a2-7c11-7d4e-9b52-3f6a1c8e2d90';

describe('a note', () => {
  it.each([
    ['emphasis', '**a** *b* ~~c~~ `d`', 'paragraph(strong(a)| |emphasis(b)| |struck(c)| |code(d))'],
    ['bold ending in Chinese punctuation', '**發展。**北京', 'paragraph(strong(發展。)|北京)'],
    ['bold in Chinese quotation marks', '這是**「重點」**的', 'paragraph(這是|strong(「重點」)|的)'],
    ['bold ending in Latin punctuation before Chinese', '**R&D.**研發', 'paragraph(strong(R&D.)|研發)'],
    ['struck Chinese', '刪~~去。~~了', 'paragraph(刪|struck(去。)|了)'],
    ['signs that stand for themselves', '2 * 3 * 4 snake_case_名', 'paragraph(2 * 3 * 4 snake_case_名)'],
    ['a heading', '## 題', 'heading(題)'],
    ['a list', '- 甲\n- 乙\n  1. 丙', 'list(item(甲)|item(乙|list(item(丙))))'],
    ['a quotation', '> 引\n> 文', 'quote(paragraph(引|break|文))'],
    ['code', '```\na <b>\n```', 'code-block(a <b>)'],
    ['a table', '|a|b|\n|-|-|\n|1|2|', 'table(row(cell(a)|cell(b))|row(cell(1)|cell(2)))'],
    ['lines', 'a\nb\n\nc', 'paragraph(a|break|b)|paragraph(c)'],
    ['a rule', '---', 'rule'],
    ['a web address', '[x](https://example.org/)', 'paragraph(link:address(x))'],
    ['a bare web address', '見 https://example.org/a 。', 'paragraph(見 |link:address(https://example.org/a)| 。)'],
    ['no address guessed', 'example.org', 'paragraph(example.org)'],
    ['a link to a mark', `[發展](zhupi://mark/${ID})`, 'paragraph(link:mark(發展))'],
  ])('shows %s', (_name, note, shown) => {
    expect(brief(partsOfNote(note))).toBe(shown);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image with a handler', '<img src=x onerror=alert(1)>'],
    ['a link to a script', '[x](javascript:alert(1))'],
    ['a link to a script in capitals and entities', '[x](JaVa&#115;cript:alert(1))'],
    ['a link to data', '[x](data:text/html,hello)'],
    ['a link to a file', '[x](file:///etc/passwd)'],
    ['a link to the app itself', '[x](app://bundle/index.html)'],
    ['a link to a mark that is none', '[x](zhupi://mark/1)'],
    ['an image of data', '![x](data:image/png;base64,AAAA)'],
    ['an HTML comment', '<!-- x -->'],
    ['an automatic link to a script', '<javascript:alert(1)>'],
  ])('leaves %s the text that it is', (_name, note) => {
    const kinds = brief(partsOfNote(note));
    expect(kinds).not.toContain('link:');
    expect(plainNote(note)).toBe(note.replace('&#115;', 's'));
  });

  it('shows the words of an image, and loads none', () => {
    expect(brief(partsOfNote('![圖](https://example.org/a.png)'))).toBe('paragraph(圖)');
  });

  it.each(['![](https://example.org/a.png)', `${'> '.repeat(500)}深`, '>'])('shows %j as it is written', (note) => {
    expect(plainNote(note)).toBe(note);
  });

  it('neither fails nor loses plain words, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '**',
        '[',
        '](',
        ')',
        '`',
        '\n',
        '> ',
        '- ',
        '1. ',
        '<',
        '\ud83d',
        '\udc00',
        '\u202e',
        '發展',
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        partsOfNote(pieces.join(''));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[發展a-z]{1,40}$/), (words) => {
        expect(plainNote(words)).toBe(words);
      }),
    );
  });

  it('shows a huge note, and one that nests deeply, in no time', () => {
    partsOfNote('**長🀄** '.repeat(20_000));
    partsOfNote('> '.repeat(5_000) + 'x');
    partsOfNote('['.repeat(20_000));
    partsOfNote('*a'.repeat(20_000));
  });
});
