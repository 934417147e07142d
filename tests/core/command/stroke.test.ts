import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { COMMANDS, entryOf, firstKeysOf, type Command } from '#core/command/commands';
import { keymapOf } from '#core/command/keymap';
import { PLATFORMS, type Platform } from '#core/command/platform';
import { parseStroke, partsOf, strokesOf, type Pressed } from '#core/command/stroke';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isAltGraph', boolean>>;

const pressed = (key: string, code: string, held: Held = {}): Pressed => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isAltGraph: false },
  ...held,
});

const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };
const shift = { shiftKey: true };
const alt = { altKey: true };
const altGr = { isAltGraph: true };
const altGrOfWindows = { ctrlKey: true, altKey: true, isAltGraph: true };

const meant = (platform: Platform, press: Pressed): Command | undefined => {
  const keymap = keymapOf({}, platform);
  return strokesOf(press, platform)
    .map((stroke) => keymap.commandOf(stroke))
    .find((command) => command !== undefined);
};

describe('a press on every platform', () => {
  const table: readonly (readonly [string, Pressed, Command | undefined])[] = [
    ['1', pressed('1', 'Digit1'), 'colour-1'],
    ['9', pressed('9', 'Digit9'), 'colour-9'],
    ['0', pressed('0', 'Digit0'), undefined],
    ['5 of the number pad', pressed('5', 'Numpad5'), 'colour-5'],
    ['n', pressed('n', 'KeyN'), 'note'],
    ['N with Caps Lock', pressed('N', 'KeyN'), 'note'],
    ['N with Shift', pressed('N', 'KeyN', shift), 'note'],
    ['u', pressed('u', 'KeyU'), 'style'],
    ['r', pressed('r', 'KeyR'), 'resize'],
    ['x', pressed('x', 'KeyX'), 'correct'],
    ['c', pressed('c', 'KeyC'), 'copy'],
    ['C with Shift', pressed('C', 'KeyC', shift), 'copy-citation'],
    ['j', pressed('j', 'KeyJ'), 'next-mark'],
    ['k', pressed('k', 'KeyK'), 'previous-mark'],
    ['s', pressed('s', 'KeyS'), 'next-script'],
    ['[', pressed('[', 'BracketLeft'), 'toggle-contents'],
    [']', pressed(']', 'BracketRight'), 'toggle-notes'],
    ['/', pressed('/', 'Slash'), 'find'],
    ['?', pressed('?', 'Slash', shift), 'keyboard'],
    ['? of a German keyboard', pressed('?', 'Minus', shift), 'keyboard'],
    ['Enter', pressed('Enter', 'Enter'), 'open-mark'],
    ['Delete', pressed('Delete', 'Delete'), 'delete-mark'],
    ['Backspace', pressed('Backspace', 'Backspace'), 'delete-mark'],
    ['Escape', pressed('Escape', 'Escape'), 'escape'],
    ['F3', pressed('F3', 'F3'), 'find-next'],
    ['F3 with Shift', pressed('F3', 'F3', shift), 'find-previous'],
    ['y', pressed('y', 'KeyY'), undefined],
    ['z', pressed('z', 'KeyZ'), undefined],
    ['Shift alone', pressed('Shift', 'ShiftLeft', shift), undefined],
    ['! with Shift', pressed('!', 'Digit1', shift), undefined],
    ['a dead key', pressed('Dead', 'Quote'), undefined],
    // Input methods.
    ['？ of Pinyin', pressed('？', 'Slash', shift), 'keyboard'],
    ['【 of Pinyin', pressed('【', 'BracketLeft'), 'toggle-contents'],
    ['】 of Pinyin', pressed('】', 'BracketRight'), 'toggle-notes'],
    ['「 of Pinyin in Taiwan', pressed('「', 'BracketLeft'), 'toggle-contents'],
    ['、 of Pinyin', pressed('、', 'Slash'), 'find'],
    ['a full-width ｎ', pressed('ｎ', 'KeyN'), 'note'],
    ['a full-width １', pressed('１', 'Digit1'), 'colour-1'],
    ['ㄙ of Zhuyin, on the key of N', pressed('ㄙ', 'KeyN'), 'note'],
    ['ㄨ of Zhuyin, on the key of J', pressed('ㄨ', 'KeyJ'), 'next-mark'],
    ['a key that the input method has', pressed('Process', 'KeyN'), 'note'],
    ['a key of it that is none here', pressed('Process', 'KeyQ'), undefined],
    // Other scripts, by the place of the key.
    ['т of Russian', pressed('т', 'KeyN'), 'note'],
    ['х of Russian', pressed('х', 'BracketLeft'), 'toggle-contents'],
    ['ν of Greek', pressed('ν', 'KeyN'), 'note'],
    ['ㅜ of Korean', pressed('ㅜ', 'KeyN'), 'note'],
    // Other Latin keyboards, by what is typed.
    ['n of Dvorak, on the key of L', pressed('n', 'KeyL'), 'note'],
    ['& of French, on the key of 1', pressed('&', 'Digit1'), 'colour-1'],
    ['é of French, on the key of 2', pressed('é', 'Digit2'), 'colour-2'],
    ['1 of French, with Shift', pressed('1', 'Digit1', shift), 'colour-1'],
    ['ü of German, on the key of [', pressed('ü', 'BracketLeft'), undefined],
    ['ñ of Spanish, on the key of ;', pressed('ñ', 'Semicolon'), undefined],
    ['[ with AltGr, of German', pressed('[', 'Digit8', altGr), 'toggle-contents'],
    ['] with AltGr, of French', pressed(']', 'Minus', altGr), 'toggle-notes'],
  ];
  it.each(table.flatMap((row) => PLATFORMS.map((platform) => [platform, ...row] as const)))(
    'on %s %s',
    (platform, _name, press, command) => {
      expect(meant(platform, press)).toBe(command);
    },
  );
});

