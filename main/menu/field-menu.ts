import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { MainStrings } from './strings';

/** What of a right-click is looked at. */
export type ClickedField = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/**
 * What a right-click in a field offers, or on selected words that the page has no menu for; undefined elsewhere. Each
 * is there also where it can do nothing now, so that the menu keeps its places.
 */
export function fieldItems(
  { isEditable, selectionText, editFlags }: ClickedField,
  strings: MainStrings,
): MenuItemConstructorOptions[] | undefined {
  const copy: MenuItemConstructorOptions = { role: 'copy', label: strings.copy, enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? undefined : [copy];
  return [
    { role: 'undo', label: strings.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: strings.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: strings.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: strings.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: strings.selectAll, enabled: editFlags.canSelectAll },
  ];
}
