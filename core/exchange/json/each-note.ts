import { isLive } from '../../annotation/annotation';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';

/** A note with the text that it is on. */
export interface NoteOnText {
  readonly text: ExportedText;
  readonly note: ExportedNote;
}

/** Every note, text by text. */
export function* eachNote({ texts }: NotesModel): Generator<NoteOnText, undefined, undefined> {
  for (const text of texts) for (const note of text.notes) yield { text, note };
}

/** Every note that is not in the bin: formats of others have no sign for what was deleted. */
export function* eachLiveNote(model: NotesModel): Generator<NoteOnText, undefined, undefined> {
  for (const each of eachNote(model)) if (isLive(each.note.annotation)) yield each;
}

/** How many notes are not in the bin. */
export const liveCount = ({ texts }: NotesModel): number =>
  texts.reduce((sum, { notes }) => sum + notes.filter(({ annotation }) => isLive(annotation)).length, 0);
