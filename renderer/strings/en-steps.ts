import type { StepKind } from '#core/history/step';
import { numberIn } from './numbers';

const number = numberIn('en');

/** What a step is called, to be put after “Undone:”: by the words that it was about and the number of records. */
export type StepNames = Readonly<Record<StepKind, (words: string, count: number) => string>>;

const about = (one: string, many: string) => (words: string, count: number) =>
  count === 1 ? `${one} “${words}”` : many.replace('#', number(count));

/** What can be undone, in English. */
export const steps: StepNames = {
  mark: about('mark on', '# new marks'),
  recolour: about('colour of', 'colour of # marks'),
  restyle: about('style of', 'style of # marks'),
  note: about('note on', 'notes on # marks'),
  tags: about('tags of', 'tags of # marks'),
  'add-tags': about('new tags of', 'new tags of # marks'),
  'rename-tag': (words) => `new name of the tag ${words}`,
  'merge-tags': (words) => `merging of the tag ${words}`,
  'delete-tag': (words) => `removal of the tag “${words}”`,
  delete: about('deletion of', 'deletion of # marks'),
  restore: about('return of', 'return of # marks'),
  purge: about('removal from the bin of', 'removal of # marks from the bin'),
  retarget: about('place of', 'places of # marks'),
  accept: about('acceptance of the place of', 'acceptance of # places'),
  leave: about('leaving without a place', 'leaving # marks without a place'),
  edition: () => 'the changed file',
  correct: about('correction of', '# corrections'),
  'remove-correction': about('removal of the correction of', 'removal of # corrections'),
  'import-corrections': about('import of the correction of', 'import of # corrections'),
  'import-notes': about('import of the note on', 'import of # notes'),
  bookmark: about('bookmark', '# bookmarks'),
  'rename-bookmark': about('name of the bookmark', 'names of # bookmarks'),
  'delete-bookmark': about('deletion of the bookmark', 'deletion of # bookmarks'),
  'restore-backup': () => 'restoring from the backup',
};
