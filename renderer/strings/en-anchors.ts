import type { HealthCounts } from '#core/anchor/carry-to-edition';
import { numberIn } from './numbers';

const number = numberIn('en');

const marks = (count: number): string => (count === 1 ? '1 mark' : `${number(count)} marks`);

/** What is said of marks whose text came again in a changed edition, in English. */
export const anchors = {
  /** Over the marks whose place in this edition is not known. */
  unplaced: 'Without a place',
  section: 'To check',
  toCheck: (count: number) => `To check (${number(count)})`,
  list: 'Marks to check',
  states: { moved: 'Moved', review: 'Review', orphan: 'No place' },
  why: {
    moved: 'its words or their place changed',
    review: 'it may belong here',
    orphan: 'its words are not in this text',
  },
  was: 'Was',
  now: 'Now',
  perhaps: 'Perhaps',
  actionsFor: (quote: string) => `The mark on “${quote}”`,
  goTo: 'Show',
  accept: 'Accept',
  reattach: 'Reattach…',
  leave: 'Leave',
  acceptMoved: (count: number) => `Accept ${number(count)} moved`,
  more: (count: number) => `Show more (${number(count)})`,
  reattachBar: 'Reattach the mark',
  selectWords: 'Select the words that the mark belongs to.',
  confirmWords: 'Does the mark belong to these words?',
  attachHere: 'Attach here',
  cancel: 'Cancel',
  accepted: (count: number) =>
    count === 1 ? 'The place was accepted.' : `The places of ${marks(count)} were accepted.`,
  left: 'The mark stays in the list without a place.',
  reattached: 'The mark was attached.',
  changed: (file: string, { exact, moved, review, orphan }: HealthCounts) => {
    const parts = [
      exact > 0 && (exact === 1 ? '1 mark where it was' : `${number(exact)} marks where they were`),
      moved > 0 && `${number(moved)} moved`,
      review > 0 && `${number(review)} to review`,
      orphan > 0 && `${number(orphan)} without a place`,
    ].filter((part) => part !== false);
    return `The file “${file}” has changed${parts.length === 0 ? '.' : `: ${parts.join(', ')}.`}`;
  },
  showThem: 'Show them',
  kept: (file: string) => `The file “${file}” has changed. You are reading the text as it was before.`,
  takeChanged: 'Read the changed file',
  taken: (file: string) => `You are reading the changed file “${file}” again.`,
};
