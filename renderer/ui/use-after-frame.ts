import { startTransition, useEffect, useState } from 'react';

/**
 * A value a frame late: what stands beside a long text follows once the page itself has been painted. Where nothing
 * `waits`, the value as it is.
 */
export function useAfterFrame<Value>(value: Value, waits: boolean): Value {
  const [late, setLate] = useState(value);
  useEffect(() => {
    if (!waits) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A task of its own after the frame's callbacks comes when the frame is done.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        startTransition(() => {
          setLate(value);
        });
      }, 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, waits]);
  return waits ? late : value;
}
