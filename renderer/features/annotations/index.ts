export { AnnotationCard } from './annotation-card';
export { NotesPane } from './notes-pane';
export { useAnnotations } from './use-annotations';
