import { describe, expect, it } from 'vitest';
import { clippings } from '#core/exchange/table/clippings';
import { readNotes } from '#core/exchange/readers';
import { bundledText } from '../../../support/bundled-text';
import { exportedText, markAt, marksOnLines, modelOf, modelOn, writtenText } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';
import { variedNotes } from '../../../support/varied-notes';

function incoming(file: string) {
  const read = readNotes(file);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.format).toBe('clippings');
  return read.value.incoming;
}
const record = (book: string, about: string, words: string): string =>
  `${book}\r\n- ${about}\r\n\r\n${words}\r\n==========\r\n`;
/** A moment by the clock of this computer, as a Kindle's is by its own. */
const at = (...parts: readonly [number, number, number, number, number, number]): number =>
  new Date(...parts).getTime();

describe('My Clippings', () => {
  it('are records of five lines, after a byte order mark, the note after its highlight', async () => {
    const { text, annotations } = marksOnLines(['甲', '乙'], (line) => ({
      created: at(2026, 10, 1, 8, 1, 0),
      ...(line === 1 && { note: '一\n二' }),
    }));
    const long = markAt(text, 3, 0, 3, { created: at(2026, 0, 31, 23, 5, 9) });
    expect(writtenText(clippings, await modelOn({ ...text, title: '題' }, [...annotations, long]))).toBe(
      '\ufeff' +
        record(
          '題 (Unknown)',
          'Your Highlight on Location 1-1 | Added on Saturday, 31 January 2026 23:05:09',
          '甲 乙',
        ) +
        record('題 (Unknown)', 'Your Highlight on Location 2-2 | Added on Sunday, 1 November 2026 08:01:00', '甲') +
        record('題 (Unknown)', 'Your Highlight on Location 3-3 | Added on Sunday, 1 November 2026 08:01:00', '乙') +
        record('題 (Unknown)', 'Your Note on Location 3 | Added on Sunday, 1 November 2026 08:01:00', '一\r\n二'),
    );
  });

  it('come back as they went out, on one line each, notes with their own highlights', async () => {
    const text = await bundledText();
    const model = await modelOn({ ...text, title: '題（上）' }, variedNotes(text));
    const { notes, refused } = incoming(writtenText(clippings, model));
    expect(refused).toEqual([]);
    expect(notes.map(({ number, ...note }) => note)).toEqual(
      model.texts.flatMap((each) =>
        each.notes.map(({ annotation, displayed }) => ({
          source: { title: '題（上）' },
          quote: { exact: displayed.replace(/\s+/g, ' '), prefix: '', suffix: '' },
          note: annotation.note,
          tags: [],
          created: annotation.created,
        })),
      ),
    );
  });

  it.each(['題（上）', '題 (上)', '題', '(上)', ''])(
    'give the title %j back without what stands for an author',
    async (title) => {
      const { text, annotations } = marksOnLines(['甲']);
      const { notes } = incoming(writtenText(clippings, await modelOn({ ...text, title }, annotations)));
      expect(notes[0]?.source.title ?? '').toBe(title);
    },
  );

  it('have a location for each mark that no other of its book has, in reading order', async () => {
    const text = textOfLines('t', 'ab'.repeat(32), ['甲乙丙丁戊己庚辛', '甲乙丙丁']);
    const again = { ...textOfLines('u', 'cd'.repeat(32), ['甲乙']), title: text.title };
    const marks = [
      [0, 8],
      [0, 8],
      [1, 2],
      [5, 7],
      [9, 12],
    ].map(([start = 0, end = 0], index) => markAt(text, index + 1, start, end, { note: '記' }));
    const lost = markAt(text, 8, 0, 1, { textHash: 'other' });
    const file = writtenText(
      clippings,
      modelOf([await exportedText(text, [...marks, lost]), await exportedText(again, [markAt(again, 9, 0, 1)])]),
    );
    const locations = [...file.matchAll(/Location (\d+)(?:-(\d+))? /g)].map(
      ([, from, to]) => to ?? `note ${from ?? ''}`,
    );
    expect(locations).toEqual([
      '1',
      'note 1',
      '2',
      'note 2',
      '3',
      'note 3',
      '6',
      'note 6',
      '10',
      'note 10',
      '11',
      '12',
    ]);
  });

  it('keep notes apart that stand on one paragraph and were made in the same second', async () => {
    const text = textOfLines('t', 'ab'.repeat(32), ['甲乙丙丁']);
    const made = { created: at(2026, 10, 1, 8, 1, 0) };
    const marks = [0, 1, 2, 3].map((start) =>
      markAt(text, start + 1, start, start + 1, { ...made, note: `記${start}` }),
    );
    const lost = markAt(text, 5, 0, 1, { ...made, textHash: 'other', note: '失' });
    const { notes } = incoming(writtenText(clippings, modelOf([await exportedText(text, [...marks, lost])])));
    expect(notes.map(({ quote, note }) => `${quote.exact}${note}`)).toEqual([
      '甲記0',
      '乙記1',
      '丙記2',
      '丁記3',
      '甲失',
    ]);
  });
});

