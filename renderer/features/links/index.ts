export { GoToLinkDialog, type LinkProblem } from './go-to-link-dialog';
