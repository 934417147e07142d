import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { anki } from '#core/exchange/table/anki';
import { codePoints } from '#core/support/offset';
import { idOf, markAt, marksOnLines, modelOn, writtenText } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';

const rowsOf = (file: string) => parse(file, { delimiter: '\t', comment: '#', comment_no_infix: true });

describe('cards for Anki', () => {
  it('have their headers first, then front, back, tags and the id of the mark, every field quoted', async () => {
    const { text, annotations } = marksOnLines(['#甲'], () => ({
      note: '**一**\n<b>"二"',
      tags: ['two words', '翻譯'],
    }));
    expect(writtenText(anki, await modelOn(text, annotations))).toBe(
      '#separator:tab\n#html:true\n#notetype:Basic\n#deck:《lines》\n#tags column:3\n#guid column:4\n' +
        `"<div lang=""zh-Hant"">#甲</div>"\t"**一**<br>&lt;b&gt;&quot;二&quot;"\t"two_words 翻譯"\t"${idOf(1)}"\n`,
    );
  });

  it('go to the deck that is asked for, and a title makes no deck within a deck', async () => {
    const { text, annotations } = marksOnLines(['甲']);
    const model = await modelOn({ ...text, title: 'a::b\n#html:false' }, annotations);
    expect(writtenText(anki, model)).toContain('\n#deck:a：：b #html:false\n#tags column');
    expect(writtenText(anki, model, { deck: '中文::論語\n' })).toContain('\n#deck:中文::論語\n#tags column');
  });

  it('say in which script a quote is and where it stands, with a link to the mark, where asked to', async () => {
    const text = { ...textOfLines('t', 'ab'.repeat(32), ['软件']), script: 'hans' as const };
    const model = await modelOn(text, [markAt(text, 1, 0, 2, { note: '記' })], { mode: 'taiwan-phrases' });
    const [[front, back] = []] = rowsOf(writtenText(anki, model, { quotes: 'both', citation: true }));
    expect(front).toBe(
      '<div lang="zh-Hant-TW">軟體</div><br><small>Taiwan phrases</small><br><div lang="zh-Hans">软件</div><br><small>As in the source</small>',
    );
    expect(back).toBe(
      `記<br><br><small><a href="zhupi://mark/${idOf(1)}?text=t&amp;quote=%E8%BD%AF%E4%BB%B6">《《t》》, ¶ 1</a></small>`,
    );
  });

  it('have readings over their characters where the source gives them, and are asked for', async () => {
    const plain = textOfLines('t', 'ab'.repeat(32), ['他会说𠮷话', '会<']);
    const gloss = (at: number, base: string, reading: string) => ({
      at: codePoints(at),
      rawAt: codePoints(at),
      base,
      reading,
    });
    const text = {
      ...plain,
      script: 'hans' as const,
      glosses: [gloss(1, '会', 'huì'), gloss(4, '话', 'huà'), gloss(6, '会', 'kuài')],
    };
    const model = await modelOn(text, [markAt(text, 1, 0, 8)], { mode: 'traditional' });
    const frontOf = (options: object) => rowsOf(writtenText(anki, model, options))[0]?.[0];
    expect(frontOf({})).toBe(
      '<div lang="zh-Hant">他<ruby>會<rt>huì</rt></ruby>說𠮷<ruby>話<rt>huà</rt></ruby><br><ruby>會<rt>kuài</rt></ruby>&lt;</div>',
    );
    expect(frontOf({ glosses: false })).toBe('<div lang="zh-Hant">他會說𠮷話<br>會&lt;</div>');
  });

  it('make no sound and no formula of a bracket', async () => {
    const { text, annotations } = marksOnLines(['[sound:x.mp3][latex]x[/latex][$]x[/$][甲]']);
    const [[front] = []] = rowsOf(writtenText(anki, await modelOn(text, annotations)));
    expect(front).toContain('&#91;sound:x.mp3]&#91;latex]x&#91;/latex]&#91;$]x&#91;/$][甲]');
  });
});