// Records as devices write them, in the three forms of their dates.
const ENGLISH =
  '\ufeffThe Left Hand of Darkness (Le Guin, Ursula K.)\r\n- Your Note on page 12 | Location 182 | Added on Monday, 3 March 2025 21:04:11\r\n\r\nAwesome\r\n==========\r\n' +
  '\ufeffThe Left Hand of Darkness (Le Guin, Ursula K.)\r\n- Your Highlight on page 12 | Location 180-182 | Added on Monday, 3 March 2025 21:04:11\r\n\r\nLight is the left hand of darkness.\r\n==========\r\n' +
  record('Dune (Herbert, Frank)', 'Your Bookmark on Location 900 | Added on Tuesday, 4 March 2025 08:00:00', '') +
  record(
    'Dune (Herbert, Frank)',
    'Your Note on Location 1201 | Added on Tuesday, 4 March 2025 08:01:00',
    'On nothing',
  ) +
  record(
    'From Bash to Z Shell (Oliver Kiddle;Peter Stephenson)',
    'Highlight Loc. 1234-36  | Added on Friday, February 28, 2014, 12:17 PM',
    'Unix',
  ) +
  record('My Clipped Article', 'Your Highlight on page 5-6 | Added on Thursday, May 9, 2019 5:36:43 PM', 'Plain');

const CHINESE =
  record(
    '大师和玛格丽特(译文名著精选) (米·布尔加科夫 (M.Bulgakov))',
    '您在第 381 页（位置 #5424-5425）的标注 | 添加于 2018年12月28日星期五 下午4:14:06',
    '“瞧，你们的结局多么美满。”',
  ) +
  record(
    '日瓦戈医生 (［苏］帕斯捷尔纳克)',
    '您在位置 #4422-4423的标注 | 添加于 2019年1月20日星期日 上午12:39:58',
    '人生下来是要生活的',
  ) +
  record(
    '世界上最简单的会计书 (达雷尔·穆利斯)',
    '您在第 20 页（位置 #150-152）的标注 | 添加于 2022年5月19日星期四 下午12:15:12',
    'Equity',
  ) +
  record(
    '世界上最简单的会计书 (达雷尔·穆利斯)',
    '您在第 20 页（位置 #152）的笔记 | 添加于 2022年5月19日星期四 下午8:36:00',
    'Equity\r\n净值\r\n是一回事啊',
  ) +
  record(
    '秦淮之夜 ([日]谷崎润一郎)',
    '您在第 117 页（位置 #1805-1805）的标注 | 添加于 2022年11月24日星期四 上午11:49:14',
    ' <您已达到本内容的剪贴上限>',
  ) +
  record('秦淮之夜 ([日]谷崎润一郎)', '您在位置 #209 的书签 | 添加于 2017年12月9日星期六 下午10:09:32', '') +
  record('倚天 (金庸)', '您在位置 #120-122 的標註 | 新增於 2024年3月15日 星期五 上午11:20:00', '江湖') +
  record('倚天 (金庸)', '您在位置 #122 的筆記 | 新增於 2024年3月15日 星期五 上午11:21:00', '查');

const found = (file: string) => {
  const { notes, refused } = incoming(file);
  return {
    notes: notes.map(({ number, source, quote, note, created }) => [number, source.title, quote.exact, note, created]),
    refused: refused.map(({ number, why, words }) => [number, why, words]),
  };
};

