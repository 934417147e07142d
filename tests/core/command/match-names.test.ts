import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { matchNames, type PinyinNames } from '#core/command/match-names';
import { loadPinyinNames } from '#core/command/pinyin-names';
import { COMMANDS, type Command } from '#core/command/commands';
import { stringsOf } from '../../../renderer/strings/use-strings';
import { LANGUAGES, type Language } from '#core/ipc/language';

let pinyin: PinyinNames;
beforeAll(async () => {
  pinyin = await loadPinyinNames();
});

const namesIn = (language: Language, command: Command): string[] =>
  [language, ...LANGUAGES.filter((other) => other !== language)].map((each) => stringsOf(each).commands.names[command]);

/** The best command for what is typed, and what of its name stands out. */
function found(language: Language, typed: string): [Command, string] | undefined {
  const matches = COMMANDS.flatMap((command) => {
    const names = namesIn(language, command);
    const match = matchNames(typed, names, pinyin);
    return match === undefined ? [] : [{ command, match, name: names[match.name] ?? '' }];
  });
  const [best] = matches.sort((one, other) => one.match.score - other.match.score);
  return best && [best.command, best.match.at.map((at) => best.name[at]).join('')];
}

describe('a command is found', () => {
  it.each<readonly [Language, string, Command, string]>([
    // By its name, a part of it, or the beginnings of its words.
    ['en', 'export', 'export', 'Export'],
    ['en', 'EXPORT', 'export', 'Export'],
    ['en', 'ｅｘｐｏｒｔ', 'export', 'Export'],
    ['en', 'next m', 'next-mark', 'Next m'],
    ['en', 'pane', 'toggle-contents', 'pane'],
    ['en', 'exno', 'export', 'Exno'],
    ['en', 'wai', 'where', 'Wai'],
    ['en', 'bkmk', 'add-bookmark', 'bkmk'],
    // By its names in the other languages.
    ['en', '导出', 'export', '导出'],
    ['en', '匯出', 'export', '匯出'],
    ['zh-Hans', 'export', 'export', 'Export'],
    ['zh-Hant', '导出', 'export', '导出'],
    // Either script.
    ['zh-Hant', '调整标记', 'resize', '調整標記'],
    ['zh-Hans', '調整標記', 'resize', '调整标记'],
    // By pinyin: whole, begun, by initials, of a Traditional name too, split by spaces.
    ['zh-Hans', 'daochu', 'export', '导出'],
    ['zh-Hans', 'daoc', 'export', '导出'],
    ['zh-Hans', 'dcpz', 'export', '导出批注'],
    ['zh-Hans', 'dao chu', 'export', '导出'],
    ['zh-Hant', 'huichu', 'export', '匯出'],
    ['zh-Hant', 'hcpz', 'export', '匯出批註'],
    ['zh-Hant', 'daochu', 'export', '导出'],
    ['en', 'daochu', 'export', '导出'],
    ['en', 'dcpz', 'export', '导出批注'],
    ['zh-Hans', 'xiayigebiaoji', 'next-mark', '下一个标记'],
    ['zh-Hans', 'shezhi', 'settings', '设置'],
    ['zh-Hant', 'sheding', 'settings', '設定'],
    ['zh-Hans', 'chexiao', 'undo', '撤销'],
    ['zh-Hant', 'fuyuan', 'undo', '復原'],
    ['zh-Hans', 'shanchubiaoji', 'delete-mark', '删除标记'],
    ['zh-Hans', 'fanjian', 'next-script', '繁简'],
  ])('in %s by %s', (language, typed, command, shown) => {
    const [best, stands] = found(language, typed) ?? [];
    expect(best).toBe(command);
    expect(stands?.toLowerCase()).toBe(shown.toLowerCase());
  });

  it.each(['qqqq', '嚯', 'export export export'])('by %s not at all', (typed) => {
    expect(found('en', typed)).toBeUndefined();
  });
});

describe('whatever is typed', () => {
  it('stands out at ascending offsets of the name that it was found in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMANDS),
        fc.constantFrom(...LANGUAGES),
        fc.oneof(
          fc.string({ maxLength: 6 }),
          fc.string({ unit: fc.constantFrom(...Array.from('daochuexnm 标记批註')), maxLength: 6 }),
        ),
        (command, language, typed) => {
          const names = namesIn(language, command);
          const match = matchNames(typed, names, pinyin);
          if (match === undefined) return;
          const name = names[match.name] ?? '';
          match.at.forEach((at, index) => {
            expect(at).toBeLessThan(name.length);
            if (index > 0) expect(at).toBeGreaterThan(match.at[index - 1] ?? -1);
          });
        },
      ),
    );
  });

  it('the whole of a name finds it first of all, in any language', () => {
    for (const language of LANGUAGES) {
      for (const command of COMMANDS) {
        const [name = ''] = namesIn(language, command);
        expect(matchNames(name, [name], pinyin), name).toMatchObject({ score: 0, name: 0 });
      }
    }
  });
});

it('pinyin passes over the signs between characters', () => {
  expect(matchNames('zhutishense', ['主题：深色'], pinyin)?.at).toEqual([0, 1, 3, 4]);
  expect(matchNames('ztss', ['主題：深色'], pinyin)?.at).toEqual([0, 1, 3, 4]);
});
