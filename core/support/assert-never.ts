/** Makes a missing case a compile error, and a loud bug if one slips through at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
