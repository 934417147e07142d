import type { Step, StepKind } from '../history/step';
import type { Annotation } from './annotation';

/** A tag, and how many live marks bear it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** All tags of these marks, those that most bear first. */
export function tagCounts(annotations: readonly Annotation[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of annotations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

/** A change to a tag wherever it stands: `to` undefined takes it away, one that is there already merges the two. */
export interface TagChange {
  readonly from: string;
  readonly to: string | undefined;
}

/** The tags after such a change, each once; the same array where the tag is not among them. */
export function withTagChanged(tags: readonly string[], { from, to }: TagChange): readonly string[] {
  if (!tags.includes(from)) return tags;
  const changed = tags.map((tag) => (tag === from ? to : tag)).filter((tag) => tag !== undefined);
  return [...new Set(changed)];
}

/** What such a change is called in the history. */
export const tagStepKind = ({ to }: TagChange, known: readonly TagCount[]): StepKind =>
  to === undefined ? 'delete-tag' : known.some(({ tag }) => tag === to) ? 'merge-tags' : 'rename-tag';

/** The words for a step that changed a tag wherever it stood, read from what it did to its first mark. */
export function tagsOfStep({ changes }: Pick<Step, 'changes'>): string {
  const [first] = changes;
  if (first?.before?.table !== 'annotations' || first.after.table !== 'annotations') return '';
  const before = first.before.record.tags;
  const after = first.after.record.tags;
  const gone = before.find((tag) => !after.includes(tag)) ?? '';
  const come = after.find((tag, index) => tag !== before[index] && !before.includes(tag));
  const merged = changes.flatMap(({ before: was, after: is }) =>
    was?.table === 'annotations' && is.table === 'annotations'
      ? is.record.tags.filter((tag) => !was.record.tags.includes(tag))
      : [],
  );
  const into = come ?? merged[0];
  return into === undefined ? gone : `${gone} → ${into}`;
}

/** One of the tags in a field, by its offsets in UTF-16 units. */
export interface TypedTag {
  readonly start: number;
  readonly end: number;
  /** What is typed of it, without a leading #. */
  readonly words: string;
}

const isSeparator = (sign: string | undefined): boolean => sign !== undefined && /[,，;；、\n]/.test(sign);

/** The tag that is being typed at the caret of a field of tags (in UTF-16 units). */
export function tagAt(typed: string, caret: number): TypedTag {
  let start = caret;
  while (start > 0 && !isSeparator(typed[start - 1])) start--;
  let end = caret;
  while (end < typed.length && !isSeparator(typed[end])) end++;
  while (start < end && typed[start] === ' ') start++;
  return {
    start,
    end,
    words: typed
      .slice(start, end)
      .trim()
      .replace(/^[#＃]+/, ''),
  };
}
