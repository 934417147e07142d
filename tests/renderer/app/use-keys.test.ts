import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#core/command/commands';
import { deletesMarks, isHeldUp } from '../../../renderer/app/use-keys';

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

describe('a command of the menu', () => {
  const acting = (focus: Parameters<typeof isHeldUp>[1]): string[] =>
    COMMANDS.filter((command) => !isHeldUp(command, focus));

  it('acts wherever the focus is, in a field too', () => {
    for (const isField of [true, false]) {
      expect(acting({ isField, isModal: false, isSealed: false })).toEqual(COMMANDS);
    }
  });

  it('does nothing behind a dialog, whose fields undo their own typing', () => {
    expect(acting({ isField: false, isModal: true, isSealed: false })).toEqual([]);
    expect(acting({ isField: true, isModal: true, isSealed: false })).toEqual(['undo', 'redo']);
  });

  it('does nothing on a page that takes no input', () => {
    for (const isModal of [true, false]) expect(acting({ isField: true, isModal, isSealed: true })).toEqual([]);
  });
});
