import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import type { ScriptMode } from '#core/script/mode';
import type { Projector } from '#core/script/projection';
import { loadProjector } from '#core/script/projector';
import type { Shown } from '../features/reader';
import { useServices } from '../services';

/** The texts that have marks, their ids joined: it stays the same while only marks change. */
function useMarkedTexts(): string {
  const { annotations } = useServices();
  return useSyncExternalStore(
    annotations.subscribe,
    useCallback(
      () => [...new Set(annotations.allMarks().map(({ textId }) => textId))].sort().join('\n'),
      [annotations],
    ),
  );
}

const NONE: ReadonlyMap<string, Projector> = new Map();

/** What shows the words of other texts in this script, by the id of the text, as far as they have marks. */
function useProjectorsElsewhere(textId: string | undefined, mode: ScriptMode): ReadonlyMap<string, Projector> {
  const { texts } = useServices();
  const marked = useMarkedTexts();
  const [projectors, setProjectors] = useState(NONE);
  useEffect(() => {
    const others = marked.split('\n').filter((id) => id !== '' && id !== textId);
    if (others.length === 0) return;
    let isWanted = true;
    const loaded = others.map(async (id): Promise<[string, Projector][]> => {
      const text = await texts.get(id);
      return text === undefined ? [] : [[id, await loadProjector(text.script, mode)]];
    });
    // Where they do not load, quotes of other texts stay as in their source.
    Promise.all(loaded).then(
      (entries) => {
        if (isWanted) setProjectors(new Map(entries.flat()));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [texts, marked, textId, mode]);
  return projectors;
}

/**
 * Gives the quotes of marks as they are displayed: of the text shown by its page; of another text, or of an edition that
 * is not shown, by the words that were kept.
 */
export function useQuotes(shown: Shown | undefined): (annotation: Annotation) => string {
  const textId = shown?.shown.text.id;
  const elsewhere = useProjectorsElsewhere(textId, shown?.mode ?? 'original');
  return useCallback(
    (annotation) => {
      if (annotation.purged !== undefined) return '';
      if (shown === undefined) return '';
      // Of a mark whose place in this edition is not known, the words are as they were.
      const { shown: text } = shown;
      if (annotation.textId === textId) {
        return isPlaced(annotation, text.text.sourceHash) ? text.displayOf(annotation.target) : annotation.quote.exact;
      }
      const lines = annotation.quote.exact.split('\n');
      const projector = elsewhere.get(annotation.textId);
      return lines.map((line) => projector?.project(line).display ?? line).join('\n');
    },
    [shown, textId, elsewhere],
  );
}
