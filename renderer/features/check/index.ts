export { CheckDialog } from './check-dialog';
