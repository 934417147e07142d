import { useEffect } from 'react';
import type { Command } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import { passesFields, strokesOf, type Pressed, type Stroke } from '#core/command/stroke';
import { isSealed } from './seal';
import { pressedIn } from '../ui/pressed-in';
import { isUnderModal } from '../ui/use-modal';

/** What a press stands for: a command, and the stroke that it was known by. */
interface Meant {
  readonly command: Command;
  readonly stroke: Stroke;
}

/** The command of a pressed key, if it has one. */
export function meantBy(pressed: Pressed, keymap: Keymap): Meant | undefined {
  for (const stroke of strokesOf(pressed, keymap.platform)) {
    const command = keymap.commandOf(stroke);
    if (command !== undefined) return { command, stroke };
  }
  return undefined;
}

/** What takes typing. */
export const FIELD = 'input:not([type=radio]), textarea, select, [contenteditable=true]';
const CONTROL = 'button, a, input, select, textarea';

/** What a field does with its own typing. */
const OF_FIELDS: ReadonlySet<Command> = new Set<Command>(['undo', 'redo']);

/** What has the focus, as far as commands care. */
interface Focus {
  readonly isField: boolean;
  /** A dialog holds the window: what lies behind it is out of reach. */
  readonly isModal: boolean;
  /** The page takes no input at all. */
  readonly isSealed: boolean;
}

/** What has the focus now. */
export const focusNow = (): Focus => ({
  isField: document.activeElement?.matches(FIELD) === true,
  isModal: isUnderModal(),
  isSealed: isSealed(document),
});

/**
 * True where a command that comes from outside the page, as from the menu, must not act: it would act behind a dialog. A
 * field of that dialog still undoes its own typing.
 */
export const isHeldUp = (command: Command, { isField, isModal, isSealed }: Focus): boolean =>
  isSealed || (isModal && !(isField && OF_FIELDS.has(command)));

/** Undoes, or does again, the typing of the field that has the focus; false where none has. */
export function turnField(direction: 'undo' | 'redo'): boolean {
  if (!focusNow().isField) return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way reaches what a field remembers
  document.execCommand(direction);
  return true;
}

/** The columns of the text, with what stands over their words: the cards of marks, their handles. */
const PAGE = '[data-scroller], [data-beside]';

/** The element that a key is pressed on, as far as it matters. */
interface PressedOn {
  readonly nodeName: string;
  readonly closest: (selectors: string) => unknown;
}

/**
 * True where Delete is about the current mark: on the page, or where nothing has the focus and what had it last was
 * not in a pane. There what was deleted may have taken the focus along, and the next Delete is meant for its list.
 */
export const deletesMarks = (target: PressedOn, wasAtPage: boolean): boolean =>
  target.nodeName === 'BODY' || target.nodeName === 'HTML' ? wasAtPage : target.closest(PAGE) !== null;

/** Commands that go to a mark: whoever presses their keys is at the page, wherever the focus is. */
const GOES_TO_MARK: ReadonlySet<Command> = new Set<Command>(['next-mark', 'previous-mark', 'open-mark']);

/** True where a key belongs to what has the focus: letters to a field, Enter to a button, all but Escape to a modal. */
function belongsToFocus(event: KeyboardEvent, { command, stroke }: Meant, wasAtPage: boolean): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (focusNow().isModal) return true;
  if (command === 'escape') return false;
  if (target.matches(FIELD)) return !passesFields(stroke) || OF_FIELDS.has(command);
  if (command === 'open-mark') return target.closest(`${CONTROL}, li`) !== null;
  if (command === 'delete-mark') return target.matches(CONTROL) || !deletesMarks(target, wasAtPage);
  return false;
}

/** Acts on keys pressed anywhere on the page. */
export function useKeys(keymap: () => Keymap, act: (command: Command) => void): void {
  useEffect(() => {
    let wasAtPage = true;
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const meant = meantBy(pressedIn(event), keymap());
      if (meant === undefined || belongsToFocus(event, meant, wasAtPage)) return;
      if (GOES_TO_MARK.has(meant.command)) wasAtPage = true;
      event.preventDefault();
      act(meant.command);
    };
    const come = ({ target }: FocusEvent): void => {
      wasAtPage = target instanceof Element && target.closest(PAGE) !== null;
    };
    document.addEventListener('keydown', key);
    document.addEventListener('focusin', come);
    return () => {
      document.removeEventListener('keydown', key);
      document.removeEventListener('focusin', come);
    };
  }, [keymap, act]);
}
