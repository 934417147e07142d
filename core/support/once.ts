/**
 * What was built under a key, built when first asked for. What could not be built is forgotten, so that the next who
 * asks tries again.
 */
export function once<Key, Value>(
  made: Map<Key, Promise<Value>>,
  key: Key,
  build: () => Promise<Value>,
): Promise<Value> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const building = build().catch((error: unknown) => {
    made.delete(key);
    throw error;
  });
  made.set(key, building);
  return building;
}
