import { useEffect } from 'react';
import type { Command } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import { partsOf, strokesOf, type Pressed, type Stroke } from '#core/command/stroke';

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

/** A press as the browser tells it. */
export const pressedIn = (event: KeyboardEvent): Pressed => ({
  ...{ key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey },
  ...{ altKey: event.altKey, shiftKey: event.shiftKey, isAltGraph: event.getModifierState('AltGraph') },
});

/** What takes typing. */
export const FIELD = 'input:not([type=radio]), textarea, select, [contenteditable=true]';
const CONTROL = 'button, a, input, select, textarea';

/** What a field does with its own typing. */
const OF_FIELDS: ReadonlySet<Command> = new Set<Command>(['undo', 'redo']);

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

/** True for a stroke that a field knows nothing to do with: it types nothing and moves nothing. */
function passesFields(stroke: Stroke): boolean {
  const { mod, base } = partsOf(stroke);
  return mod || /^F\d+$/.test(base);
}

/** True where a key belongs to what has the focus: letters to a field, Enter to a button, all but Escape to a modal. */
function belongsToFocus(event: KeyboardEvent, { command, stroke }: Meant, wasAtPage: boolean): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector('dialog:modal') !== null) return true;
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
