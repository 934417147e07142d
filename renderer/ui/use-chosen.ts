import { useState } from 'react';

/**
 * A choice that shows at once, before what it changes has come back from the disk. Where keeping it fails (a promise of
 * undefined), the choice that holds shows again.
 */
export function useChosen<Value>(
  value: Value,
  onChoose: (value: Exclude<Value, undefined>) => unknown,
): [Value, (value: Exclude<Value, undefined>) => void] {
  const [chosen, setChosen] = useState<{ readonly value: Value; readonly instead: Value }>();
  // It has come back, or something else has: from now on that holds, also when it returns to what it was.
  if (chosen !== undefined && !Object.is(chosen.instead, value)) setChosen(undefined);
  const choose = (next: Exclude<Value, undefined>): void => {
    setChosen({ value: next, instead: value });
    const outcome = onChoose(next);
    if (!(outcome instanceof Promise)) return;
    void outcome.then((kept: unknown) => {
      if (kept === undefined) setChosen(undefined);
    });
  };
  return [chosen === undefined ? value : chosen.value, choose];
}
