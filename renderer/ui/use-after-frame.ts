import { startTransition, useEffect, useState } from 'react';

/**
 * A value a frame late: what stands beside a text follows once the text itself has been painted. The first value always
 * is, so that nothing keeps the text from being read; later ones come at once where nothing `waits`.
 */
export function useAfterFrame<Value>(value: Value | undefined, waits: boolean): Value | undefined {
  const [late, setLate] = useState<Value>();
  const isFirst = late === undefined;
  useEffect(() => {
    if (!waits && !isFirst) return;
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
  }, [value, waits, isFirst]);
  return waits || isFirst ? late : value;
}
