import { describe, expect, it } from 'vitest';
import { deletesMarks } from '../../../renderer/app/use-keys';

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
