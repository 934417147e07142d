/**
 * The JSON of an object whose last field is a list, in parts of one item a line: what comes before the list, each item,
 * the end. Nothing is made before it is asked for. Fields that are undefined are left out, and a lone half of a
 * surrogate pair is escaped, so that the parts are UTF-8.
 */
export function* objectParts(
  fields: Readonly<Record<string, unknown>>,
  list: string,
  items: Iterable<unknown>,
): Generator<string, undefined, undefined> {
  const head = JSON.stringify(fields).slice(0, -1);
  yield `${head}${head === '{' ? '' : ','}${JSON.stringify(list)}:[`;
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
