import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import { languageTag } from '#core/script/conversion-table';
import { quoteStyleOf, withQuotes } from '#core/script/quote-style';
import type { Shown } from '../features/reader';
import { useServices } from '../services';

/**
 * Gives the quotes of marks as they are displayed: of the text shown by its page; of another text, or of an edition that
 * is not shown, by the words that were kept.
 */
export function useQuotes(shown: Shown | undefined): (annotation: Annotation) => string {
  const { elsewhere: projectors } = useServices();
  const elsewhere = useSyncExternalStore(projectors.subscribe, projectors.current);
  const textId = shown?.shown.text.id;
  const script = shown?.shown.text.script;
  useEffect(() => {
    if (textId !== undefined && script !== undefined) projectors.know(textId, script);
  }, [projectors, textId, script]);
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
      const projector = elsewhere.projectorOf(annotation.textId, shown.mode);
      const words = lines.map((line) => projector?.project(line).display ?? line);
      const source = elsewhere.scriptOf(annotation.textId) ?? text.text.script;
      const style = quoteStyleOf(shown.quotes, languageTag(source, shown.mode));
      return words.map((line) => (style === undefined ? line : withQuotes(line, style))).join('\n');
    },
    [shown, textId, elsewhere],
  );
}
