/** The first of some records with this id; undefined where there is none, or where none is asked for. */
export function withId<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string | undefined,
): Item | undefined {
  return id === undefined ? undefined : items.find((item) => item.id === id);
}
