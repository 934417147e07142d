import { isLive, styleAfter, type Annotation } from '#core/annotation/annotation';
import { firstCharacters } from '#core/support/first-characters';
import { withId } from '#core/support/with-id';
import { useServices } from '../services';
import { useColourWords } from '../strings/use-colour-words';
import { useStrings, type Said } from '../strings/use-strings';
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

/** Opens the text that a mark is on, and the mark there; false if the library has no such text. */
const goElsewhere = ({ id, textId, quote }: Annotation, pending: PendingLink): boolean =>
  pending.wait({ markId: id, textId, quote: quote.exact }, textId);

/** What can be done with the marks there are. */
export function useMarkActions(
  parts: ActionParts,
): Pick<Actions, 'remove' | 'jump' | 'walk' | 'closeCard' | 'openHere' | 'style' | 'resize' | 'editAll'> {
  const { study, page, beside, undo, work, pending, say } = parts;
  const { annotations: store } = useServices();
  const describe = useMarkVoice(parts);
  const shaping = useShaping(parts);
  const closeCard = (): void => {
    study.open(undefined);
    page?.view.root.focus({ preventScroll: true });
  };
  const jump = (id: string): void => {
    const found = withId(study.annotations, id);
    if (found === undefined) {
      const elsewhere = store.find(id);
      if (elsewhere !== undefined && isLive(elsewhere) && !goElsewhere(elsewhere, pending)) {
        say({ words: ({ reading: { links } }) => links.problems['no-text'] });
      }
      return;
    }
    if (study.placed.includes(found)) {
      page?.jumpTo(found.target);
      beside?.flash(found.target);
    }
    study.open({ id, takesFocus: true, reads: true, here: [id] });
  };
  return {
    ...shaping,
    closeCard,
    jump,
    editAll: useEditAll(parts),
    openHere: () => {
      if (study.current === undefined) openAtCaret(parts);
      else jump(study.current);
    },
    remove: (id) => {
      void study.edit(id, { kind: 'delete' }).then((step) => {
        if (step !== undefined) undo.offer(({ annotations }) => annotations.deleted, step, undoIt);
      });
      if (study.card?.id === id) closeCard();
      study.setCurrent(undefined);
    },
    walk: (by) => {
      const next = neighbour(parts, by);
      if (next === undefined) return false;
      study.setCurrent(next.id);
      page?.jumpTo(next.target);
      beside?.flash(next.target);
      work.speak(describe(next));
      return true;
    },
  };
}

/** What the button says that brings a deleted mark back. */
const undoIt: Said = ({ annotations }) => annotations.undo;

/** Changes several marks at once; what is deleted can be brought back. */
function useEditAll({ study, undo }: ActionParts): Actions['editAll'] {
  return (ids, edit) => {
    void study.edit(ids, edit).then((step) => {
      if (step === undefined || edit.kind !== 'delete') return;
      undo.offer(
        ({ annotations, marks }) => (ids.length === 1 ? annotations.deleted : marks.picked.deleted(ids.length)),
        step,
        undoIt,
      );
    });
    if (edit.kind === 'delete' && study.current !== undefined && ids.includes(study.current)) {
      study.open(undefined);
      study.setCurrent(undefined);
    }
  };
}

/** Opens the mark in which the caret stands, or asks which. */
function openAtCaret({ page, study, work }: ActionParts): void {
  const at = page?.caret.offset;
  if (page === undefined || at === undefined) return;
  const ids = study.placed.filter(({ target }) => target.start <= at && at < target.end).map(({ id }) => id);
  const place = page.caretPoint();
  if (ids.length > 0 && place !== undefined) work.openAt(ids, place, true);
}

/** Characters of a note that are said of a mark. */
const LONGEST_SAID = 200;

/** What is said of a mark that was come to: its place among all, colour, label, style, words and note. */
function useMarkVoice({ study, shown }: ActionParts): (mark: Annotation) => string {
  const { marks } = useStrings();
  const words = useColourWords();
  return (mark) => {
    const index = study.placed.findIndex(({ id }) => id === mark.id);
    const note = firstCharacters(mark.note.trim(), LONGEST_SAID);
    return [
      marks.walked(index + 1, study.placed.length, words.looks(mark)),
      marks.quoted(shown?.displayOf(mark.target) ?? ''),
      note === '' ? marks.noNote : marks.noted(note),
    ].join(' ');
  };
}

/** The style and the extent of a mark. */
function useShaping(parts: ActionParts): Pick<Actions, 'style' | 'resize'> {
  const { study, work, say } = parts;
  const currentMark = (): Annotation | undefined => withId(study.placed, study.current);
  return {
    style: () => {
      const mark = selectedNow(parts) === undefined ? currentMark() : undefined;
      const style = styleAfter(mark?.style ?? study.pen.style);
      if (mark !== undefined) void study.edit(mark.id, { kind: 'restyle', style });
      else {
        study.setPen({ style });
        say({ words: ({ marks }) => marks.styleNow(marks.styles[style]) });
      }
    },
    resize: () => {
      const mark = currentMark();
      const selected = selectedNow(parts);
      if (mark === undefined) say({ words: ({ marks }) => marks.noMark });
      else if (selected === undefined) {
        // What was said last would lie over what is said of the keys.
        say(undefined);
        work.resizing.begin(mark, 'end', 'keys');
      } else {
        work.resizing.setTo(mark, selected);
        getSelection()?.removeAllRanges();
        study.select(undefined);
      }
    },
  };
}