describe("reading a Kindle's own file", () => {
  it('finds highlights with their notes in English, and says what it refuses', () => {
    expect(found(ENGLISH)).toEqual({
      notes: [
        [2, 'The Left Hand of Darkness', 'Light is the left hand of darkness.', 'Awesome', at(2025, 2, 3, 21, 4, 11)],
        [5, 'From Bash to Z Shell', 'Unix', '', at(2014, 1, 28, 12, 17, 0)],
        [6, 'My Clipped Article', 'Plain', '', at(2019, 4, 9, 17, 36, 43)],
      ],
      refused: [
        [3, 'no-quote', 'Dune'],
        [4, 'no-quote', 'On nothing'],
      ],
    });
  });

  it('finds highlights with their notes in Chinese of either script, with LF as with CRLF', () => {
    const expected = {
      notes: [
        [1, '大师和玛格丽特(译文名著精选)', '“瞧，你们的结局多么美满。”', '', at(2018, 11, 28, 16, 14, 6)],
        [2, '日瓦戈医生', '人生下来是要生活的', '', at(2019, 0, 20, 0, 39, 58)],
        [3, '世界上最简单的会计书', 'Equity', 'Equity\n净值\n是一回事啊', at(2022, 4, 19, 12, 15, 12)],
        [7, '倚天', '江湖', '查', at(2024, 2, 15, 11, 20, 0)],
      ],
      refused: [
        [5, 'no-quote', '<您已达到本内容的剪贴上限>'],
        [6, 'no-quote', '秦淮之夜'],
      ],
    };
    expect(found(CHINESE)).toEqual(expected);
    expect(found(CHINESE.replaceAll('\r\n', '\n'))).toEqual(expected);
  });

  it('gives what is there twice twice, for whoever takes it in to see that it is the same', () => {
    const twice = record(
      '書 (某)',
      'Your Highlight on Location 5-9 | Added on Monday, 3 March 2025 21:00:00',
      '甲',
    ).repeat(2);
    const { notes } = incoming(twice);
    const [one, other] = notes;
    expect(notes).toHaveLength(2);
    expect(other).toEqual({ ...one, number: 2 });
  });

  it('reads dates as programs that keep to another order write them', () => {
    const about = 'Your highlight on page 12 | Added on Monday, March 03, 2025 09:04:11 PM';
    expect(found(record('KOReader', about, '甲')).notes).toEqual([
      [1, 'KOReader', '甲', '', at(2025, 2, 3, 21, 4, 11)],
    ]);
  });

  it('knows what each device that speaks Chinese calls a note', () => {
    const highlight = record('書', '您在位置 #120-122 的標註 | 新增於 2024年3月15日 星期五 上午11:20:00', '江湖');
    for (const name of ['註解', '筆記', '註記', '附註', '批註', '笔记', '注释']) {
      const note = record('書', `您在位置 #122 的${name} | 新增於 2024年3月15日 星期五 上午11:21:00`, '查');
      expect(found(highlight + note).notes).toEqual([[1, '書', '江湖', '查', at(2024, 2, 15, 11, 20, 0)]]);
    }
  });

  it('reads a file that begins with empty lines', () => {
    const good = record('書', 'Your Highlight on Location 5-9 | Added on Monday, 3 March 2025 21:00:00', '甲');
    for (const before of ['\r\n', '\n \n\n', '\ufeff\r\n']) expect(found(before + good).notes).toHaveLength(1);
  });

  it('takes no date before 1970, which no record may have', () => {
    const about = 'Your Highlight on Location 5-9 | Added on Friday, 1 March 1968 21:00:00';
    expect(incoming(record('書', about, '甲')).notes[0]).not.toHaveProperty('created');
  });

  it('refuses a record that says of nothing what it is, and one that is cut off', () => {
    const good = record('書', 'Your Highlight on Location 5-9 | Added on Monday, 3 March 2025 21:00:00', '甲');
    expect(found(`${good}書\n甲\n\n乙\n==========\n${good.slice(0, -14)}`)).toMatchObject({
      notes: [[1, '書', '甲', '', at(2025, 2, 3, 21, 0, 0)]],
      refused: [
        [2, 'unreadable', '乙'],
        [3, 'unreadable', '甲'],
      ],
    });
  });

  it.each(['', '一本書\n- 一項\n- 又一項\n', '==========\n', '# 題\n==========\n'])(
    'does not take %j for one',
    (file) => {
      expect(readNotes(file)).toEqual({ ok: false, reason: 'unknown' });
    },
  );
});
