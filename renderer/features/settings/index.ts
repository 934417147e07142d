export { SettingsDialog } from './settings-dialog';
export { TypeSection } from './type-section';
