import { describe, expect, it } from 'vitest';
import { OWN_COLOURS, STYLES } from '#core/annotation/annotation';
import { parsePalette } from '#core/annotation/palette';
import { html } from '#core/exchange/document/html';
import { htmlWords } from '#core/exchange/document/html-escape';
import { noteHtml } from '#core/exchange/document/html-note';
import { darkPaperColour, paperColour } from '#core/exchange/paper-colours';
import { pdf } from '#core/exchange/document/pdf';
import { printable, withoutTurns } from '#core/exchange/document/printable';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { describeMarkLink } from '#core/exchange/mark-link';
import { bundledText } from '../../../support/bundled-text';
import { exportedText, idOf, markAt, marksOnLines, modelOf, modelOn, writtenText } from '../../../support/exported';

const nowhere = () => undefined;

describe('words in HTML', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a & "b" \'c\'', 'a &amp; &quot;b&quot; &#39;c&#39;'],
    ['甲\u0000乙\ud800\uffff\u0085', '甲\ufffd乙\ufffd\ufffd\ufffd'],
    ['甲\u202eabc', '甲<bdi class="unseen" title="RLO">\u202e</bdi>abc'],
    ['𠮷😀\t', '𠮷😀\t'],
  ])('%j are written so that they are read as they are', (words, written) => {
    expect(htmlWords(words)).toBe(written);
  });

  it('can be put where nothing may stand that turns a line or that no file holds', () => {
    expect(withoutTurns('甲\u202e乙\u2066')).toBe('甲[RLO]乙[LRI]');
    expect(printable('\ud83d\ude00\udfff\r\n\u000b')).toBe('😀\ufffd\n\ufffd');
  });
});

