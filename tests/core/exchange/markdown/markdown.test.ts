import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePalette, FIRST_PALETTE } from '#core/annotation/palette';
import type { Annotation } from '#core/annotation/annotation';
import { markdown } from '#core/exchange/markdown/markdown';
import { escapeMarkdown, obsidianTag } from '#core/exchange/markdown/markdown-escape';
import { idOf, markAt, marksOnLines, modelOn, writtenText } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';

/** A note on a whole line of its own, the second of its text. */
const note = (parts: Partial<Annotation> = {}, quote = '全局中的核心') => ({ parts, quote });
async function written(notes: readonly ReturnType<typeof note>[], palette = FIRST_PALETTE): Promise<string> {
  const { text, annotations } = marksOnLines(
    ['題', ...notes.map(({ quote }) => quote)],
    (line) => notes[line - 1]?.parts ?? {},
  );
  const titled = { ...text, title: '題目: "甲"', script: 'hant-tw' as const };
  return writtenText(markdown, await modelOn(titled, annotations.slice(1), { palette }));
}
const labelled = (label: string) =>
  parsePalette({ labels: { yellow: label, red: '', green: '', blue: '', purple: '' } });
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
  it('begin with front matter at byte 0 that a YAML reader reads', async () => {
    const text = await written([note({ tags: ['翻譯', '2025', 'two words'] })]);
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

  it('give each quote as a callout, its block id alone on a line, then note and tags', async () => {
    const text = await written([note({ note: '第一行\n**第二行**', tags: ['甲'] })]);
    expect(text).toContain(`\n\n> [!quote] ¶ 2\n> 全局中的核心\n\n^zhupi-${idOf(2)}\n\n第一行\n**第二行**\n\n#甲\n`);
  });

  it('say what a colour means to the person, as words and nothing else, on the line of the callout', async () => {
    const text = await written([note()], labelled('doubt # [[x]]'));
    expect(text).toContain('> [!quote] ¶ 2 · doubt \\# \\[\\[x\\]\\]\n> 全局中的核心\n');
    expect(await written([note()])).toContain('> [!quote] ¶ 2\n');
  });

  it('keep a quote over several paragraphs in one callout', async () => {
    const text = textOfLines('t', 'h', ['甲', '乙']);
    const model = await modelOn(text, [markAt(text, 1, 0, 3)]);
    expect(writtenText(markdown, model)).toContain('\n> 甲\n> 乙\n\n^');
  });

  it.each(HOSTILE)('are not led astray by a quote of %j', async (quote) => {
    const text = await written([note({}, quote)]);
    const [, line = ''] = /> \[!quote\] ¶ 2\n(> .*)\n\n\^zhupi/.exec(text) ?? [];
    expect(line.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '').replace('\ufffd', '\u0000')).toBe(`> ${quote}`);
    expect(line).not.toMatch(/^> (#|>|-|\+|=|\d+[.)]|```|\^)/);
    expect(line).not.toMatch(/(?<!\\)<[a-z!]|%%|(?<!\\)\[\[|==/);
  });

  it.each(HOSTILE)('are not led astray by a note of %j', async (hostile) => {
    const text = await written([note({ note: hostile }), note({}, '乙')]);
    const body = text.slice(text.indexOf('\n---\n') + 5);
    expect(body.match(/^> \[!quote\]/gm)).toHaveLength(2);
    expect(body).not.toMatch(/^(---|# .*題|> 引|\*\*\*)$/m);
    expect(body).not.toMatch(/(?<!\\)<[a-z!]|%%/i);
    expect(body).not.toContain('\u0000');
  });

  it('end with one newline and hold no other when there is nothing', async () => {
    expect(await written([])).toMatch(/[^\n]\n$/);
  });

  it('say where each quote stands, in which script, and how the source has it, where asked to', async () => {
    const text = { ...textOfLines('t', 'h', ['软件']), script: 'hans' as const };
    const model = await modelOn(text, [markAt(text, 1, 0, 2)], { mode: 'taiwan-phrases' });
    const given = writtenText(markdown, model, { quotes: 'both', citation: true });
    expect(given).toContain('\n> 軟體\n> *Taiwan phrases*\n>\n> 软件\n> *As in the source*\n> — 《《t》》, ¶ 1\n');
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
