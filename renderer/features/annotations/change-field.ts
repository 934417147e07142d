import type { FieldChange } from '#core/note/typing';

/** Changes what a field holds as if it had been typed, so that the field's own undo takes it back. */
export function changeField(field: HTMLTextAreaElement | HTMLInputElement, change: FieldChange): void {
  field.setSelectionRange(change.from, change.to);
  const command = change.words === '' ? 'delete' : 'insertText';
  if (change.from !== change.to || change.words !== '') {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to change a field keeps its undo
    document.execCommand(command, false, change.words);
  }
  field.setSelectionRange(...change.selected);
}
