import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentsOf, entryAt } from '#core/text/contents';
import { deriveText } from '#core/text/derive-text';
import { enumerationsIn, valueOf } from '#core/text/enumerations';
import { canonicalOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { loadWordList } from '#core/text/word-list';
import facts from '../../fixtures/facts.json';
import { bundledText } from '../../support/bundled-text';

const words = await loadWordList();
const plain = (content: string): Text =>
  deriveText({ id: 'a', title: 'a', hash: '0', content, script: 'hans' }, { words, roundTrip: (text) => text });

/** The contents as an outline, a line for each entry. */
const outline = (text: Text): string[] =>
  contentsOf(text).map(({ level, number, span, isCut }) =>
    [
      '  '.repeat(level - 1),
      number === undefined ? '' : `${canonicalOf(text, number)} `,
      canonicalOf(text, span),
      isCut ? '…' : '',
    ].join(''),
  );

describe('the contents of the bundled text', () => {
  it('are its lead, the six projects under the words that announce them, and what comes next', async () => {
    expect(outline(await bundledText())).toEqual([
      '北京市第十五屆人民代表大會第四次會議舉行新聞發布…',
      '處于“兩個百年”歷史交匯期',
      '率先建成北京國際科技創新中心是北京“十四五”規劃…',
      '六大工程',
      '  一 國家戰略科技力量創建工程',
      '  二 重點前沿領域跨越工程',
      '  三 創新范式優化工程',
      '  四 “創新鏈、產業鏈、供應鏈”三鏈聯動工程',
      '  五 京津冀產業驅動工程',
      '  六 創新生態提升工程',
      '北京市科學技術委員會將抓緊推進國際科技創新中心建…',
    ]);
  });

  it('begin where the projects begin', async () => {
    const items = contentsOf(await bundledText()).filter(({ number }) => number !== undefined);
    expect(items.map(({ start }) => start)).toEqual(facts.readingText.sixProjects);
  });

  it('know the innermost section of a place', async () => {
    const text = await bundledText();
    const at = (offset: number): string => {
      const entry = entryAt(contentsOf(text), offset);
      return entry === undefined ? '' : canonicalOf(text, entry.number ?? entry.span);
    };
    expect([0, 743, 806, 807, 911, 912, 1384, 1386].map(at)).toEqual([
      '北京市第十五屆人民代表大會第四次會議舉行新聞發布',
      '六大工程',
      '六大工程',
      '一',
      '一',
      '二',
      '六',
      '北京市科學技術委員會將抓緊推進國際科技創新中心建',
    ]);
  });
});

describe('the contents of other texts', () => {
  for (const [name, lines, expected] of [
    [
      'marked headings, nested by their numbers',
      ['# 前言', '话。', '# 第一章 天', '## 第一节 日', '话。', '## 第二节 月', '# 第二章 地', '# 后记'],
      ['前言', '第一章 天', '  第一节 日', '  第二节 月', '第二章 地', '后记'],
    ],
    [
      'chapters of a plain text',
      ['序', '第一回　甄士隐梦幻识通灵', '此开卷第一回也。', '第二回　贾夫人仙逝扬州城', '却说封肃。'],
      ['第一回　甄士隐梦幻识通灵', '第二回　贾夫人仙逝扬州城'],
    ],
    [
      'numbered lines that stand over paragraphs',
      ['总的要求如下。', '一、指导思想', '坚持创新。', '二、基本原则', '统筹协调。', '三、保障措施', '加强领导。'],
      ['总的要求如下', '一 指导思想', '二 基本原则', '三 保障措施'],
    ],
    [
      'what is counted off with 第一 and announced',
      ['他讲了三点意见：第一，要学习；第二，要工作；第三，要休息。', '散会。'],
      ['三点意见', '  一 要学习', '  二 要工作', '  三 要休息', '散会'],
    ],
    [
      'counting within counting',
      ['一、目标', '（一）近期；（二）中期；（三）远期。', '二、任务', '三、保障'],
      ['一 目标', '  一 近期', '  二 中期', '  三 远期', '二 任务', '三 保障'],
    ],
    [
      'announced by the paragraph before',
      ['要做好4项工作。', '1. 看书。', '2. 写字。', '3. 画画。', '4. 种树。'],
      ['4项工作', '  1 看书', '  2 写字', '  3 画画', '  4 种树'],
    ],
    [
      'nothing but paragraphs, some of which open alike',
      [
        '老师说，今天天气很好我们出去。',
        '老师说，明天也许会下一场大雨。',
        '2021年1月24日，会议开始讨论问题。',
        '（完）',
      ],
      ['今天天气很好我们出去', '明天也许会下一场大雨', '会议开始讨论问题'],
    ],
    ['a text of one aside', ['（完）'], ['（完）']],
    [
      'numbers that count nothing off',
      ['一、二、三，走！十一是月份，十二是也是，一是一，二是二。2.9万家，3.1万家。'],
      ['一、二、三，走'],
    ],
    ['a gap in the numbers', ['一是学，三是做，四是说。'], ['一是学，三是做，四是说']],
    ['two of a kind', ['一是学，二是做。'], ['一是学，二是做']],
  ] as const) {
    it(`are right for ${name}`, () => {
      expect(outline(plain(lines.join('\n')))).toEqual(expected);
    });
  }

  it('are few in a text of many paragraphs, and none in an empty one', () => {
    const many = plain(Array.from({ length: 3000 }, (_line, number) => `第${number}段，这里有一些话要说。`).join('\n'));
    expect(contentsOf(many).length).toBeLessThanOrEqual(60);
    expect(contentsOf(plain(''))).toEqual([]);
    expect(entryAt([], 0)).toBeUndefined();
  });

  it('lie in the text and in order, whatever it says', () => {
    const piece = fc.constantFrom(
      '一是',
      '二是',
      '三是',
      '一、',
      '二、',
      '三、',
      '（一）',
      '（二）',
      '（三）',
      '第一，',
      '第二，',
      '第三，',
      '1.',
      '2.',
      '3.',
      '三点',
      '学习',
      '，',
      '。',
      '：',
      '\n',
      '# ',
      '第一章 ',
      '第二章 ',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = plain(pieces.join(''));
        let before = -1;
        let level = 0;
        for (const entry of contentsOf(text)) {
          const block = text.blocks[entry.block]?.span;
          expect(entry.start).toBeGreaterThanOrEqual(before);
          expect(entry.span.end).toBeGreaterThan(entry.span.start);
          expect(entry.span.start).toBeGreaterThanOrEqual(block?.start ?? Infinity);
          expect(entry.span.end).toBeLessThanOrEqual(block?.end ?? -1);
          expect(entry.level).toBeLessThanOrEqual(level + 1);
          before = entry.start;
          level = entry.level;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers of what is counted off', () => {
  it('are read up to 99', () => {
    expect(['一', '九', '十', '十一', '二十', '九十九', '7', '12'].map(valueOf)).toEqual([1, 9, 10, 11, 20, 99, 7, 12]);
    expect(['', '十十', '一二', '一十十'].map(valueOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('count on from one without a gap, however many there are', () => {
    const digits = '一二三四五六七八九十';
    const written = (n: number): string =>
      n <= 10
        ? digits.charAt(n - 1)
        : `${n < 20 ? '' : digits.charAt(Math.floor(n / 10) - 1)}十${n % 10 === 0 ? '' : digits.charAt((n % 10) - 1)}`;
    for (const count of [3, 10, 11, 20, 21, 43]) {
      const items = Array.from({ length: count }, (_item, at) => `${written(at + 1)}是好好学习；`).join('');
      expect(enumerationsIn(`有${written(count)}个方面：${items}`)).toMatchObject([
        { items: { length: count }, announced: { start: 1 } },
      ]);
    }
  });
});
