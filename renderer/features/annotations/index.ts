export { AnnotationCard } from './annotation-card';
export { ColourButtons } from './colour-buttons';
export { MarkChooser } from './mark-chooser';
export { NotesPane } from './notes-pane';
export { PaletteSection } from './palette-section';
export { StyleButton } from './style-button';
export { StyleItems } from './style-items';
export { useAnnotations } from './use-annotations';
