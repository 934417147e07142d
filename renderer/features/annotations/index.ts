export { AnnotationCard } from './annotation-card';
export { NotesPane } from './notes-pane';
export { useAnnotations } from './use-annotations';
export { useNoteActs, type NoteActs } from './use-note-acts';
export { useReferences, type References } from './use-references';
