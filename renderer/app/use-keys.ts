import { useEffect } from 'react';
import type { Command } from '#core/ipc/contract';

/** What the keyboard can do with the text, beside the commands of the menu. */
export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'colour'; readonly index: number }
  | {
      readonly kind:
        | 'note'
        | 'style'
        | 'resize'
        | 'copy'
        | 'correct'
        | 'next-mark'
        | 'previous-mark'
        | 'open-mark'
        | 'delete-mark'
        | 'escape';
    };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const command = (name: Command): KeyAction => ({ kind: 'command', command: name });

const PLAIN: Readonly<Record<string, KeyAction>> = {
  n: { kind: 'note' },
  u: { kind: 'style' },
  r: { kind: 'resize' },
  c: { kind: 'copy' },
  x: { kind: 'correct' },
  j: { kind: 'next-mark' },
  k: { kind: 'previous-mark' },
  enter: { kind: 'open-mark' },
  delete: { kind: 'delete-mark' },
  backspace: { kind: 'delete-mark' },
  escape: { kind: 'escape' },
  s: command('next-script'),
  p: command('toggle-parallel'),
  b: command('add-bookmark'),
  i: command('where'),
  l: command('copy-link'),
  '[': command('toggle-contents'),
  ']': command('toggle-notes'),
  '?': command('keyboard'),
  '/': command('find'),
  f3: command('find-next'),
};

const WITH_SHIFT: Readonly<Record<string, KeyAction>> = {
  c: command('copy-citation'),
};

const WITH_COMMAND: Readonly<Record<string, KeyAction>> = {
  e: command('export'),
  ',': command('settings'),
  d: command('add-bookmark'),
  l: command('go-to-link'),
  z: command('undo'),
  f: command('find'),
  g: command('find-next'),
  n: command('new-window'),
  p: command('print'),
  '+': command('zoom-in'),
  '=': command('zoom-in'),
  '-': command('zoom-out'),
  '0': command('actual-size'),
};

const WITH_COMMAND_AND_SHIFT: Readonly<Record<string, KeyAction>> = {
  f: command('filter-notes'),
  z: command('redo'),
  g: command('find-previous'),
  // Where the key of + or - needs Shift.
  '+': command('zoom-in'),
  _: command('zoom-out'),
};

/** The action of a key, if it has one. Ctrl on Windows and Linux and Cmd on macOS mean the same. */
export function actionOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): KeyAction | undefined {
  const name = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (shiftKey) return WITH_COMMAND_AND_SHIFT[name];
    // Windows redoes with Ctrl+Y as well; Cmd+Y means other things on macOS.
    if (name === 'y') return ctrlKey ? command('redo') : undefined;
    return WITH_COMMAND[name];
  }
  if (name === 'f3' && shiftKey) return command('find-previous');
  if (/^[1-9]$/.test(name)) return { kind: 'colour', index: Number(name) - 1 };
  return (shiftKey ? WITH_SHIFT[name] : undefined) ?? PLAIN[name];
}

/** What takes typing. */
export const FIELD = 'input:not([type=radio]), textarea, select, [contenteditable=true]';
const CONTROL = 'button, a, input, select, textarea';

/** True for what a field does with its own typing. */
const isUndoing = (action: KeyAction): boolean =>
  action.kind === 'command' && (action.command === 'undo' || action.command === 'redo');

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

/** Keys that go to a mark: whoever presses them is at the page, wherever the focus is. */
const GOES_TO_MARK: ReadonlySet<KeyAction['kind']> = new Set(['next-mark', 'previous-mark', 'open-mark']);

/** True where a key belongs to what has the focus: letters to a field, Enter to a button, all but Escape to a modal. */
function belongsToFocus(event: KeyboardEvent, action: KeyAction, wasAtPage: boolean): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  const modified = event.ctrlKey || event.metaKey;
  if (document.querySelector('dialog:modal') !== null) return true;
  if (action.kind === 'escape') return false;
  // A field knows nothing to do with F3.
  if (event.key === 'F3') return false;
  if (target.matches(FIELD)) return !modified || isUndoing(action);
  if (action.kind === 'open-mark') return target.closest(`${CONTROL}, li`) !== null;
  if (action.kind === 'delete-mark') return target.matches(CONTROL) || !deletesMarks(target, wasAtPage);
  return false;
}

/** Acts on keys pressed anywhere on the page. */
export function useKeys(act: (action: KeyAction) => void): void {
  useEffect(() => {
    let wasAtPage = true;
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOf(event);
      if (action === undefined || belongsToFocus(event, action, wasAtPage)) return;
      if (GOES_TO_MARK.has(action.kind)) wasAtPage = true;
      event.preventDefault();
      act(action);
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
  }, [act]);
}
