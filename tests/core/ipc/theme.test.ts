import { describe, expect, it } from 'vitest';
import { APPEARANCES, appearanceOf, DESKS, NATIVE_SOURCES, THEMES } from '#core/ipc/theme';

const usual = { dark: false, contrast: false, forced: false };

describe('what a page looks like', () => {
  it.each([
    ['system', usual, 'light'],
    ['system', { ...usual, dark: true }, 'dark'],
    ['system', { ...usual, contrast: true }, 'contrast-light'],
    ['system', { ...usual, dark: true, contrast: true }, 'contrast-dark'],
    ['contrast', usual, 'contrast-light'],
    ['contrast', { ...usual, dark: true }, 'contrast-dark'],
    ['light', { ...usual, dark: true, contrast: true }, 'light'],
    ['sepia', { ...usual, dark: true }, 'sepia'],
    ['dark', usual, 'dark'],
    ['sepia', { ...usual, forced: true }, 'contrast-light'],
    ['light', { ...usual, dark: true, forced: true }, 'contrast-dark'],
  ] as const)('in the theme %s, where the computer asks for %o, is %s', (theme, asked, appearance) => {
    expect(appearanceOf(theme, asked)).toBe(appearance);
  });

  it('is something that main has a colour and a source for', () => {
    expect(Object.keys(DESKS)).toEqual(APPEARANCES);
    expect(Object.keys(NATIVE_SOURCES)).toEqual(THEMES);
  });
});
