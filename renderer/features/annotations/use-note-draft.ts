import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnnotationEdit } from '#core/annotation/annotation';
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

/** What the draft holds that no screen shows. */
interface Pending {
  value: string;
  /** What is on the disk. */
  kept: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * A field of an annotation, written soon after the last key, on `flush`, and when the field goes away or the window
 * closes. What was typed stays in the field until it is on the disk, and says so only then.
 */
export function useNoteDraft(
  id: string,
  initial: { readonly value: string; readonly at: number },
  toEdit: (value: string) => AnnotationEdit,
): Draft {
  const { annotations, flush: flushList } = useServices();
  const [value, setValue] = useState(initial.value);
  const [state, setState] = useState<DraftState>({ phase: 'kept', at: initial.at });
  const pending = useRef<Pending>({ value: initial.value, kept: initial.value, timer: undefined });
  const edit = useRef(toEdit);
  useEffect(() => {
    edit.current = toEdit;
  });

  const write = useCallback(async (): Promise<boolean> => {
    const draft = pending.current;
    clearTimeout(draft.timer);
    const written = draft.value;
    if (written === draft.kept) return true;
    const outcome = await annotations.edit(id, edit.current(written));
    if (!outcome.ok) {
      setState({ phase: 'failed', reason: outcome.reason });
      return false;
    }
    draft.kept = written;
    if (draft.value === written) setState({ phase: 'kept', at: outcome.value.modified });
    return draft.value === written;
  }, [annotations, id]);

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
