import { describe, expect, it } from 'vitest';
import { loadPreset } from '#core/script/preset';
import { drawSigns } from '#core/script/script-signs';
import { LANGUAGES, type Language } from '#core/ipc/language';
import type { KeptTable } from '#core/kept/change';
import { keptInWords } from '../../../renderer/strings/kept-in-words';
import { listIn } from '../../../renderer/strings/numbers';
import { momentOf, timeOf } from '../../../renderer/strings/times';
import { stringsOf } from '../../../renderer/strings/use-strings';
import { allWords } from '../../support/all-words';

type Chinese = Exclude<Language, 'en'>;

/** What is said for the same thing on the other side of the strait. */
const FOREIGN: Readonly<Record<Chinese, readonly string[]>> = {
  'zh-Hant': [
    ...[
      '設置',
      '文件夾',
      '窗口',
      '導出',
      '導入',
      '搜索',
      '查找',
      '默認',
      '字體',
      '鼠標',
      '屏幕',
      '保存',
      '鏈接',
      '撤銷',
    ],
    ...['菜單', '剪切', '粘貼', '打印', '軟件', '硬盤', '磁盤', '內存', '程序', '網絡', '用戶', '信息', '數據', '字節'],
    ...[
      '字符',
      '變量',
      '過濾',
      '模板',
      '加載',
      '全角',
      '半角',
      '回收站',
      '光標',
      '界面',
      '壓縮包',
      '選中',
      '打開',
      '拷貝',
    ],
  ],
  'zh-Hans': [
    ...[
      '设定',
      '档案',
      '视窗',
      '汇出',
      '汇入',
      '搜寻',
      '寻找',
      '预设',
      '字型',
      '滑鼠',
      '萤幕',
      '储存',
      '连结',
      '资料夹',
    ],
    ...[
      '复原',
      '选单',
      '剪下',
      '贴上',
      '列印',
      '软体',
      '硬碟',
      '磁碟',
      '记忆体',
      '程式',
      '网路',
      '使用者',
      '资讯',
      '资料库',
    ],
    ...['位元', '字元', '变数', '范本', '载入', '全形', '半形', '回收桶', '游标', '介面', '检视', '压缩档', '拷贝'],
  ],
};

/** Words that would confuse what is told apart: a gloss is no bopomofo, the journal no log. */
const NOT_OURS: Readonly<Record<Chinese, readonly string[]>> = {
  'zh-Hant': ['注音', '一對多', '字形相符', '區間', '日誌', '按鍵'],
  'zh-Hans': ['注音', '一对多', '字形相符', '区间', '按键'],
};

/** Where a note is the words on a mark; mark and note together are 批註. */
const OF_A_NOTE =
  /annotations\.note|marks\.no(ted|Note)|notes\.noteFilter|notes\.purgeQuestion|steps\.note|couldNotKeepDetail|pageHangsDetail|markdown/i;

/** Names, keys and signs that are Latin in any language. */
const LATIN = new Set(
  (
    'Zhupi zhupi mark backup annotations json Noto Serif SIL OpenCC Apache Obsidian Logseq Markdown Word PDF CSV HTML ' +
    'YAML JSON EPUB Annotations Annotation Readium Thorium Reader Readwise Anki Hypothesis Kindle Web My Clippings txt UTF ASCII BCP ' +
    'ISO SHA Shift Ctrl Alt Enter Esc Tab Delete Backspace fazhan zhan zhǎn indent date Liquid undefined English'
  ).split(' '),
);

/** What is not said in the language itself: how languages call themselves. */
const ours = (language: Language): [string, string][] =>
  allWords(language).filter(([path]) => !path.startsWith('page.settings.languages'));

