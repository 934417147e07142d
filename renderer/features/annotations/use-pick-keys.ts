import { useEffect, useRef, type RefObject } from 'react';
import { styleAfter, type AnnotationEdit, type Colour, type Style } from '#core/annotation/annotation';
import { offeredColours } from '#core/annotation/palette';
import { usePalette, useServices } from '../../services';
import { idOf, itemOf } from './listed-item';
import type { Picked } from './use-picked';

/** Changes some marks as one step. */
export type EditMarks = (ids: readonly string[], edit: AnnotationEdit) => void;

/**
 * What a key on the list does with the notes selected, or with the one in focus. `style` is that of the first of them:
 * all get the one that follows it.
 */
export function editOf(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  colours: readonly Colour[],
  style: Style,
): AnnotationEdit | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'delete' };
  if (key.toLowerCase() === 'u') return { kind: 'restyle', style: styleAfter(style) };
  const colour = /^[1-9]$/.test(key) ? colours[Number(key) - 1] : undefined;
  return colour && { kind: 'recolour', colour };
}

/**
 * Selecting several notes of a list: with Ctrl or Cmd one by one, with Shift a stretch, Ctrl or Cmd and A all; Escape
 * ends it. Keys of colours, of the style and Delete act on all that are selected, else on the one in focus.
 */
export function usePickKeys(list: RefObject<HTMLElement | null>, picked: Picked, onEdit: EditMarks): void {
  const { annotations } = useServices();
  const [palette] = usePalette();
  const parts = { picked, onEdit, palette, styleOf: (id: string) => annotations.find(id)?.style ?? 'highlight' };
  const newest = useRef<Parts>(parts);
  useEffect(() => {
    newest.current = parts;
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    // Heard before the items themselves, which would open what was only to be selected.
    const click = (event: MouseEvent): void => {
      const id = idOf(itemOf(event.target));
      const { picked: now } = newest.current;
      if (id === '') return;
      if (event.shiftKey) now.extendTo(id, idOf(element.querySelector('[aria-current]')) || undefined);
      else if (event.ctrlKey || event.metaKey) now.toggle(id);
      else {
        now.clear();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    const key = (event: KeyboardEvent): void => {
      if (pressed(event, newest.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    element.addEventListener('click', click, true);
    element.addEventListener('keydown', key, true);
    return () => {
      element.removeEventListener('click', click, true);
      element.removeEventListener('keydown', key, true);
    };
  }, [list]);
}

interface Parts {
  readonly picked: Picked;
  readonly onEdit: EditMarks;
  readonly palette: Parameters<typeof offeredColours>[0];
  /** The style that a mark has now. */
  readonly styleOf: (id: string) => Style;
}

/** Gives the focus to an item that stays when these go, so that the keyboard goes on where it was. */
function focusBeside(item: HTMLElement, gone: readonly string[]): void {
  const items = [...(item.parentElement?.querySelectorAll<HTMLElement>('li[data-id]') ?? [])];
  const at = items.indexOf(item);
  const stays = (other: HTMLElement): boolean => !gone.includes(idOf(other));
  const next = items.slice(at).find(stays) ?? items.slice(0, at).findLast(stays);
  next?.querySelector('button')?.focus();
}

/** Carries out a key on the list; false if it is none of these. */
function pressed(event: KeyboardEvent, { picked, onEdit, palette, styleOf }: Parts): boolean {
  const item = itemOf(event.target);
  const isCommand = event.ctrlKey || event.metaKey;
  if (item === null) return false;
  const next = { ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling }[event.key];
  if (next !== undefined && event.shiftKey) {
    if (!(next instanceof HTMLElement) || idOf(next) === '') return true;
    picked.extendTo(idOf(next), idOf(item));
    next.querySelector('button')?.focus();
    return true;
  }
  if (isCommand && event.key.toLowerCase() === 'a') picked.all();
  else if (isCommand && event.key === ' ') picked.toggle(idOf(item));
  else if (event.key === 'Escape' && picked.ids.length > 0) picked.clear();
  else {
    const ids = picked.ids.length > 0 ? picked.ids : [idOf(item)];
    const edit = editOf(event, offeredColours(palette), styleOf(ids[0] ?? ''));
    if (edit === undefined) return false;
    if (edit.kind === 'delete') focusBeside(item, ids);
    onEdit(ids, edit);
  }
  return true;
}
