import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  boundsBeside,
  boundsToOpen,
  FIRST_SIZE,
  readWindowState,
  writeWindowState,
} from '../../../main/window/window-state';

const folder = mkdtempSync(join(tmpdir(), 'zhupi-window-'));
const file = join(folder, 'deeper', 'window.json');
const display = { x: 0, y: 0, width: 1920, height: 1040 };
const state = { x: 100, y: 60, width: 1400, height: 900, maximized: true, fullScreen: true, zoom: 125 };
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('where the window was left', () => {
  it('is read as it was written', () => {
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each(['', '{', '{}', '{"x":"a"}', '{"x":0.5,"y":0,"width":9,"height":9,"maximized":false}'])(
    'is forgotten where the file holds %j',
    (content) => {
      writeFileSync(file, content);
      expect(readWindowState(file)).toBeUndefined();
    },
  );

  it('is used again', () => {
    expect(boundsToOpen(state, [display])).toEqual({ x: 100, y: 60, width: 1400, height: 900 });
  });

  it('is not used where its display is gone: the size is kept and the system finds the place', () => {
    expect(boundsToOpen({ ...state, x: 2500 }, [display])).toEqual({ width: 1400, height: 900 });
    expect(boundsToOpen({ ...state, y: -300 }, [display])).toEqual({ width: 1400, height: 900 });
  });

  it('is read from a file of an earlier version, which says nothing of zoom', () => {
    writeFileSync(file, '{"x":1,"y":2,"width":900,"height":600,"maximized":false}');
    expect(readWindowState(file)).toEqual({
      ...{ x: 1, y: 2, width: 900, height: 600, maximized: false },
      ...{ fullScreen: false, zoom: 100 },
    });
  });

  it('is the first size at the first start', () => {
    expect(boundsToOpen(undefined, [display])).toEqual(FIRST_SIZE);
    expect(FIRST_SIZE).toEqual({ width: 1280, height: 800 });
  });
});

describe('another window', () => {
  const open = { x: 100, y: 60, width: 1400, height: 900 };

  it.each([
    ['a little lower and to the right', open, { x: 128, y: 88 }],
    ['at the left edge where it would reach beyond the right one', { ...open, x: 510 }, { x: 0, y: 88 }],
    ['at the upper edge where it would reach beyond the lower one', { ...open, y: 130 }, { x: 128, y: 0 }],
  ])('opens %s', (_where, from, place) => {
    expect(boundsBeside(from, [display])).toEqual({ ...place, width: 1400, height: 900 });
  });

  it('stays on the display of the one that it is opened from', () => {
    const second = { x: 1920, y: 0, width: 1920, height: 1040 };
    expect(boundsBeside({ ...open, x: 2430 }, [display, second])).toMatchObject({ x: 1920, y: 88 });
  });
});