describe.each(['zh-Hant', 'zh-Hans'] as const)('the words in %s', (language) => {
  const words = ours(language);

  it('are those of the place', () => {
    const foreign = words.flatMap(([path, text]) =>
      // 螢光標示 is a highlight, and no caret.
      FOREIGN[language]
        .filter((term) => text.replaceAll('螢光', '').includes(term))
        .map((term) => `${path}: ${term} in ${text}`),
    );
    expect(foreign).toEqual([]);
  });

  it('call one thing by one name', () => {
    const confusing = words.filter(([, text]) => NOT_OURS[language].some((term) => text.includes(term)));
    expect(confusing).toEqual([]);
    const ofAll = words.filter(([path, text]) => /筆記|笔记/u.test(text) && !OF_A_NOTE.test(path));
    expect(ofAll).toEqual([]);
  });

  it('hold no character of the other script', async () => {
    const { exclusive } = drawSigns(await loadPreset('cn2t'), await loadPreset('t2cn'));
    const isForeign = (sign: string): boolean => {
      const standing = exclusive[sign.charCodeAt(0)] ?? 0;
      return language === 'zh-Hant' ? standing < 0 : standing > 0;
    };
    // What shows how a conversion goes has both scripts.
    const ofOneScript = words.filter(([path]) => path !== 'page.settings.carefulHint');
    const mixed = ofOneScript.flatMap(([path, text]) =>
      Array.from(text)
        .filter(isForeign)
        .map((sign) => `${path}: ${sign} in ${text}`),
    );
    expect(mixed).toEqual([]);
  });

  it('leave nothing in English but names and keys', () => {
    const left = words.flatMap(([path, text]) =>
      (text.match(/\p{Script=Latin}{3,}/gu) ?? []).filter((word) => !LATIN.has(word)).map((word) => `${path}: ${word}`),
    );
    expect(left).toEqual([]);
  });

  it('have the punctuation of the script, in full width', () => {
    const quotes = language === 'zh-Hant' ? /[“”‘’"]/u : /[「」『』]/u;
    const halved = /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}/u;
    const odd = words.filter(
      // The names of the choices of quotation marks are those marks.
      ([path, text]) =>
        (!path.startsWith('page.type.quoteNames') && quotes.test(text) && !text.includes('%Y')) ||
        halved.test(text) ||
        text.includes('...'),
    );
    expect(odd).toEqual([]);
  });
});

/** What takes words, which stand where a number would: a colour, a quote, the name of a thing. */
const OF_WORDS = /^page\.(annotations\.inColour|check\.|marks\.palette\.|voice\.changed)/u;

/** Chinese that meets Latin letters or figures; two spaces; a space within Chinese or beside its punctuation. */
const ILL_SPACED =
  /\p{Script=Han}[\p{Script=Latin}\p{Nd}]|[\p{Script=Latin}\p{Nd}]\p{Script=Han}|\S {2,}|\p{Script=Han} +\p{Script=Han}|[，。：；！？、」』）》”] +\p{Script=Han}|\p{Script=Han} +[，。：；！？、「『（《“]/u;

describe.each(['zh-Hant', 'zh-Hans'] as const)('spaces in %s', (language) => {
  it('stand once between Chinese and Latin letters or figures, and nowhere else', () => {
    const odd = ours(language).filter(([path, text]) => !OF_WORDS.test(path) && ILL_SPACED.test(text));
    expect(odd).toEqual([]);
  });

  it('stand so where things are listed, whichever there are', () => {
    const tables = ['annotations', 'bookmarks', 'corrections', 'texts'] as const satisfies readonly KeptTable[];
    for (let which = 1; which < 1 << tables.length; which++) {
      const chosen = tables.filter((_table, at) => (which & (1 << at)) !== 0);
      const words = keptInWords((table) => (chosen.some((one) => one === table) ? 4 : 0), language);
      expect(words.match(/4 /gu)?.length, words).toBe(chosen.length);
      expect(words).not.toMatch(ILL_SPACED);
    }
    expect(listIn(language)(['Zhupi', '甲', 'EPUB'])).toBe('Zhupi、甲和 EPUB');
    expect(listIn(language)(['甲', 'Zhupi', '乙'])).toBe('甲、Zhupi 和乙');
  });
});

describe('numbers', () => {
  it.each(LANGUAGES)('of a thousand and more are grouped in %s wherever something is counted', (language) => {
    const page = allWords(language).filter(([path]) => /^page\..*\(12345\)$/.test(path));
    expect(page.filter(([, text]) => text.includes('12,345')).length).toBeGreaterThan(60);
    const { notes, find, marks, steps } = stringsOf(language);
    for (const text of [notes.noteCount(1234), find.count(1, 1234), marks.picked.count(1234), steps.delete('', 1234)]) {
      expect(text).toContain('1,234');
    }
  });

  it('take a plural in English, and one of a thing does not', () => {
    const things =
      'notes?|marks?|glosses|repairs|records|files|entries|corrections|bookmarks|places|lines|bytes|snapshots';
    const wrong = allWords('en').filter(
      ([path, text]) =>
        path.endsWith('(1)') &&
        !path.includes('fileName') &&
        new RegExp(`(?<!of |[\\d,])1 (${things.replaceAll('?', '')})\\b`).test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['en', '24 Nov 2026', '09:05'],
    ['zh-Hant', '2026年11月24日', '09:05'],
    ['zh-Hans', '2026年11月24日', '09:05'],
  ] as const)('are written in %s as people there write them', (language, date, time) => {
    const then = new Date(2026, 10, 24, 9, 5).getTime();
    expect(timeOf(then, new Date(2026, 10, 26).getTime(), language)).toEqual({ date, time });
    expect(timeOf(then, then, language).date).toBeUndefined();
    expect(momentOf(then, language)).toBe(`${date} ${time}`);
  });
});
