import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeTheme } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backdrop } from '../../../main/window/backdrop';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhupi-backdrop-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const file = (): string => join(dir, 'theme.json');

/** As much of Electron's theme as a backdrop asks of it, on a computer that is light. */
function lightComputer(): NativeTheme {
  const native = {
    themeSource: 'system' as NativeTheme['themeSource'],
    get shouldUseDarkColors() {
      return native.themeSource === 'dark';
    },
    shouldUseHighContrastColors: false,
    inForcedColorsMode: false,
  };
  return native as NativeTheme;
}

const made = (said: string[] = [], native = lightComputer()): Backdrop =>
  new Backdrop(file(), native, (line) => said.push(line));

describe('the colour behind a page', () => {
  it('is that of the theme chosen, at once and at the next start', () => {
    const native = lightComputer();
    const backdrop = made([], native);
    expect(backdrop.colour()).toBe('#f3eee3');
    const painted: string[] = [];
    backdrop.wear('dark', [{ setBackgroundColor: (colour) => painted.push(colour) }]);
    expect([native.themeSource, painted]).toEqual(['dark', ['#101318']]);
    expect(made().colour()).toBe('#101318');
    backdrop.wear('sepia', []);
    expect(native.themeSource).toBe('light');
    expect(made().colour()).toBe('#ecdfc5');
  });

  it('is that of the system where what was kept makes no sense', () => {
    for (const kept of ['', '{', '{"theme":"beige"}', '[]']) {
      writeFileSync(file(), kept);
      expect(made().colour(), kept).toBe('#f3eee3');
    }
  });

  it('writes nothing where nothing changes, and says so where it cannot', () => {
    made().wear('system', []);
    expect(() => readFileSync(file())).toThrow();
    const said: string[] = [];
    const backdrop = made(said);
    rmSync(dir, { recursive: true });
    backdrop.wear('dark', []);
    expect(said).toEqual(['the theme could not be kept for the next start']);
  });
});
