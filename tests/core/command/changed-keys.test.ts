import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdersOf, MOST_KEYS, parseChangedKeys, withKeys } from '#core/command/changed-keys';
import { COMMANDS, entryOf, type Command } from '#core/command/commands';
import { firstStrokesOf, keymapOf, type ChangedKeys } from '#core/command/keymap';
import { PLATFORMS, type Platform } from '#core/command/platform';
import { refusalOf } from '#core/command/refused-keys';
import { acceleratorOf, ariaKeyOf, inWords } from '#core/command/shown-keys';
import { parseStroke, type Stroke } from '#core/command/stroke';

const stroke = (written: string): Stroke => parseStroke(written) ?? expect.fail(written);
const strokes = (...written: readonly string[]): Stroke[] => written.map(stroke);

const anyStroke = fc
  .tuple(
    fc.constantFrom('', 'Mod+', 'Alt+', 'Mod+Shift+', 'Shift+'),
    fc.constantFrom('J', 'K', 'N', 'F', 'Q', 'Z', '1', '[', '?', 'F3', 'F6', 'F9', 'Enter', 'Delete', 'ArrowUp', 'W'),
  )
  .map(([held, base]) => parseStroke(`${held}${base}`))
  .filter((key) => key !== undefined);

const change = fc.tuple(fc.constantFrom(...COMMANDS), fc.array(anyStroke, { maxLength: 4 }));

/** How often each key is given to a command. */
function counts(changed: ChangedKeys, platform: Platform): Map<Stroke, Command[]> {
  const keymap = keymapOf(changed, platform);
  const held = new Map<Stroke, Command[]>();
  for (const command of COMMANDS) {
    for (const key of keymap.keysOf(command)) held.set(key, [...(held.get(key) ?? []), command]);
  }
  return held;
}

describe('after any changes', () => {
  it('no two commands have a key in common, and the map says of each key whose it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS), fc.array(change, { maxLength: 12 }), (platform, all) => {
        let changed: ChangedKeys = {};
        for (const [command, keys] of all) changed = withKeys(changed, platform, command, keys);
        const keymap = keymapOf(changed, platform);
        for (const [key, commands] of counts(changed, platform)) {
          expect(commands).toHaveLength(1);
          expect(keymap.commandOf(key)).toBe(commands[0]);
        }
      }),
    );
  });

  it('a command loses a key only to one whose change said so before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLATFORMS),
        fc.array(change, { maxLength: 6 }),
        change,
        (platform, all, [command, keys]) => {
          let changed: ChangedKeys = {};
          for (const [each, wanted] of all) changed = withKeys(changed, platform, each, wanted);
          const said = holdersOf(changed, platform, command, keys);
          const next = withKeys(changed, platform, command, keys);
          const [before, after] = [keymapOf(changed, platform), keymapOf(next, platform)];
          for (const other of COMMANDS) {
            if (other === command) continue;
            const lost = before.keysOf(other).filter((key) => !after.keysOf(other).includes(key));
            for (const key of lost) expect(said).toContainEqual({ key, command: other });
          }
        },
      ),
    );
  });

  it('Enter and Escape stay what they are, and what is kept reads back as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS), fc.array(change, { maxLength: 12 }), (platform, all) => {
        let changed: ChangedKeys = {};
        for (const [command, keys] of all) changed = withKeys(changed, platform, command, keys);
        const keymap = keymapOf(changed, platform);
        expect(keymap.commandOf(stroke('Enter'))).toBe('open-mark');
        expect(keymap.commandOf(stroke('Escape'))).toBe('escape');
        expect(parseChangedKeys(JSON.parse(JSON.stringify(changed)), platform)).toEqual(changed);
        for (const command of COMMANDS) {
          for (const key of changed[command] ?? []) {
            const isFirst = firstStrokesOf(command, platform).includes(key);
            expect(isFirst ? undefined : refusalOf(key, platform)).toBeUndefined();
          }
        }
      }),
    );
  });

  it('resetting every command gives what was at first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS), fc.array(change, { maxLength: 8 }), (platform, all) => {
        let changed: ChangedKeys = {};
        for (const [command, keys] of all) changed = withKeys(changed, platform, command, keys);
        for (const command of COMMANDS) {
          changed = withKeys(changed, platform, command, firstStrokesOf(command, platform));
        }
        expect(changed).toEqual({});
      }),
    );
  });
});

