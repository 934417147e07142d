import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteText } from '#core/exchange/markdown/markdown-note';
import { partsOfNote } from '#core/note/markup';

const HOSTS = ['obsidian', 'logseq', 'plain'] as const;

describe('a note in Markdown', () => {
  it.each([
    ['links', '參看 [全局](zhupi://mark/0190a1b2-0000-7000-8000-000000000001) 與 <https://example.org/a_b?c=1>'],
    ['emphasis', '**重點**，*參看*，~~刪去~~，==亮=='],
    ['code', '用 `a<b> # %%` 與 ``a`b``。'],
    ['a block of code', '```js\n# <b> %%\n> x\n---\n```'],
    ['code in a list', '1. 甲\n   ```\n   <b>\n   ```\n2. 乙'],
    ['a table', '| 甲 | `<b>` |\n| --- | --- |\n| 1 | **2** |'],
    ['numbered lists', '1. 甲\n   1. 乙\n2. 丙'],
    ['tasks', '* [ ] 甲\n* [x] 乙'],
    ['what is escaped already', '\\<b> \\%\\% \\# \\\\'],
    ['a lone percent sign', '100% 與 5 % 3'],
  ])('keeps %s as written, wherever it goes', (_name, note) => {
    for (const host of HOSTS) expect(noteText(note, host)).toBe(note);
  });

  it.each([
    ['a heading', '# 甲', '\\# 甲'],
    ['a heading in a list', '* ## 甲', '* \\## 甲'],
    ['a quote', '> 甲', '\\> 甲'],
    ['a quote in a numbered list', '1. > 甲', '1. \\> 甲'],
    ['a line that makes a heading of the one before', '甲\n=\n乙\n-', '甲\n\\=\n乙\n\\-'],
    ['a rule', '甲\n\n---', '甲\n\n\\---'],
    ['a rule with spaces', '甲\n\n_ _ _', '甲\n\n\\_ _ _'],
    ['HTML', 'a <b>甲</b> <!-- x -->', 'a \\<b>甲\\</b> \\<!-- x -->'],
    ['HTML behind two backslashes', '\\\\<b>', '\\\\\\<b>'],
    ['a comment of Obsidian', '%%甲%%', '\\%\\%甲\\%\\%'],
    ['a comment whose first sign is escaped', '\\%%甲', '\\%\\%甲'],
    ['a picture', '![甲](http://127.0.0.1/x.png)', '\\![甲](http://127.0.0.1/x.png)'],
    ['a link of script', '甲 [乙](javascript:alert(1))', '甲 \\[乙\\](javascript:alert(1))'],
    ['a link in signs that stand for others', '甲 [乙]( <java&#115;cript:x>)', '甲 \\[乙\\]( \\<java&#115;cript:x>)'],
    ['a link to a file', '[`甲`](file:///x) [乙](https://x)', '\\[`甲`\\](file:///x) [乙](https://x)'],
    ['a link to a program', '[[甲]](obsidian://x) <obsidian://x>', '\\[[甲]\\](obsidian://x) \\<obsidian://x>'],
    ['a definition', '[甲][1]\n\n[1]: https://x/(a) "t"', '[甲](https://x/%28a%29)\n\n\\[1\\]: https://x/(a) "t"'],
    [
      'a definition used by its label',
      '[Ab] [aB][] ![ab]\n\n[ab]: <https://x>',
      '[Ab](https://x) [aB](https://x) \\![ab](https://x)\n\n\\[ab\\]: <https://x>',
    ],
    ['a definition in a list', '* [1]: https://x', '* \\[1\\]: https://x'],
    ['a definition over two lines', '[甲\n乙]: https://x', '\\[甲\n乙\\]: https://x'],
    ['a definition of script', '[甲][1]\n\n[1]: javascript:x', '[甲][1]\n\n\\[1\\]: javascript:x'],
    ['a definition in code', '[甲][1] `[1]`\n\n```\n[1]: https://x\n```', '[甲][1] `[1]`\n\n```\n[1]: https://x\n```'],
    ['a footnote', '甲[^1]乙^[丙]\n\n[^1]: 丁', '甲\\[^1\\]乙\\^[丙]\n\n\\[^1\\]: 丁'],
    ['a bracket that is not closed', '[[甲 `[` [乙] 丙] `]', '\\[[甲 `[` [乙] 丙] `]'],
    ['a bracket that nothing opens', '甲] `[` [乙]', '甲\\] `[` [乙]'],
    ['an embedded page', '![[甲]]', '\\![[甲]]'],
    ['a template', '甲 <%* x %> <%% \\<% x', '甲 <\\%* x %> <\\%\\% \\<\\% x'],
    ['a template in code', '`<% x %>` `乙`', '\\`\\<\\% x %\\>\\` `乙`'],
    ['a template in a block of code', '```\n<% x %>\n```', '```\n< % x %>\n```'],
    ['a query in code', '`= a*b` `$=x` ``= [`` `a = b`', '\\`= a\\*b\\` \\`\\$=x\\` \\`\\`= \\[\\`\\` `a = b`'],
    ['a query in what may be code', '`= x` \\` `', '\\`= x` \\` `'],
    ['a block that is run', '```dataviewjs\nx\n```', '```text dataviewjs\nx\n```'],
    ['a block that is run in a list', '- ~~~ Query\n  x\n  ~~~', '- ~~~ text Query\n  x\n  ~~~'],
    ['an open block that is run in a list', '1. ```tasks\n   x', '1. ```text tasks\n   x'],
    ['a block that is run by another name', '```&#100;ataviewjs\nx\n```', '```text &#100;ataviewjs\nx\n```'],
    ['a block id', '^甲\n乙 ^id', '\\^甲\n乙 \\^id'],
    ['an open fence', '```\n<b>', '```\n<b>\n```'],
    ['an open fence of five tildes', '~~~~~\n甲', '~~~~~\n甲\n~~~~~'],
    ['HTML in code that reaches over lines', '`甲\n<b>` 乙', '`甲\n\\<b>` 乙'],
    ['HTML after a backtick that has no other', '甲 ` <b>', '甲 ` \\<b>'],
    ['HTML after an escaped backtick', '\\`<b>`', '\\`\\<b>`'],
    ['HTML that a cell of a table cuts out of code', '| a ` | <b> ` |\n| - | - |', '| a ` | \\<b> ` |\n| - | - |'],
  ])('lets %s reach out of nothing', (_name, note, written) => {
    expect(noteText(note, 'obsidian')).toBe(written);
  });

  it('has its line breaks marked for a plain reader, who would run lines together', () => {
    expect(noteText('第一行\n第二行\n\n另一段', 'plain')).toBe('第一行  \n第二行\n\n另一段');
    expect(noteText('第一行\n第二行', 'obsidian')).toBe('第一行\n第二行');
  });

  it('begins no block and no property of Logseq', () => {
    expect(noteText('- 一\n  - 二\n+ 三\nid:: x', 'logseq')).toBe('* 一\n  * 二\n* 三\nid\\:: x');
  });

  it.each([
    ['{{video https://x}} {{{query}}}', '{\\{video https://x}} {\\{\\{query}}}'],
    ['[:img {:src "https://x"}]', '[\\:img {:src "https://x"}]'],
    ['@@html: <img src=x>@@', '@\\@html: \\<img src=x>@\\@'],
    ['\\[甲\\] \\(乙\\)', '\\[甲] \\(乙)'],
    ['[甲](file:///x) file://x obsidian://x https://x', '[甲] (file:\\///x) file:\\//x obsidian:\\//x https://x'],
    [':LOGBOOK:\n甲\n:END:', '\\:LOGBOOK:\n甲\n\\:END:'],
    ['`{{甲}}`', '`{{甲}}`'],
  ])('does nothing of its own in Logseq: %j', (note, written) => {
    expect(noteText(note, 'logseq')).toBe(written);
  });

  it('comes to an end, whatever its length', () => {
    for (const unit of [
      '\\',
      '- ',
      '` `` ',
      '<https://',
      '!',
      '%',
      '> ',
      '[[',
      '| ',
      ' ^a',
      '```\n',
      '=',
      '*',
      '\n- ',
      '](',
      '](<',
      '[a]: b\n\n',
      '[a',
    ]) {
      for (const host of HOSTS) noteText(`${unit.repeat(40_000 / unit.length)}x`, host);
    }
  });

  it('never makes HTML that the note did not have as text', () => {
    const piece = fc.constantFrom(
      '<b>',
      '`',
      '``',
      '\\',
      '%%',
      '\n',
      '甲',
      ' ',
      '|',
      '- ',
      '```\n',
      '~~~\n',
      '> ',
      '    ',
      '![x](y)',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        (note) => {
          const parts = JSON.stringify(partsOfNote(noteText(note, 'plain')));
          expect(parts).not.toMatch(/"kind":"(?:quote|heading|rule)"/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
