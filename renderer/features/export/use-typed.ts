import { useEffect, useRef, useState } from 'react';

/** How long typing rests before what it changes is made anew and kept, in milliseconds. */
const RESTS_MS = 250;

/** Words in a field that take effect when typing rests. */
export interface Typed {
  readonly value: string;
  readonly type: (value: string) => void;
  /** Lets them take effect now, as when the field is left. */
  readonly settle: () => void;
}

/** A field whose words take effect once typing rests, when it is left, and when it goes away. */
export function useTyped(value: string, onChange: (value: string) => void): Typed {
  const [typed, setTyped] = useState<{ readonly over: string; readonly value: string }>();
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: string }>(undefined);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const settle = (): void => {
    if (waiting.current === undefined) return;
    clearTimeout(waiting.current.timer);
    const { value: last } = waiting.current;
    waiting.current = undefined;
    change.current(last);
  };
  const leave = useRef(settle);
  useEffect(
    () => () => {
      leave.current();
    },
    [],
  );
  return {
    // What has come back, or was changed elsewhere, holds.
    value: typed?.over === value ? typed.value : value,
    type: (next) => {
      setTyped({ over: value, value: next });
      if (waiting.current !== undefined) clearTimeout(waiting.current.timer);
      waiting.current = { timer: setTimeout(settle, RESTS_MS), value: next };
    },
    settle,
  };
}
