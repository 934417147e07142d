export { BackupSection } from './backup-section';
export { RestoreDialog, type ChosenBackup } from './restore-dialog';