describe('what is held', () => {
  it.each<readonly [Platform, string, Pressed, Command | undefined]>([
    ['linux', 'Ctrl+E', pressed('e', 'KeyE', ctrl), 'export'],
    ['mac', 'Cmd+E', pressed('e', 'KeyE', cmd), 'export'],
    // Ctrl+E goes to the end of a line there, Win+E opens the files here.
    ['mac', 'Ctrl+E', pressed('e', 'KeyE', ctrl), undefined],
    ['windows', 'Win+E', pressed('e', 'KeyE', cmd), undefined],
    // Nor are they N, K and S with nothing held.
    ['mac', 'Ctrl+N', pressed('n', 'KeyN', ctrl), undefined],
    ['mac', 'Ctrl+K', pressed('k', 'KeyK', ctrl), undefined],
    ['windows', 'Win+S', pressed('s', 'KeyS', cmd), undefined],
    ['linux', 'Super+N', pressed('n', 'KeyN', cmd), undefined],
    ['windows', 'Ctrl+,', pressed(',', 'Comma', ctrl), 'settings'],
    ['windows', 'Ctrl+，', pressed('，', 'Comma', ctrl), 'settings'],
    ['linux', 'Ctrl+Z', pressed('z', 'KeyZ', ctrl), 'undo'],
    ['linux', 'Ctrl+Shift+Z', pressed('Z', 'KeyZ', { ...ctrl, ...shift }), 'redo'],
    ['mac', 'Cmd+Shift+Z', pressed('z', 'KeyZ', { ...cmd, ...shift }), 'redo'],
    ['windows', 'Ctrl+Y', pressed('y', 'KeyY', ctrl), 'redo'],
    ['linux', 'Ctrl+Y', pressed('y', 'KeyY', ctrl), 'redo'],
    ['mac', 'Cmd+Y', pressed('y', 'KeyY', cmd), undefined],
    ['linux', 'Ctrl+F', pressed('f', 'KeyF', ctrl), 'find'],
    ['linux', 'Ctrl+Shift+F', pressed('F', 'KeyF', { ...ctrl, ...shift }), 'filter-notes'],
    ['linux', 'Ctrl+G', pressed('g', 'KeyG', ctrl), 'find-next'],
    ['linux', 'Ctrl+Shift+G', pressed('G', 'KeyG', { ...ctrl, ...shift }), 'find-previous'],
    ['linux', 'Ctrl+D', pressed('d', 'KeyD', ctrl), 'add-bookmark'],
    ['linux', 'Ctrl+L', pressed('l', 'KeyL', ctrl), 'go-to-link'],
    ['linux', 'Ctrl+я of Russian', pressed('я', 'KeyZ', ctrl), 'undo'],
    ['linux', 'Ctrl+C', pressed('c', 'KeyC', ctrl), undefined],
    ['linux', 'Ctrl+1', pressed('1', 'Digit1', ctrl), undefined],
    ['linux', 'Ctrl+Shift+C, which is no citation', pressed('C', 'KeyC', { ...ctrl, ...shift }), undefined],
    ['windows', 'Alt+N', pressed('n', 'KeyN', alt), undefined],
    ['mac', 'Option+N', pressed('˜', 'KeyN', alt), undefined],
    ['mac', 'Option+S', pressed('ß', 'KeyS', alt), undefined],
    ['mac', 'Option+5, which is [ in German', pressed('[', 'Digit5', alt), 'toggle-contents'],
    ['windows', 'AltGr+8, which is [ in German', pressed('[', 'Digit8', altGrOfWindows), 'toggle-contents'],
    ['windows', 'Ctrl+Alt+E, which is € in German', pressed('€', 'KeyE', altGrOfWindows), undefined],
    ['windows', 'Ctrl+Alt+F, told without AltGr', pressed('f', 'KeyF', { ...ctrl, ...alt }), undefined],
    ['mac', 'Cmd+Option+F', pressed('ƒ', 'KeyF', { ...cmd, ...alt }), undefined],
  ])('on %s %s', (platform, _name, press, command) => {
    expect(meant(platform, press)).toBe(command);
  });
});

