import { expect, it } from 'vitest';
import { rowsToRender } from '../../../renderer/features/annotations/note-rows';

const SEEN = { startIndex: 50, endIndex: 53, overscan: 2, count: 100 };

it.each([
  ['what is seen and a little more', SEEN, undefined, [48, 49, 50, 51, 52, 53, 54, 55]],
  ['the row in focus far above, with its neighbours', SEEN, 3, [2, 3, 4, 48, 49, 50, 51, 52, 53, 54, 55]],
  ['the row in focus among them, once', SEEN, 55, [48, 49, 50, 51, 52, 53, 54, 55, 56]],
  ['no row before the first', { ...SEEN, startIndex: 0, endIndex: 1 }, 0, [0, 1, 2, 3]],
  ['no row after the last', { ...SEEN, startIndex: 98, endIndex: 99 }, 99, [96, 97, 98, 99]],
])('renders %s', (_name, seen, focused, rows) => {
  expect(rowsToRender(seen, focused)).toEqual(rows);
});
