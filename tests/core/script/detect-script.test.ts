import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadScriptDetector, type ScriptDetector } from '#core/script/detect-script';
import { SOURCE_SCRIPTS, type SourceScript } from '#core/script/mode';
import { bundledSource, readingText } from '../../support/bundled-text';
import { chineseText } from '../../support/chinese';
import { oracle } from '../../support/oracle';
import { scriptSamples, type ScriptSample } from '../../support/script-samples';

let detector: ScriptDetector;
beforeAll(async () => {
  detector = await loadScriptDetector();
});

/** What a text is about, its words, its script, and how sure one can be of it: at least, and at most. */
type Case = readonly [name: string, words: string, script: SourceScript, least?: number, most?: number];

const PLAIN: readonly Case[] = [
  ['a walk', '今天天气很好，我们一起去公园里散步，然后在湖边喝茶。', 'hans', 0.95],
  ['a company', '他是这家软件公司的总经理，负责数据库和网络安全。', 'hans', 0.95],
  ['a recipe', '把面粉和鸡蛋搅拌均匀，加入少许盐，放在锅里用小火煎熟。', 'hans', 0.95],
  ['a court', '皇后和太后都住在后宫里，只有几个太监侍候着。', 'hans', 0.9],
  ['one word', '发展', 'hans', 0.9],
  ['the people’s republic', '中华人民共和国的一切权力属于人民。', 'hans', 0.95],
  ['a walk', '今天天氣很好，我們一起去公園裡散步，然後在湖邊喝茶。', 'hant-tw', 0.5],
  ['the underground', '因為下雨的緣故，他們只好在捷運站裡等著。', 'hant-tw', 0.5],
  ['software', '這個軟體可以透過網際網路更新，請先備份您的資料。', 'hant-tw', 0.5],
  ['a mouse', '請把滑鼠移到螢幕上的圖示，再點選「儲存」以下載程式。', 'hant-tw', 0.5],
  ['a lesson', '眾人都看著黑板，老師在教室裡為學生講解。', 'hant-tw', 0.5],
  ['noodles', '他吃著牛肉麵，心裡想著明天的會議。', 'hant-tw', 0.5],
  ['a crowd', '他站在台上，向着羣眾揮手，心裏為此十分喜悦。', 'hant-hk', 0.5],
  ['a bus', '因為巴士脱班，他在車站裏等着，看着手錶。', 'hant-hk', 0.5],
  ['Cantonese', '佢哋喺度食緊飯，我哋等咗好耐喇。', 'hant-hk', 0.5],
  ['a table', '枱上放着一部電腦，我坐在戶外的椅子上，心裏為他擔憂。', 'hant-hk', 0.5],
  ['the government', '行政長官説，政府會檢討税務條例，為市民提供津貼，衞生署亦會跟進。', 'hant-hk', 0.5],
  ['a meal', '因爲他喫了麪，所以心裏高興，坐着不動。', 'hant', 0.7],
  ['a departure', '衆人爲之側目，羣情洶湧，他在家裏啓程。', 'hant', 0.7],
  ['economists', '發展中國家的經濟學家認爲這樣不行。', 'hant', 0.5],
  ['a factory', '我們于昨日發布了新的制造業規范，并且在筑路工程中示范。', 'hant-from-hans', 0.7],
  ['a committee', '北京市委并不同意，鉆研技術的干部處于奮斗之中。', 'hant-from-hans', 0.7],
  ['hair', '他的頭發很長，皇後看了之後說，面條煮好了，里面有兩只雞。', 'hant-from-hans', 0.7],
  ['a plan', '會議聽取了關于智能制造的匯報，并對示范區的建筑規劃提出要求。', 'hant-from-hans', 0.7],
  ['a film', '這部影片講述一個獨特的故事，主角在山谷里面采藥，終于復仇，并獲得幸福。', 'hant-from-hans', 0.5],
];

