import { formatTags, parseTags, type AnnotationEdit, type Annotation } from '#core/annotation/annotation';
import type { AnnotationStore } from './annotation-store';
import type { LeftDraft, SessionState } from './session-state';

const editOf = ({ field, value }: LeftDraft): AnnotationEdit =>
  field === 'note' ? { kind: 'note', note: value } : { kind: 'tags', tags: parseTags(value) };

const holds = (mark: Annotation, { field, value }: LeftDraft): boolean =>
  field === 'note' ? mark.note === value : formatTags(mark.tags) === formatTags(parseTags(value));

/**
 * Writes what was being typed when the page went away to its marks, so that it stands in its field again. What cannot be
 * kept stands on its mark all the same, as any note that could not be kept, and is remembered until it is.
 */
export async function resumeDrafts(session: SessionState, annotations: AnnotationStore): Promise<void> {
  for (const draft of session.drafts()) {
    const mark = annotations.find(draft.id);
    if (mark === undefined || mark.purged !== undefined) continue;
    const isKept = holds(mark, draft) || (await annotations.edit(draft.id, editOf(draft))).ok;
    if (isKept) session.dropDraft(draft.id, draft.field);
  }
}
