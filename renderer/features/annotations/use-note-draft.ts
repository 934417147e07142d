import { useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationEdit } from '#core/annotation/annotation';
import type { EditFailure } from '../../storage/annotation-store';
import { useServices } from '../../services';

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
  /** What the field holds for a mark. */
  readonly read: (annotation: Annotation) => string;
  /** What the words of the field change. */
  readonly toEdit: (value: string) => AnnotationEdit;
}

/** What the draft holds that no screen shows. */
interface Pending {
  value: string;
  /** What was typed and is on the disk. */
  kept: string;
  /** What the field would hold for what is on the disk. */
  stored: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * A field of an annotation, written soon after the last key, on `flush`, and when the field goes away or the window
 * closes. What was typed stays in the field until it is on the disk, and says so only then. What is changed from
 * elsewhere (undone, or in another window) comes into the field, unless something typed is not yet written.
 */
export function useNoteDraft(annotation: Annotation, { read, toEdit }: DraftField): Draft {
  const { annotations, flush: flushList } = useServices();
  const { id, modified } = annotation;
  const stored = read(annotation);
  const [value, setValue] = useState(stored);
  const [state, setState] = useState<DraftState>({
    phase: 'kept',
    at: annotation.note === '' && annotation.tags.length === 0 ? 0 : modified,
  });
  const pending = useRef<Pending>({ value: stored, kept: stored, stored, timer: undefined });

  useEffect(() => {
    const draft = pending.current;
    if (draft.value !== draft.kept || draft.stored === stored) return;
    Object.assign(draft, { value: stored, kept: stored, stored });
    setValue(stored);
    setState({ phase: 'kept', at: modified });
  }, [stored, modified]);

  const write = useCallback(async (): Promise<boolean> => {
    const draft = pending.current;
    clearTimeout(draft.timer);
    const written = draft.value;
    if (written === draft.kept) return true;
    const outcome = await annotations.edit(id, toEdit(written));
    if (!outcome.ok) {
      setState({ phase: 'failed', reason: outcome.reason });
      return false;
    }
    draft.kept = written;
    draft.stored = read(outcome.value);
    if (draft.value === written) setState({ phase: 'kept', at: outcome.value.modified });
    return draft.value === written;
  }, [annotations, id, read, toEdit]);

  const type = useCallback(
    (typed: string): void => {
      const draft = pending.current;
      draft.value = typed;
      setValue(typed);
      setState({ phase: 'typing' });
      clearTimeout(draft.timer);
      draft.timer = setTimeout(() => void write(), WRITE_AFTER_MS);
    },
    [write],
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
