export { KeyboardSheet } from './keyboard-sheet';
export { SettingsDialog } from './settings-dialog';