const HARD: readonly Case[] = [
  ['no words', '', 'hant', 0, 0],
  ['stops only', '，。！？……——', 'hant', 0, 0],
  ['pictures', '😀🎉👩‍👩‍👧', 'hant', 0, 0],
  ['an address', 'https://example.com/index.html?a=1#top', 'hant', 0, 0],
  ['English', 'The quick brown fox jumps over the lazy dog.', 'hant', 0, 0],
  ['lone surrogates', '\ud800\udc00\ud800 \udc00', 'hant', 0, 0],
  ['what both write alike', '山水田人', 'hant', 0, 0],
  ['Japanese', '東京は日本の首都です。国会や学校があります。駅で会いましょう。', 'hant', 0, 0.1],
  ['one character of both', '后', 'hans', 0, 0.7],
  [
    'a quote in Japanese',
    '老師寫下「国会学会の国際会来国会学会」，我們看著黑板，因為下雨，在教室裡等著。',
    'hant-tw',
    0.6,
  ],
  ['Chinese about Japanese', '日语里说「東京は日本の首都です」，意思是东京是日本的首都。', 'hans', 0.2],
  [
    'a quote in Simplified',
    '他引用簡體字的原文：“发展才是硬道理”，然後說：這句話在那個時代裡有它的意義，我們應該記著。',
    'hant-tw',
    0.4,
  ],
  [
    'a quote in Traditional',
    '他引用《論語》的原文：「學而時習之」，然后说这句话对今天的学生还有意义，应该记住。',
    'hans',
    0.2,
  ],
  ['surnames', '于小姐走進房間，范先生也在裡面。他們一起吃麵，然後一起去台北車站。頭髮很長。', 'hant-tw', 0.6],
  ['a surname throughout', '于小姐說，于小姐的書在桌上，于小姐的狗在裡面，于小姐因為生氣，看著大家。', 'hant-tw', 0.3],
  ['surnames in Simplified', '余先生和范小姐跟于老师一起去吃饭，钟医生没有来。', 'hans', 0.9],
  ['the Analects', '子曰：學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？', 'hant', 0.2],
  ['a prose poem', '豫章故郡，洪都新府。星分翼軫，地接衡廬。襟三江而帶五湖，控蠻荊而引甌越。', 'hant', 0.2],
  ['classical words that look left behind', '余嘗謂人之於世，云何不樂？皇后在後宮，公里之外，萬里無雲。', 'hant', 0.1],
  ['the Analects in Simplified', '子曰：学而时习之，不亦说乎？有朋自远方来，不亦乐乎？', 'hans', 0.9],
  [
    'readings',
    '智(zhì)能制(zhì)造(zào)和(hé)范(fàn)式(shì)轉(zhuǎn)變(biàn)，處(chǔ)于(yú)奮(fèn)斗(dòu)之中。',
    'hant-from-hans',
    0.5,
  ],
  ['English between', '這個 app 可以 sync 到 iCloud，因為它在 background 裡一直 running 著。', 'hant-tw', 0.5],
  ['folded stops', '今天天气很好,我们去公园!他说:"好的."', 'hans', 0.95],
  ['half and half', '今天天气很好，我们一起去公园里散步。今天天氣很好，我們一起去公園裡散步。', 'hans', 0, 0.2],
  ['everyday forms of Taiwan', '台灣的台北車站裡，大家為了搶票，吵著要進去。', 'hant-tw', 0.5],
];

describe('the script', () => {
  it.each([...PLAIN, ...HARD].map((row) => [`${row[0]}: ${row[1].slice(0, 16)}`, row] as const))(
    'of %s',
    (_title, [, words, script, least = 0, most = 1]) => {
      const found = detector.ofText(words);
      expect(found.script === script || most <= 0.2, `${found.script} ${found.confidence}`).toBe(true);
      expect(found.confidence).toBeGreaterThanOrEqual(least);
      expect(found.confidence).toBeLessThanOrEqual(most);
      if (most === 0) expect(found.basis).toBe('nothing');
      if (least > 0) expect(found.basis).toBe('words');
    },
  );

  it('of the bundled text is that of one converted character by character, with its glosses and without', () => {
    for (const words of [readingText, bundledSource.toString('utf8')]) {
      const { script, confidence } = detector.ofText(words);
      expect(script).toBe('hant-from-hans');
      expect(confidence).toBeGreaterThan(0.95);
    }
  });

  it('does not turn on readings, which part the characters of a word', () => {
    const words = '他的頭發很長，皇後看了，發面條，在里面干活，并且發展。';
    const read = words.replace(/[發後面里干并]/g, (character) => `${character}(fā)`);
    expect(detector.ofText(read)).toEqual(detector.ofText(words));
  });

  it.each([
    ['s2t', 'hant'],
    ['s2tw', 'hant-tw'],
    ['s2twp', 'hant-tw'],
    ['s2hk', 'hant-hk'],
  ] as const)('of the bundled text made with %s is %s', (conversion, script) => {
    const found = detector.ofText(oracle(conversion)(oracle('tw2s')(readingText)));
    expect(found.script).toBe(script);
    expect(found.confidence).toBeGreaterThan(0.6);
  });
});

