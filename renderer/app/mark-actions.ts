import { isLive, type Annotation } from '#core/annotation/annotation';
import { useServices } from '../services';
import { useStrings } from '../strings/use-strings';
import { selectedNow, type ActionParts, type Actions } from './actions';
import type { PendingLink } from './use-links';

/** The mark before or after the current one in reading order, or the first in sight where none is current. */
function neighbour({ study, page }: ActionParts, by: 1 | -1): Annotation | undefined {
  // A mark without a place is in the list, and nowhere to walk to.
  const annotations = study.placed;
  const at = annotations.findIndex(({ id }) => id === study.current);
  if (at >= 0) return annotations[at + by];
  const top = page?.topOffset() ?? 0;
  return by === 1
    ? annotations.find(({ target }) => target.start >= top)
    : annotations.findLast(({ target }) => target.start < top);
}

/** Marking what is selected. */
export function marking(parts: ActionParts): Pick<Actions, 'colour' | 'note'> {
  const { study } = parts;
  const clear = (): void => {
    getSelection()?.removeAllRanges();
    study.select(undefined);
  };
  return {
    colour: (colour) => {
      const selected = selectedNow(parts);
      if (selected !== undefined) {
        study.mark(selected, colour);
        clear();
      } else if (study.current !== undefined) void study.edit(study.current, { kind: 'recolour', colour });
    },
    note: () => {
      const openNote = (id: string | undefined): void => {
        if (id !== undefined) study.open({ id, takesFocus: true, here: [id] });
      };
      const selected = selectedNow(parts);
      if (selected === undefined) openNote(study.current);
      else {
        openNote(study.mark(selected, undefined));
        clear();
      }
    },
  };
}

/** Opens the text that a mark is on, and the mark there. */
function goElsewhere({ id, textId, quote }: Annotation, pending: PendingLink): void {
  pending.wait({ markId: id, textId, quote: quote.exact }, textId);
}

/** What can be done with the marks there are. */
export function useMarkActions(parts: ActionParts): Pick<Actions, 'remove' | 'jump' | 'walk' | 'closeCard'> {
  const { study, page, beside, undo, pending } = parts;
  const strings = useStrings().annotations;
  const { annotations: store } = useServices();
  const closeCard = (): void => {
    study.open(undefined);
    page?.view.root.focus({ preventScroll: true });
  };
  return {
    closeCard,
    remove: (id) => {
      void study.edit(id, { kind: 'delete' }).then((step) => {
        if (step !== undefined) undo.offer(strings.deleted, step, strings.undo);
      });
      if (study.card?.id === id) closeCard();
      study.setCurrent(undefined);
    },
    jump: (id) => {
      const found = study.annotations.find((annotation) => annotation.id === id);
      if (found === undefined) {
        const elsewhere = store.find(id);
        if (elsewhere !== undefined && isLive(elsewhere)) goElsewhere(elsewhere, pending);
        return;
      }
      if (study.placed.includes(found)) {
        page?.jumpTo(found.target);
        beside?.flash(found.target);
      }
      study.open({ id, takesFocus: true, reads: true, here: [id] });
    },
    walk: (by) => {
      const next = neighbour(parts, by);
      if (next === undefined) return;
      study.setCurrent(next.id);
      page?.jumpTo(next.target);
      beside?.flash(next.target);
    },
  };
}
