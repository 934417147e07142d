export { KeyboardSheet } from './keyboard-sheet';
export { Palette } from './palette';
export type { PaletteItem } from './palette-item';
