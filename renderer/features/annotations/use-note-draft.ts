import { useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationEdit } from '#core/annotation/annotation';
import type { EditFailure } from '../../storage/annotation-store';
import { useServices, type Services } from '../../services';
import type { DraftFieldName } from '../../storage/session-state';

/** Milliseconds after the last key until a note is written: short enough that "saved" is seen within half a second. */
const WRITE_AFTER_MS = 300;

/** How things stand with what was typed. */
export type DraftState =
  | { readonly phase: 'kept'; readonly at: number }
  | { readonly phase: 'typing' }
  | { readonly phase: 'failed'; readonly reason: EditFailure };

/** A field whose words are written while they are typed. */
export interface Draft {
  readonly value: string;
  readonly state: DraftState;
  readonly type: (value: string) => void;
  /** Writes now what is not yet written; resolves to whether all of it is kept. */
  readonly flush: () => Promise<boolean>;
}

/** How a field stands for a part of a mark. Both stay the same functions. */
export interface DraftField {
  readonly name: DraftFieldName;
  /** What the field holds for a mark. */
  readonly read: (annotation: Annotation) => string;
  /** What the words of the field change. */
  readonly toEdit: (value: string) => AnnotationEdit;
}

/** What the draft holds that no screen shows. */
interface Pending {
  value: string;
  /** What was typed and is on the disk; undefined where that is not what the field began with. */
  kept: string | undefined;
  /** What the field would hold for what is on the disk. */
  stored: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** What a field begins with. Words that could not be kept when a card was closed are on the mark, not on the disk. */
function startOf(
  { note, tags, modified }: Annotation,
  stored: string,
  isKept: boolean,
): { readonly state: DraftState; readonly pending: Pending } {
  const isEmpty = note === '' && tags.length === 0;
  if (isKept || isEmpty) {
    return {
      state: { phase: 'kept', at: isEmpty ? 0 : modified },
      pending: { value: stored, kept: stored, stored, timer: undefined },
    };
  }
  return {
    state: { phase: 'failed', reason: 'other' },
    pending: { value: stored, kept: undefined, stored, timer: undefined },
  };
}

/** What writing a draft needs. */
interface Writing extends Pick<Services, 'annotations' | 'session'> {
  readonly id: string;
  readonly field: DraftField;
  readonly onState: (state: DraftState) => void;
}

/** Writes what a draft holds; resolves to whether all of it is kept, what was typed meanwhile too. */
async function writeDraft(draft: Pending, writing: Writing): Promise<boolean> {
  const { annotations, session, id, field, onState } = writing;
  clearTimeout(draft.timer);
  const written = draft.value;
  const isSettled = (): boolean => {
    const isLast = draft.value === written;
    if (isLast) session.dropDraft(id, field.name);
    return isLast;
  };
  if (written === draft.kept) return isSettled();
  if (draft.kept === undefined && written === draft.stored) {
    if (!(await annotations.tryAgain())) return false;
    draft.kept = written;
    if (!isSettled()) return writeDraft(draft, writing);
    onState({ phase: 'kept', at: annotations.find(id)?.modified ?? 0 });
    return true;
  }
  const outcome = await annotations.edit(id, field.toEdit(written));
  if (!outcome.ok) {
    onState({ phase: 'failed', reason: outcome.reason });
    return false;
  }
  draft.kept = written;
  draft.stored = field.read(outcome.value);
  if (!isSettled()) return writeDraft(draft, writing);
  onState({ phase: 'kept', at: outcome.value.modified });
  return true;
}

/**
 * A field of an annotation, written soon after the last key, on `flush`, and when the field goes away or the window
 * closes. What was typed stays in the field until it is on the disk, and says so only then. What is changed from
 * elsewhere (undone, or in another window) comes into the field, unless something typed is not yet written.
 */
export function useNoteDraft(annotation: Annotation, field: DraftField): Draft {
  const { annotations, flush: flushList, session } = useServices();
  const { id, modified } = annotation;
  const { name } = field;
  const stored = field.read(annotation);
  const isKept = annotations.isKept(id);
  const start = startOf(annotation, stored, isKept);
  const [value, setValue] = useState(stored);
  const [state, setState] = useState(start.state);
  const pending = useRef(start.pending);

  useEffect(() => {
    const draft = pending.current;
    if (isKept && draft.value === draft.kept) session.dropDraft(id, name);
    // What failed may have been kept since, with a change of something else.
    const isKeptSince = isKept && draft.value === stored && draft.value !== draft.kept;
    if (!isKeptSince && (!isKept || draft.value !== draft.kept || draft.stored === stored)) return;
    clearTimeout(draft.timer);
    Object.assign(draft, { value: stored, kept: stored, stored });
    session.dropDraft(id, name);
    setValue(stored);
    setState({ phase: 'kept', at: modified });
  }, [stored, modified, isKept, session, id, name]);

  const write = useCallback(
    () => writeDraft(pending.current, { annotations, session, id, field, onState: setState }),
    [annotations, session, id, field],
  );

  const type = useCallback(
    (typed: string): void => {
      const draft = pending.current;
      draft.value = typed;
      session.putDraft(id, name, typed);
      setValue(typed);
      setState({ phase: 'typing' });
      clearTimeout(draft.timer);
      draft.timer = setTimeout(() => void write(), WRITE_AFTER_MS);
    },
    [write, session, id, name],
  );

  useEffect(() => {
    const forget = flushList.add(write);
    return () => {
      forget();
      void write();
    };
  }, [flushList, write]);

  return { value, state, type, flush: write };
}
