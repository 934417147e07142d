import { startTransition, useCallback, useEffect, useState } from 'react';

/** Entries that are drawn in one frame when the script of a long text changes: glyphs not yet measured are slow. */
const AT_ONCE = 12;

/**
 * Gives each of `count` places its value: where nothing `waits`, the newest to all; else the newest to a few more with
 * each frame, and to the others the one before.
 */
export function useWaves<Value>(value: Value, waits: boolean, count: number): (index: number) => Value {
  const [state, setState] = useState({ value, before: value, reached: AT_ONCE });
  if (state.value !== value) setState({ value, before: state.value, reached: AT_ONCE });
  const { before, reached } = state;
  useEffect(() => {
    if (!waits || reached >= count) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A task of its own after the frame's callbacks comes when the frame is done.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        startTransition(() => {
          setState((now) => (now.value === value ? { ...now, reached: now.reached + AT_ONCE } : now));
        });
      }, 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, waits, reached, count]);
  return useCallback((index) => (!waits || index < reached ? value : before), [waits, reached, value, before]);
}