describe('of seeded paragraphs', () => {
  // Measured with this seed: right 0.973, 0.953, 0.990, 0.983; Simplified or Traditional right 1, 1, 1, 1; the very
  // script 0.48, 0.56, 0.77, 0.92: most short paragraphs are the same in several standards.
  it.each([
    { length: 10, right: 0.95, orthography: 0.99, exact: 0.44 },
    { length: 30, right: 0.93, orthography: 0.99, exact: 0.52 },
    { length: 100, right: 0.96, orthography: 1, exact: 0.72 },
    { length: 400, right: 0.96, orthography: 1, exact: 0.88 },
  ])('as long as $length characters nearly all are told right', async ({ length, right, orthography, exact }) => {
    const samples = await scriptSamples(length, 60, 20_261);
    const share = (holds: (sample: ScriptSample, script: SourceScript) => boolean): number =>
      samples.filter((sample) => holds(sample, detector.ofText(sample.words).script)).length / samples.length;
    // Right: the paragraph would be written with the same characters in the script that was told.
    const figures = [
      share(({ alike }, script) => alike.has(script)),
      share(({ alike, script }, told) => alike.has(told) || (told === 'hans') === (script === 'hans')),
      share(({ script }, told) => told === script),
    ];
    expect(figures[0]).toBeGreaterThanOrEqual(right);
    expect(figures[1]).toBeGreaterThanOrEqual(orthography);
    expect(figures[2]).toBeGreaterThanOrEqual(exact);
    // A detector that always gives one answer stays far below.
    for (const script of SOURCE_SCRIPTS) {
      expect(samples.filter(({ alike }) => alike.has(script)).length / samples.length).toBeLessThan(right - 0.1);
    }
  });

  it('those told with confidence are right, those told without are the ones to doubt', async () => {
    const samples = (await Promise.all([10, 30, 100, 400].map((length) => scriptSamples(length, 60, 7)))).flat();
    const told = samples.map((sample) => ({ sample, ...detector.ofText(sample.words) }));
    const rightShare = (least: number, most: number): number => {
      const within = told.filter(({ confidence }) => confidence >= least && confidence < most);
      return within.filter(({ sample, script }) => sample.alike.has(script)).length / within.length;
    };
    expect(rightShare(0.95, 2)).toBeGreaterThan(0.99);
    expect(rightShare(0.8, 0.95)).toBeGreaterThan(0.96);
    expect(rightShare(0.3, 0.6)).toBeLessThan(rightShare(0.95, 2));
  });
});

describe('the scripts of paragraphs', () => {
  it('are that of their text where they say little themselves', () => {
    const traditional = ['這是一個很長的段落，我們在這裡說明為什麼。', '山水。', '', '！'];
    const found = detector.ofParagraphs(traditional);
    expect(found.map(({ script }) => script)).toEqual(['hant-tw', 'hant-tw', 'hant-tw', 'hant-tw']);
    expect(found.map(({ basis }) => basis)).toEqual(['words', 'text', 'text', 'text']);
    expect(found[1]?.confidence).toBe(detector.ofText(traditional.join('\n')).confidence);
  });

  it('are their own where they say it clearly', () => {
    const simplified = '发展中国家的经济学家认为这样不行。';
    const traditional = '這是一個很長的段落，我們在這裡說明為什麼，並請大家繼續閱讀下去。'.repeat(5);
    const found = detector.ofParagraphs([traditional, simplified, traditional]);
    expect(found.map(({ script }) => script)).toEqual(['hant-tw', 'hans', 'hant-tw']);
  });

  it('do not turn on one stray character of the other script', () => {
    const text = detector.ofText(oracle('s2tw')(oracle('tw2s')(readingText)));
    expect(detector.ofParagraphs(['他说', '发'], text).map(({ script }) => script)).toEqual(['hant-tw', 'hant-tw']);
  });

  it('say nothing where the text says nothing', () => {
    expect(detector.ofParagraphs(['', '！'])).toEqual(
      ['', ''].map(() => ({ script: 'hant', confidence: 0, basis: 'nothing' })),
    );
    expect(detector.ofParagraphs([])).toEqual([]);
  });

  it('of the bundled text are all told alike', () => {
    for (const { script } of detector.ofParagraphs(readingText.split('\n'))) expect(script).toBe('hant-from-hans');
  });
});

describe('the detector', () => {
  it('answers for any string with a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.oneof(chineseText(), fc.string({ unit: 'binary' })), (text) => {
        const { script, confidence, basis } = detector.ofText(text);
        expect(SOURCE_SCRIPTS).toContain(script);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        if (basis === 'nothing') expect(confidence).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('looks at all of a long text, not only at its head', () => {
    const found = detector.ofText(
      `${'今天天气很好，我们去公园。'.repeat(3_000)}${'今天天氣很好，我們去公園。'.repeat(30_000)}`,
    );
    expect(found.script).not.toBe('hans');
    expect(found.confidence).toBeLessThan(0.9);
    const late = detector.ofText(`${'山水田人，'.repeat(100_000)}${'他在家裡看著書，因為下雨。'.repeat(30_000)}`);
    expect(late.script).toBe('hant-tw');
  });

  it.each([
    ['one ambiguous character', '于'],
    ['one character', '發'],
    ['kana', 'の'],
    ['ideographic description characters', '\u2ff0'],
    ['opening brackets', '會('],
    ['prose', '我們于昨日發布了新的規范，'],
  ])('is done with a million characters of %s in little time', (_name, words) => {
    const text = words.repeat(1_000_000 / words.length);
    detector.ofText(text);
    // Some 20 to 90 ms on a machine of its own; paragraph by paragraph, Traditional takes a second and more.
  });
});