const stroke = fc
  .tuple(
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(
      'A',
      'Z',
      '1',
      '[',
      '+',
      '?',
      'F3',
      'F12',
      'Delete',
      'ArrowUp',
      'Space',
      'a',
      'AA',
      '',
      '？',
      'F25',
    ),
  )
  .map(([mod, alt_, shifted, base]) => `${mod ? 'Mod+' : ''}${alt_ ? 'Alt+' : ''}${shifted ? 'Shift+' : ''}${base}`);

describe('a stroke', () => {
  it('that is read is written as it was, and its parts say what it is', () => {
    fc.assert(
      fc.property(stroke, (written) => {
        const read = parseStroke(written);
        if (read === undefined) return;
        expect(read).toBe(written);
        const { mod, alt: isAlt, shift: isShift, base } = partsOf(read);
        expect(`${mod ? 'Mod+' : ''}${isAlt ? 'Alt+' : ''}${isShift ? 'Shift+' : ''}${base}`).toBe(written);
      }),
    );
  });

  it.each(['', 'n', 'Shift+?', 'Shift+1', 'Ctrl+N', 'Shift+Mod+N', 'F25', 'Mod+', 'ㄙ', 7, null])(
    '%j is none',
    (written) => {
      expect(parseStroke(written)).toBeUndefined();
    },
  );

  it('of a press is one that can be read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLATFORMS),
        fc.constantFrom('n', 'N', '？', '【', 'т', 'ㄙ', '&', 'Process', 'F5', 'ArrowUp', ' ', '+', 'ß', '´'),
        fc.constantFrom('KeyN', 'Digit1', 'Slash', 'BracketLeft', 'F5', 'ArrowUp', 'Space', 'Minus', ''),
        fc.record({
          ...{ ctrlKey: fc.boolean(), metaKey: fc.boolean(), altKey: fc.boolean() },
          ...{ shiftKey: fc.boolean(), isAltGraph: fc.boolean() },
        }),
        (platform, key, code, held) => {
          for (const each of strokesOf(pressed(key, code, held), platform)) expect(parseStroke(each)).toBe(each);
        },
      ),
    );
  });
});

describe('the keys that commands have at first', () => {
  it.each(PLATFORMS)('can be read, and no two commands have one in common, on %s', (platform) => {
    const keys = COMMANDS.flatMap((command) => [...firstKeysOf(command, platform)]);
    for (const key of keys) expect(parseStroke(key), key).toBe(key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(COMMANDS.filter((command) => entryOf(command).isFixed === true)).toEqual([
      'open-mark',
      'zoom-in',
      'zoom-out',
      'actual-size',
      'escape',
    ]);
  });
});
