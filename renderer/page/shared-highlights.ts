/** Which of two highlights that lie over each other is painted last; 0 where none is named. */
const PRIORITIES: Readonly<Record<string, number>> = {
  overlap: 1,
  current: 1,
  flash: 2,
  found: 3,
  'found-current': 4,
};

/** The ranges of each highlight, by who put them there. */
const shares = new Map<string, Map<object, readonly StaticRange[]>>();

/**
 * Registers what one page gives to a highlight; none takes its share away. A name belongs to the whole document: two
 * pages beside each other share it, and so its look.
 */
export function putHighlight(owner: object, name: string, ranges: readonly StaticRange[]): void {
  const share = shares.get(name) ?? new Map<object, readonly StaticRange[]>();
  shares.set(name, share);
  if (ranges.length === 0) share.delete(owner);
  else share.set(owner, ranges);
  if (share.size === 0) {
    shares.delete(name);
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight();
  // One by one: there may be more ranges than a call takes arguments.
  for (const own of share.values()) for (const range of own) highlight.add(range);
  highlight.priority = PRIORITIES[name] ?? 0;
  CSS.highlights.set(name, highlight);
}
