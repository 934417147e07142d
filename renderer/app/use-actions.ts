import type { CodePointSpan } from '#core/support/offset';
import { useStrings } from '../strings/use-strings';
import { selectedNow, type ActionParts, type Actions } from './actions';
import { marking, useMarkActions } from './mark-actions';
import { useCommand } from './use-command';

function useCopy(parts: ActionParts): Pick<Actions, 'copy' | 'copySpan'> {
  const { shown, say } = parts;
  const { selection } = useStrings();
  const copySpan = (span: CodePointSpan): void => {
    if (shown === undefined) return;
    navigator.clipboard.writeText(shown.displayOf(span)).then(
      () => {
        say({ words: selection.copied });
      },
      () => {
        say({ words: selection.copyFailed });
      },
    );
  };
  return {
    copySpan,
    copy: () => {
      const selected = selectedNow(parts);
      if (selected !== undefined) copySpan(selected);
    },
  };
}

/** Builds the actions. They act on what is given here, so they are made anew at each render. */
export function useActions(parts: ActionParts): Actions {
  const { study, correcting, setSurface, page } = parts;
  const command = useCommand(parts);
  const copying = useCopy(parts);
  const marks = useMarkActions(parts);
  return {
    ...marking(parts),
    ...marks,
    ...copying,
    command,
    correct: () => {
      const selected = selectedNow(parts);
      const span = selected ?? page?.wordAtCaret();
      if (span !== undefined) correcting.open(span, selected !== undefined);
    },
    escape: () => {
      if (correcting.target !== undefined) {
        correcting.close();
        return;
      }
      if (study.card !== undefined) marks.closeCard();
      else study.setCurrent(undefined);
      getSelection()?.removeAllRanges();
      setSurface((open) => (open === 'settings' ? undefined : open));
    },
  };
}
