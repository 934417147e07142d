import { contentsOf, type ContentsEntry } from '../text/contents';
import type { Text } from '../text/text';

/**
 * The sections that notes are grouped by: the outermost of the contents of which there is more than one, so that a
 * title over all makes no group. Ascending by `start`.
 */
export function groupingSections(text: Text): readonly ContentsEntry[] {
  const entries = contentsOf(text);
  const deepest = entries.reduce((most, { level }) => Math.max(most, level), 1);
  for (let level = 1; level <= deepest; level++) {
    const sections = entries.filter((entry) => entry.level <= level);
    if (sections.length > 1) return sections;
  }
  return [];
}

/** The section in which a canonical offset lies, by binary search; undefined before the first. */
export function sectionAt(sections: readonly ContentsEntry[], offset: number): ContentsEntry | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
