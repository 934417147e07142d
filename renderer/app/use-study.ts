import { useCallback, useMemo, useState } from 'react';
import { v7 as newId } from 'uuid';
import { inReadingOrder, type Annotation, type AnnotationEdit, type Colour } from '#core/annotation/annotation';
import { describe } from '#core/anchor/describe';
import type { ScriptMode } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import { indexOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { useAnnotations } from '../features/annotations';
import { useServices } from '../services';
import type { EditFailure } from '../storage/annotation-store';

/** The card that is open: of which mark, and how it was come to. */
export interface OpenCard {
  readonly id: string;
  /** True if its field for the note takes the focus. */
  readonly takesFocus: boolean;
  /** All marks at the place that was clicked. */
  readonly here: readonly string[];
}

/** What a person is doing with the marks of a text, and what they can do. */
export interface Study {
  readonly current: string | undefined;
  readonly card: OpenCard | undefined;
  readonly selected: CodePointSpan | undefined;
  readonly select: (span: CodePointSpan | undefined) => void;
  readonly setCurrent: (id: string | undefined) => void;
  readonly open: (card: OpenCard | undefined) => void;
  /** The marks on the text in reading order, those just made among them before the database has answered. */
  readonly annotations: readonly Annotation[];
  /** Marks a span, or recolours the mark that covers exactly this span. Returns the mark's id. */
  readonly mark: (span: CodePointSpan, colour: Colour | undefined) => string;
  readonly edit: (id: string, edit: AnnotationEdit) => Promise<boolean>;
}

const sameSpan = (a: CodePointSpan, b: CodePointSpan): boolean => a.start === b.start && a.end === b.end;

/** Marks from the database, and those made here that it does not know yet. */
function withFresh(kept: readonly Annotation[], fresh: readonly Annotation[]): readonly Annotation[] {
  const known = new Set(kept.map(({ id }) => id));
  const unknown = fresh.filter(({ id }) => !known.has(id));
  return unknown.length === 0 ? kept : inReadingOrder([...kept, ...unknown]);
}

/** The state of studying one text. `onFailure` hears of every change that could not be kept. */
export function useStudy(text: Text, mode: ScriptMode, onFailure: (reason: EditFailure) => void): Study {
  const store = useServices().annotations;
  const kept = useAnnotations(text.id);
  const [fresh, setFresh] = useState<readonly Annotation[]>([]);
  const [current, setCurrent] = useState<string>();
  const [card, setCard] = useState<OpenCard>();
  const [selected, select] = useState<CodePointSpan>();

  const edit = useCallback(
    async (id: string, change: AnnotationEdit): Promise<boolean> => {
      if (change.kind === 'delete') setFresh((all) => all.filter((made) => made.id !== id));
      const outcome = await store.edit(id, change);
      if (!outcome.ok) onFailure(outcome.reason);
      return outcome.ok;
    },
    [store, onFailure],
  );
  const annotations = useMemo(() => withFresh(kept, fresh), [kept, fresh]);
  const mark = useCallback(
    (span: CodePointSpan, colour: Colour | undefined): string => {
      const there = annotations.findLast(({ target }) => sameSpan(target, span));
      if (there !== undefined) {
        if (colour !== undefined) void edit(there.id, { kind: 'recolour', colour });
        return there.id;
      }
      const { made, kept: outcome } = store.add({
        id: newId(),
        textId: text.id,
        textHash: text.sourceHash,
        target: span,
        quote: describe(text.canonical, indexOf(text), span),
        colour: colour ?? 'yellow',
        script: mode,
      });
      setFresh((all) => [...all, made]);
      void outcome.then((result) => {
        if (!result.ok) onFailure(result.reason);
      });
      return made.id;
    },
    [annotations, edit, store, text, mode, onFailure],
  );
  const open = useCallback((next: OpenCard | undefined) => {
    setCard(next);
    if (next !== undefined) setCurrent(next.id);
  }, []);
  return useMemo(
    () => ({ annotations, current, card, selected, select, setCurrent, open, mark, edit }),
    [annotations, current, card, selected, open, mark, edit],
  );
}