describe('what was kept', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['is taken', { note: ['M'] }, { note: ['M'] }],
    ['none is a wish', { note: [] }, { note: [] }],
    ['that cannot be read is left out', { note: ['m', 7, 'Mod+M'], find: 'F' }, { note: ['Mod+M'] }],
    ['of which nothing can be read is no change', { note: ['m', null] }, {}],
    ['of a command that is not known is left out', { fly: ['M'] }, {}],
    ['that the system has is left out', { note: ['Mod+W', 'M'] }, { note: ['M'] }],
    ['for what is fixed is left out', { 'open-mark': ['M'] }, {}],
    ['stays where the command has it at first', { 'delete-mark': ['Delete'] }, { 'delete-mark': ['Delete'] }],
    ['is no object', 'N', {}],
    ['is nothing', undefined, {}],
    ['is too much', { note: ['A', 'D', 'E', 'G'] }, { note: ['A', 'D', 'E'] }],
  ])('%s', (_what, kept, changed) => {
    expect(parseChangedKeys(kept, 'linux')).toEqual(changed);
    expect(MOST_KEYS).toBe(3);
  });

  it('that gives two commands one key gives it to the first, and a key of another at first to who was given it', () => {
    const keymap = keymapOf({ where: strokes('J'), note: strokes('M'), export: strokes('M') }, 'linux');
    expect([keymap.commandOf(stroke('M')), keymap.keysOf('export')]).toEqual(['note', []]);
    expect([keymap.commandOf(stroke('J')), keymap.keysOf('next-mark')]).toEqual(['where', []]);
  });
});

describe('a key', () => {
  it.each<readonly [string, Platform, ReturnType<typeof refusalOf>]>([
    ['M', 'linux', undefined],
    ['Mod+M', 'linux', undefined],
    ['Mod+M', 'mac', 'system'],
    ['Mod+W', 'windows', 'system'],
    ['Mod+Tab', 'linux', 'system'],
    ['Mod+Space', 'mac', 'system'],
    ['Mod+C', 'linux', 'edits'],
    ['Enter', 'linux', 'moves'],
    ['Shift+ArrowUp', 'linux', 'moves'],
    ['Mod+Home', 'linux', 'moves'],
    ['Backspace', 'linux', 'moves'],
    ['Alt+M', 'windows', 'types'],
    ['Alt+F4', 'windows', 'system'],
    ['Alt+F6', 'windows', undefined],
    ['F9', 'mac', undefined],
  ])('%s on %s may be given: %s', (key, platform, why) => {
    expect(refusalOf(stroke(key), platform)).toBe(why);
  });

  it.each<readonly [string, string, string, string, string, string | undefined]>([
    ['Mod+Shift+F', 'Ctrl+Shift+F', '⇧⌘F', 'Control+Shift+F', 'Meta+Shift+F', 'CmdOrCtrl+Shift+F'],
    ['N', 'N', 'N', 'N', 'N', undefined],
    ['?', '?', '?', '?', '?', undefined],
    ['Shift+F3', 'Shift+F3', '⇧F3', 'Shift+F3', 'Shift+F3', 'Shift+F3'],
    ['Mod+,', 'Ctrl+,', '⌘,', 'Control+,', 'Meta+,', 'CmdOrCtrl+,'],
    ['Delete', 'Delete', 'Delete', 'Delete', 'Delete', undefined],
  ])('%s is shown, named and given to the menu', (key, shown, onMac, aria, ariaOnMac, accelerator) => {
    expect([inWords(stroke(key), 'windows'), inWords(stroke(key), 'mac')]).toEqual([shown, onMac]);
    expect([ariaKeyOf(stroke(key), 'linux'), ariaKeyOf(stroke(key), 'mac')]).toEqual([aria, ariaOnMac]);
    expect(acceleratorOf(stroke(key))).toBe(accelerator);
  });
});

it('every command but two can be given a key', () => {
  for (const command of COMMANDS) {
    const changed = withKeys({}, 'linux', command, strokes('Mod+Shift+Y'));
    expect(changed[command]).toEqual(entryOf(command).isFixed === true ? undefined : ['Mod+Shift+Y']);
  }
});
