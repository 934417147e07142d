import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { escapeMarkdown, obsidianTag, toMarkdown } from '#core/exchange/markdown';
import type { ExportedNote, NotesDocument } from '#core/exchange/notes-document';

const note = (parts: Partial<ExportedNote> = {}): ExportedNote => ({
  id: '0190a1b2-0000-7000-8000-000000000001',
  quote: '全局中的核心',
  note: '',
  tags: [],
  colour: 'red',
  label: '',
  paragraph: 2,
  created: 0,
  ...parts,
});
const document = (...notes: ExportedNote[]): NotesDocument => ({
  title: '題目: "甲"',
  language: 'zh-Hant-TW',
  sourceHash: 'ab'.repeat(32),
  exported: 0,
  notes,
});
const frontMatterOf = (text: string): unknown => parse(text.slice(4, text.indexOf('\n---\n')));
const HOSTILE = [
  '---',
  '# 題',
  '> 引',
  '- 項',
  '+ 項',
  '1. 項',
  '2021) 年',
  '=HYPERLINK()',
  '%%x%%',
  '[[x]]',
  '^id',
  '<script>x</script>',
  '<!-- x -->',
  '| a | b |',
  '```',
  '$x$',
  '&lt;',
  '\\',
  '\u202ex',
  'a\u0000b',
  '***',
  '==x==',
];

describe('notes as Markdown', () => {
  it('begin with front matter at byte 0 that a YAML reader reads', () => {
    const text = toMarkdown(document(note({ tags: ['翻譯', '2025', 'two words'] })));
    expect(text.startsWith('---\n')).toBe(true);
    expect(frontMatterOf(text)).toEqual({
      title: '題目: "甲"',
      language: 'zh-Hant-TW',
      source: `urn:sha256:${'ab'.repeat(32)}`,
      exported: '1970-01-01T00:00:00.000Z',
      notes: 1,
      tags: ['翻譯', '_2025', 'two-words'],
    });
  });

  it('give each quote as a callout, its block id alone on a line, then note and tags', () => {
    const text = toMarkdown(document(note({ note: '第一行\n**第二行**', tags: ['甲'] })));
    expect(text).toContain(
      '\n\n> [!quote] ¶ 2\n> 全局中的核心\n\n^zhupi-0190a1b2-0000-7000-8000-000000000001\n\n第一行\n**第二行**\n\n#甲\n',
    );
  });

  it('say what a colour means to the person, as words and nothing else, on the line of the callout', () => {
    const text = toMarkdown(document(note({ label: 'doubt\n# [[x]]' })));
    expect(text).toContain('> [!quote] ¶ 2 · doubt \\# \\[\\[x\\]\\]\n> 全局中的核心\n');
    expect(toMarkdown(document(note()))).toContain('> [!quote] ¶ 2\n');
  });

  it('keep a quote over several paragraphs in one callout', () => {
    expect(toMarkdown(document(note({ quote: '甲\n乙' })))).toContain('\n> 甲\n> 乙\n\n^');
  });

  it.each(HOSTILE)('are not led astray by a quote of %j', (quote) => {
    const text = toMarkdown(document(note({ quote })));
    const [, line = ''] = /> \[!quote\] ¶ 2\n(> .*)\n\n\^zhupi/.exec(text) ?? [];
    expect(line.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '').replace('\ufffd', '\u0000')).toBe(`> ${quote}`);
    expect(line).not.toMatch(/^> (#|>|-|\+|=|\d+[.)]|```|\^)/);
    expect(line).not.toMatch(/(?<!\\)<[a-z!]|%%|(?<!\\)\[\[|==/);
  });

  it.each(HOSTILE)('are not led astray by a note of %j', (hostile) => {
    const text = toMarkdown(document(note({ note: hostile }), note({ quote: '乙' })));
    const body = text.slice(text.indexOf('\n---\n') + 5);
    expect(body.match(/^> \[!quote\]/gm)).toHaveLength(2);
    expect(body).not.toMatch(/^(---|# .*題|> 引|\*\*\*)$/m);
    expect(body).not.toMatch(/(?<!\\)<[a-z!]|%%/i);
    expect(body).not.toContain('\u0000');
  });

  it('end with one newline and hold no other when there is nothing', () => {
    expect(toMarkdown(document())).toMatch(/[^\n]\n$/);
  });
});

describe('a tag for Obsidian', () => {
  it.each([
    ['翻譯', '翻譯'],
    ['two words', 'two-words'],
    ['2025', '_2025'],
    ['a#b!c', 'abc'],
    ['地/區', '地/區'],
    ['!!', undefined],
    ['👩‍👩‍👧', undefined],
  ])('of %j is %j', (tag, expected) => {
    expect(obsidianTag(tag)).toBe(expected);
  });
});

describe('escaping', () => {
  it('leaves Chinese text as it is', () => {
    const text = '“十四五”期間，北京（2021年1月24日）：2.9萬家！';
    expect(escapeMarkdown(text)).toBe(text);
  });
});
