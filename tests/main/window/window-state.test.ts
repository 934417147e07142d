import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { boundsToOpen, FIRST_SIZE, readWindowState, writeWindowState } from '../../../main/window/window-state';

const folder = mkdtempSync(join(tmpdir(), 'zhupi-window-'));
const file = join(folder, 'deeper', 'window.json');
const display = { x: 0, y: 0, width: 1920, height: 1040 };
const state = { x: 100, y: 60, width: 1400, height: 900, maximized: true };
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

  it('is the first size at the first start', () => {
    expect(boundsToOpen(undefined, [display])).toEqual(FIRST_SIZE);
    expect(FIRST_SIZE).toEqual({ width: 1280, height: 800 });
  });
});
