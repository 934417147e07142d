import { describe, expect, it } from 'vitest';
import { FORMATS } from '#core/exchange/formats';
import { argumentsOf, HELP, isCommand, parseCommand } from '../../../main/command/arguments';

const NEEDED = ['export', '--format', 'markdown', '--in', 'a', '--out', 'b'];

describe('the arguments of the program', () => {
  it.each([
    [['zhupi', 'export', '--help'], true, ['export', '--help']],
    [['electron', '.', 'export', '--help'], false, ['export', '--help']],
    [['electron', '--no-sandbox', '.', '--user-data-dir=x', 'export'], false, ['export']],
    [['zhupi', '--no-sandbox', 'export', '--in', 'a'], true, ['export', '--in', 'a']],
    [['zhupi', '--help'], true, ['--help']],
    [['electron', '.', '--version'], false, ['--version']],
    [['zhupi', '--no-sandbox', '--version'], true, ['--version']],
    [['zhupi', '--user-data-dir=x'], true, []],
    [['zhupi'], true, []],
    [['electron', '.'], false, []],
  ] as const)('of %j, packaged: %s, are %j', (argv, isPackaged, expected) => {
    expect(argumentsOf(argv, isPackaged)).toEqual(expected);
  });

  it.each([
    [['export'], true],
    [['--help'], true],
    [['--user-data-dir=x'], false],
    [['a.txt', 'export'], false],
    [[], false],
  ] as const)('%j are a command: %s', (args, expected) => {
    expect(isCommand(args)).toBe(expected);
  });
});

describe('a command', () => {
  it('to export says what, from where and where to; all else is as at first', () => {
    expect(parseCommand(NEEDED)).toMatchObject({
      ok: true,
      value: {
        kind: 'export',
        command: {
          ...{ format: { id: 'markdown' }, from: 'a', to: 'b', mode: 'original', language: 'en', texts: [] },
          options: { quotes: 'displayed', citation: false, layout: 'obsidian', notes: true, bin: true },
        },
      },
    });
  });

  it.each(['markdown', 'md', '.MD'])('names a format by %s', (name) => {
    expect(parseCommand(NEEDED.with(2, name))).toMatchObject({ value: { command: { format: { id: 'markdown' } } } });
  });

  it('takes every option that its format honours', () => {
    const flags = ['--script', 'taiwan-phrases', '--quotes=both', '--citation', '--text', '甲', '--text', '乙'];
    const more = ['--template', 't', '--language', 'zh-Hant'];
    expect(parseCommand([...NEEDED, ...flags, ...more])).toMatchObject({
      value: {
        command: {
          ...{ mode: 'taiwan-phrases', language: 'zh-Hant', texts: ['甲', '乙'], templateFile: 't' },
          options: { quotes: 'both', citation: true, layout: 'template' },
        },
      },
    });
    const without = ['--author', '某', '--no-notes', '--no-readings'];
    expect(parseCommand([...NEEDED.with(2, 'html'), '--no-notes', '--no-readings'])).toMatchObject({
      value: { command: { options: { notes: false, glosses: false } } },
    });
    expect(parseCommand([...NEEDED.with(2, 'word'), ...without.slice(0, 2)])).toMatchObject({
      value: { command: { options: { author: '某' } } },
    });
    expect(parseCommand([...NEEDED.with(2, 'anki'), '--deck', '組'])).toMatchObject({
      value: { command: { options: { deck: '組' } } },
    });
    expect(parseCommand([...NEEDED.with(2, 'pdf'), '--lines', 'vertical'])).toMatchObject({
      value: { command: { options: { lines: 'vertical' } } },
    });
    expect(parseCommand([...NEEDED.with(2, 'zhupi'), '--no-bin'])).toMatchObject({
      value: { command: { options: { bin: false } } },
    });
  });

  it.each([
    [['export'], '--format, --in and --out are needed.'],
    [NEEDED.with(2, 'exe'), 'There is no format “exe”.'],
    [[...NEEDED, '--script', 'klingon'], '--script is one of original, simplified'],
    [[...NEEDED, '--quotes', ''], '--quotes is one of displayed'],
    [[...NEEDED, '--layout', 'template'], '--template FILE'],
    [[...NEEDED, '--layout', 'plain', '--template', 't'], '--layout template and --template FILE go together.'],
    [[...NEEDED.with(2, 'anki'), '--template', 't'], '--template says nothing to the format anki.'],
    [[...NEEDED.with(2, 'html'), '--lines', 'vertical'], '--lines says nothing to the format html.'],
    [[...NEEDED.with(2, 'pdf'), '--lines', 'down'], '--lines is one of horizontal, vertical'],
    [[...NEEDED, '--no-bin'], '--no-bin says nothing to the format markdown.'],
    [[...NEEDED, '--language', 'fr'], '--language is one of en'],
    [[...NEEDED, '--frobnicate'], "'--frobnicate'"],
    [[...NEEDED, 'stray'], "'stray'"],
    [['export', '--format'], "'--format <value>'"],
  ])('of %j is not understood, and a sentence says why', (args, why) => {
    const asked = parseCommand(args);
    expect(asked.ok ? '' : asked.reason).toContain(why);
  });

  it.each([[['export', '--help']], [['export', '-h']], [['--help']], [['help']]])('of %j asks for help', (args) => {
    expect(parseCommand(args)).toEqual({ ok: true, value: { kind: 'help' } });
  });
});

describe('the help', () => {
  it('names every format, and fits a terminal but for what they are good for', () => {
    for (const { id, words } of FORMATS) expect(HELP).toMatch(new RegExp(`${id} +${words.en.name}: `));
    for (const line of HELP.split('\n').filter((each) => /^ {2}-/.test(each) && !each.includes('--format'))) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});
