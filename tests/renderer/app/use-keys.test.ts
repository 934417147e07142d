import { describe, expect, it } from 'vitest';
import { actionOf, deletesMarks } from '../../../renderer/app/use-keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('a key', () => {
  it.each([
    ['1', { kind: 'colour', index: 0 }],
    ['5', { kind: 'colour', index: 4 }],
    ['N', { kind: 'note' }],
    ['j', { kind: 'next-mark' }],
    ['Delete', { kind: 'delete-mark' }],
    ['s', { kind: 'command', command: 'next-script' }],
    ['?', { kind: 'command', command: 'keyboard' }],
    ['9', { kind: 'colour', index: 8 }],
    ['0', undefined],
    ['u', { kind: 'style' }],
    ['R', { kind: 'resize' }],
    ['/', { kind: 'command', command: 'find' }],
    ['F3', { kind: 'command', command: 'find-next' }],
    ['x', { kind: 'correct' }],
    ['f', { kind: 'command', command: 'toggle-focus' }],
    ['y', undefined],
    ['z', undefined],
  ])('%s stands for %j', (key, action) => {
    expect(press(key)).toEqual(action);
  });

  it('with Ctrl or Cmd stands for a command of the menu, and copying stays the system’s', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(press('e', held)).toEqual({ kind: 'command', command: 'export' });
      expect(press(',', held)).toEqual({ kind: 'command', command: 'settings' });
      expect(press('z', held)).toEqual({ kind: 'command', command: 'undo' });
      expect(press('Z', { ...held, shiftKey: true })).toEqual({ kind: 'command', command: 'redo' });
      expect(press('f', held)).toEqual({ kind: 'command', command: 'find' });
      expect(press('g', held)).toEqual({ kind: 'command', command: 'find-next' });
      expect(press('G', { ...held, shiftKey: true })).toEqual({ kind: 'command', command: 'find-previous' });
      expect(press('c', held)).toBeUndefined();
      expect(press('1', held)).toBeUndefined();
    }
    expect(press('F3', { shiftKey: true })).toEqual({ kind: 'command', command: 'find-previous' });
    expect(press('F', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'command', command: 'filter-notes' });
    for (const key of ['>', '.']) {
      expect(press(key, { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'command', command: 'larger-type' });
    }
    for (const key of ['<', ',']) {
      expect(press(key, { metaKey: true, shiftKey: true })).toEqual({ kind: 'command', command: 'smaller-type' });
    }
    expect(press('y', { ctrlKey: true })).toEqual({ kind: 'command', command: 'redo' });
    expect(press('y', { metaKey: true })).toBeUndefined();
    expect(press('n', { altKey: true })).toBeUndefined();
  });
});

describe('Delete', () => {
  const at = (nodeName: string, within: string) => ({
    nodeName,
    closest: (selectors: string) => (selectors.split(', ').includes(within) ? {} : null),
  });
  it.each([
    ['on the page', at('MAIN', '[data-scroller]'), false, true],
    ['on a card', at('DIV', '[data-beside]'), false, true],
    ['in a pane', at('UL', 'aside'), true, false],
    ['where nothing has the focus since it was on the page', at('BODY', ''), true, true],
    ['where what had the focus in a pane is gone', at('BODY', ''), false, false],
  ])('%s', (_where, target, wasAtPage, deletes) => {
    expect(deletesMarks(target, wasAtPage)).toBe(deletes);
  });
});
