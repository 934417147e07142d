import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#core/ipc/language';
import { fieldItems, type ClickedField } from '../../../main/menu/field-menu';
import { mainStrings } from '../../../main/menu/strings';

const clicked = (isEditable: boolean, selectionText: string): ClickedField => ({
  isEditable,
  selectionText,
  editFlags: {
    ...{ canUndo: false, canRedo: false, canCut: isEditable, canCopy: selectionText !== '', canPaste: isEditable },
    ...{ canDelete: false, canSelectAll: true, canEditRichly: false },
  },
});

describe('a right-click', () => {
  it.each(LANGUAGES)('in a field offers what fields do, in %s', (language) => {
    const strings = mainStrings(language);
    const items = fieldItems(clicked(true, '字'), strings) ?? [];
    expect(items.map(({ role }) => role)).toEqual([
      ...['undo', 'redo', undefined, 'cut', 'copy', 'paste', undefined, 'selectAll'],
    ]);
    expect(items.map(({ label }) => label).filter((label) => label !== undefined)).toEqual([
      ...[strings.undo, strings.redo, strings.cut, strings.copy, strings.paste, strings.selectAll],
    ]);
    expect(items.filter(({ enabled }) => enabled === false).map(({ role }) => role)).toEqual(['undo', 'redo']);
  });

  it('on selected words offers to copy them, and on nothing nothing', () => {
    expect(fieldItems(clicked(false, '字'), mainStrings('en'))).toEqual([
      { role: 'copy', label: 'Copy', enabled: true },
    ]);
    expect(fieldItems(clicked(false, ' \n'), mainStrings('en'))).toBeUndefined();
  });
});
