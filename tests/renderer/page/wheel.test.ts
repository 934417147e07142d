import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wheelDistance, WheelMotion, type Turned } from '../../../renderer/page/wheel';

const turned = (own: Partial<Turned>): Turned => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...own,
});

describe('a wheel over vertical text', () => {
  it.each<[string, Partial<Turned>, number | undefined]>([
    ['turned down goes on', { deltaY: 100 }, 100],
    ['turned up goes back', { deltaY: -100 }, -100],
    ['may count lines', { deltaY: 3, deltaMode: 1 }, 120],
    ['may count pages', { deltaY: 1, deltaMode: 2 }, 700],
    ['means the same with Shift, which some systems tell as a turn to the side', { deltaX: 100, shiftKey: true }, 100],
    ['is left alone while it zooms', { deltaY: 100, ctrlKey: true }, undefined],
    ['is left alone with Command', { deltaY: 100, metaKey: true }, undefined],
    ['is left alone where a trackpad is moved to the side', { deltaX: 12, deltaY: 3 }, undefined],
    ['goes on where a trackpad is moved down, a little askew', { deltaX: 2, deltaY: 14 }, 14],
    ['says nothing where it is not turned', {}, undefined],
  ])('%s', (_what, own, distance) => {
    expect(wheelDistance(turned(own), { line: 40, page: 700 })).toBe(distance);
  });
});

describe('the motion of a wheel', () => {
  const frames: FrameRequestCallback[] = [];
  const runFrames = (): number => {
    let count = 0;
    for (let next = frames.shift(); next !== undefined; next = frames.shift()) {
      next(0);
      if (++count > 100) throw new Error('it does not come to rest');
    }
    return count;
  };
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames.length = 0;
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    frames.length = 0;
  });

  it('goes exactly as far as it was turned, a notch over several frames', () => {
    let at = 0;
    const motion = new WheelMotion((by) => {
      at += by;
      return by;
    });
    motion.turn(100, false);
    motion.turn(100, false);
    expect(at).toBe(0);
    expect(runFrames()).toBeGreaterThan(3);
    expect(at).toBe(200);
    motion.turn(12, false);
    expect(at).toBe(212);
  });

  it('goes at once where motion is not wanted', () => {
    let at = 0;
    const motion = new WheelMotion((by) => {
      at += by;
      return by;
    });
    motion.turn(100, true);
    expect([at, frames.length]).toEqual([100, 0]);
  });

  it('turns back from where it is, and ends where the text does', () => {
    let at = 0;
    const motion = new WheelMotion((by) => {
      const before = at;
      at = Math.max(0, Math.min(130, at + by));
      return at - before;
    });
    motion.turn(400, false);
    runFrames();
    expect(at).toBe(130);
    motion.turn(400, false);
    motion.turn(-60, false);
    runFrames();
    expect(at).toBe(70);
  });
});