describe('a note in HTML', () => {
  it.each([
    ['**重點**，*參看* `碼`', '<p><strong>重點</strong>，<em class="dotted">參看</em> <code>碼</code></p>'],
    ['*so*', '<p><em>so</em></p>'],
    ['# 題', '<p><strong>題</strong></p>'],
    ['<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
    ['3. 甲\n4. 乙', '<ol start="3"><li>甲</li><li>乙</li></ol>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['https://a.org/?a=1&b="', '<p><a href="https://a.org/?a=1&amp;b=">https://a.org/?a=1&amp;b=</a>&quot;</p>'],
    ['| 甲 |\n| - |\n| 1 |', '<table><tbody><tr><td>甲</td></tr><tr><td>1</td></tr></tbody></table>'],
  ])('%j has only elements of ours', (note, written) => {
    expect(noteHtml(note, nowhere)).toBe(written);
  });

  it('leads to another note in the file, or by the link of the app to one that is not in it', () => {
    const link = describeMarkLink({ markId: idOf(7), textId: 't', quote: '' });
    const note = `[甲](${link})`;
    expect(noteHtml(note, (id) => (id === idOf(7) ? '#n7' : undefined))).toBe('<p><a href="#n7">甲</a></p>');
    expect(noteHtml(note, nowhere)).toBe(`<p><a href="${link}">甲</a></p>`);
  });
});

describe('a web page', () => {
  it('gives quotes in the scripts that are asked for, and says which only where it must', async () => {
    const text = await bundledText();
    const start = Array.from(text.canonical.slice(0, text.canonical.indexOf('優化科研環境'))).length;
    const model = await modelOn(text, [markAt(text, 1, start, start + 6)], { mode: 'taiwan-phrases' });
    const page = (parts: object): string => writtenText(html, model, parts);
    const displayed = '<p lang="zh-Hant-TW">最佳化科研環境</p>';
    const source = '<p lang="zh-Hant">優化科研環境</p>';
    expect(page({ quotes: 'displayed' })).toContain(displayed);
    expect(page({ quotes: 'displayed' })).not.toContain(source);
    expect(page({ quotes: 'source' })).toContain(source);
    expect(page({ quotes: 'source' })).not.toContain(displayed);
    expect(page({ quotes: 'both' })).toContain(`${displayed}</blockquote>\n<p class="script">Taiwan phrases</p>`);
    expect(page({ quotes: 'both' })).toContain(`${source}</blockquote>\n<p class="script">As in the source</p>`);
    expect(page({ quotes: 'displayed' })).not.toContain('class="script"');
    expect(page({ citation: true })).toMatch(/<p class="citation">《北京國際科技創新中心建設》, ¶ \d+<\/p>/);
    expect(page({})).not.toContain('class="citation"');
  });

  it('sets readings only where they are asked for', async () => {
    const model = await modelOn(await bundledText(), []);
    expect(writtenText(html, model, { glosses: true })).toContain('<ruby>會<rt>huì</rt></ruby>');
    expect(writtenText(html, model, { glosses: false })).not.toContain('<rt>');
  });

  it('without its notes has the marks, and nothing of what is said', async () => {
    const { text, annotations } = marksOnLines(['甲乙', '丙'], () => ({ note: '機密', tags: ['祕密'] }));
    const page = writtenText(html, modelOf([await exportedText(text, annotations)]), { notes: false });
    expect(page).toContain('<mark class="yellow highlight">甲乙</mark>');
    expect(page).not.toMatch(/機密|祕密|class="reference"|<li class="note/);
  });

  it('lays marks over each other, the last begun on top, each in its own shape', async () => {
    const { text } = marksOnLines(['甲乙丙丁']);
    const marks = STYLES.map((style, index) =>
      markAt(text, index + 1, index === 0 ? 0 : 1, 3, { style, colour: 'red' }),
    );
    const page = writtenText(html, modelOf([await exportedText(text, marks)]), { notes: false });
    const over = STYLES.map((style) => `<mark class="red ${style}">`).join('');
    expect(page).toContain(`<mark class="red highlight">甲</mark>${over}乙丙${'</mark>'.repeat(STYLES.length)}丁`);
  });

  it('numbers a note after its words, or where they go on, at the end of the paragraph it begins in', async () => {
    const { text } = marksOnLines(['甲乙丙', '丁戊']);
    const page = writtenText(html, modelOf([await exportedText(text, [markAt(text, 1, 1, 6), markAt(text, 2, 0, 2)])]));
    expect(page.replace(/<a class="reference"[^>]*>(\d)<\/a>/g, '[$1]').replace(/<\/?mark[^>]*>/g, '')).toContain(
      '<p>甲乙[1]丙[2]</p>',
    );
  });

  it('lists notes without a place apart, with a heading, and without a way into the text', async () => {
    const { text } = marksOnLines(['甲乙丙']);
    const lost = { ...markAt(text, 1, 0, 2), textHash: 'cd'.repeat(32) };
    const page = writtenText(html, modelOf([await exportedText(text, [lost])]));
    expect(page).toContain('<h2>Notes without a place in this edition</h2>');
    expect(page).toContain('<span class="number">1</span>');
    expect(page).not.toContain('href="#m1"');
  });

  it('tells apart the notes of several texts', async () => {
    const one = marksOnLines(['甲']);
    const texts = [await exportedText(one.text, one.annotations), await exportedText(one.text, one.annotations)];
    const ids = [...writtenText(html, modelOf(texts)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['m1', 'n1', 'm2-1', 'n2-1']);
  });

  it('runs across, whatever is asked for; what is to be printed in columns has its short numbers upright', async () => {
    const { text } = marksOnLines(['12月3日，2026年']);
    const exported = await exportedText(text, [markAt(text, 1, 1, 3)]);
    const model = modelOf([exported], { language: 'zh-Hant' });
    expect(writtenText(html, model, { lines: 'vertical' })).toBe(writtenText(html, model, { lines: 'horizontal' }));
    const printed = (lines: 'horizontal' | 'vertical'): string => {
      const written = pdf.write(model, { ...FIRST_OPTIONS, lines });
      return written.kind === 'pdf' ? [...written.parts].join('') : '';
    };
    const [columns, across] = [printed('vertical'), printed('horizontal')];
    expect(across).not.toMatch(/vertical-rl|class="upright"|landscape/);
    expect(columns).toContain('<html lang="zh-Hant" class="vertical">');
    expect(columns).toMatch(/@page \{ size: A4 landscape;[^]+writing-mode: vertical-rl/);
    // A mark that begins within a number leaves both parts upright; a longer number lies on its side.
    const up = (words: string): string => `<span class="upright">${words}</span>`;
    const mark = `<mark class="yellow highlight">${up('2')}</mark><mark class="yellow highlight">月</mark>`;
    expect(columns).toContain(`<p>${up('1')}${mark}<a class="reference"`);
    expect(columns).toContain(`${up('3')}日，2026年</p>`);
    expect(columns).toContain(`role="doc-backlink" aria-label="批註 1，回到內文">${up('1')}</a>`);
    expect(columns).toContain(`${up('1')} 則批註`);
    expect(columns.replaceAll(/<[^>]+>/g, '').replaceAll(/\s/g, '')).toContain('12月13日，2026年');
  });

  it('says that nothing may be loaded; what is to be printed leaves that to who prints it', () => {
    const model = modelOf([]);
    expect(writtenText(html, model)).toContain(`content="default-src 'none'; style-src 'unsafe-inline';`);
    const written = pdf.write(model, {
      ...{ quotes: 'displayed', citation: false, layout: 'plain', template: '' },
      notes: true,
      glosses: true,
      lines: 'horizontal',
      author: '',
      deck: '',
      bin: false,
    });
    if (written.kind !== 'pdf') throw new Error('not to be printed');
    expect([...written.parts].join('')).not.toContain('Content-Security-Policy');
    expect(writtenText(html, model)).not.toMatch(/https?:|url\(|@import|<script/);
  });
});

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((hex) =>
      [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)),
    )
    .map(([red = 0, green = 0, blue = 0]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours on paper', () => {
  const hexes = ['#000000', '#ffffff', '#102030', '#1f9e89', '#ff0000', '#ffff00', '#0000ff', '#808080'];
  const palette = parsePalette({ own: hexes.map((hex, index) => ({ id: OWN_COLOURS[index], label: '', hex })) });

  it.each([...OWN_COLOURS, 'yellow', 'red', 'green', 'blue', 'purple'] as const)(
    'keep words readable on %s',
    (colour) => {
      const light = paperColour(palette, colour);
      expect(contrast(light.wash, '#221e19')).toBeGreaterThanOrEqual(7);
      expect(contrast(light.ink, '#fbf8f1')).toBeGreaterThanOrEqual(4.3);
      const dark = darkPaperColour(palette, colour);
      expect(contrast(dark.wash, '#e7e1d6')).toBeGreaterThanOrEqual(6);
      expect(contrast(dark.ink, '#16191f')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark.wash, '#16191f')).toBeGreaterThan(1.2);
    },
  );
});
