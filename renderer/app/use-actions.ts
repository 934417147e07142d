import { selectedNow, type ActionParts, type Actions } from './actions';
import { marking, useMarkActions } from './mark-actions';
import type { PageActions } from './press';
import { useCommand } from './use-command';
import { useCopy } from './use-copy';

/** Builds the actions. They act on what is given here, so they are made anew at each render. */
export function useActions(parts: ActionParts): Actions {
  const { study, correcting, setSurface, page, finder } = parts;
  const copying = useCopy(parts);
  const marks = useMarkActions(parts);
  const onPage: PageActions = {
    ...marking(parts),
    ...marks,
    ...copying,
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
      else if (finder.current().isOpen) {
        finder.close();
        return;
      } else study.setCurrent(undefined);
      getSelection()?.removeAllRanges();
      setSurface((open) => (open === 'settings' ? undefined : open));
    },
  };
  return { ...onPage, command: useCommand(parts, onPage) };
}
