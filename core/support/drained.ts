/** All that a generator comes to, at once: for those who need not let anybody else have a turn. */
export function drained<Value>(steps: Generator<unknown, Value, undefined>): Value {
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
