import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, isOnlyOnPage } from '#core/command/commands';
import { keymapOf } from '#core/command/keymap';
import { platformOf } from '#core/command/platform';
import { acceleratorOf } from '#core/command/shown-keys';
import { parseStroke, type Stroke } from '#core/command/stroke';
import { LANGUAGES } from '#core/ipc/language';
import { menuTemplate } from '../../../main/menu/app-menu';
import { mainStrings } from '../../../main/menu/strings';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(LANGUAGES)('has every command and the standard roles, all with words, in %s', (language) => {
    const run = vi.fn();
    const keys = keymapOf({}, platformOf(platform));
    const items = flat(menuTemplate({ strings: mainStrings(language), platform, keys, run }));
    for (const item of items) item.click?.call(undefined, {} as never, undefined, {} as never);
    expect(new Set(run.mock.calls.map(([command]: unknown[]) => command))).toEqual(
      new Set(COMMANDS.filter((command) => !isOnlyOnPage(command))),
    );
    const roles = items.map(({ role }) => role);
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'quit', 'togglefullscreen']) {
      expect(roles).toContain(role);
    }
    for (const item of items) expect(Boolean(item.label ?? item.role ?? item.type)).toBe(true);
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows the keys as they hold, and none where a command has none that could be one of a menu', () => {
    const stroke = (written: string): Stroke => parseStroke(written) ?? expect.fail(written);
    const changed = { export: [stroke('Mod+Shift+E')], find: [], 'next-script': [stroke('Q')], redo: [stroke('F9')] };
    const keys = keymapOf(changed, platformOf(platform));
    const accelerators = new Map<string, string | undefined>();
    const run = vi.fn();
    for (const item of flat(menuTemplate({ strings: mainStrings('en'), platform, keys, run }))) {
      run.mockClear();
      item.click?.call(undefined, {} as never, undefined, {} as never);
      const [called] = run.mock.calls as [string][];
      if (called !== undefined) accelerators.set(called[0], item.accelerator);
    }
    expect(Object.fromEntries(accelerators)).toMatchObject({ export: 'CmdOrCtrl+Shift+E', redo: 'F9' });
    for (const none of ['find', 'next-script', 'import-notes']) expect(accelerators.get(none)).toBeUndefined();
    for (const command of COMMANDS) {
      if (isOnlyOnPage(command)) continue;
      const possible = keys.keysOf(command).map(acceleratorOf);
      expect(accelerators.get(command)).toBe(possible.find((key) => key !== undefined));
    }
  });
});
