import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '#core/ipc/contract';
import { LANGUAGES } from '#core/ipc/language';
import { menuTemplate } from '../../../main/menu/app-menu';
import { mainStrings } from '../../../main/menu/strings';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(LANGUAGES)('has every command and the standard roles, all with words, in %s', (language) => {
    const run = vi.fn();
    const items = flat(menuTemplate({ strings: mainStrings(language), platform, run }));
    for (const item of items) item.click?.call(undefined, {} as never, undefined, {} as never);
    expect(new Set(run.mock.calls.map(([command]: unknown[]) => command))).toEqual(new Set(COMMANDS));
    const roles = items.map(({ role }) => role);
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'quit', 'togglefullscreen']) {
      expect(roles).toContain(role);
    }
    for (const item of items) expect(Boolean(item.label ?? item.role ?? item.type)).toBe(true);
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
