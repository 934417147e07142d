import { numberIn } from './numbers';

const number = numberIn('en');

/** What is said to who listens and does not see it, in English. */
export const voice = {
  /** The marks on a paragraph. */
  described: (count: number) => (count === 1 ? '1 mark.' : `${number(count)} marks.`),
  mark: (looks: string, quote: string) => `${looks}: “${quote}”.`,
  more: (count: number) => `And ${number(count)} more.`,
  marked: (looks: string, quote: string) => `Marked: ${looks}. “${quote}”`,
  changed: (looks: string, quote: string) => `Now ${looks}: “${quote}”`,
  changedAll: (looks: string, count: number) =>
    `${number(count)} ${count === 1 ? 'mark is' : 'marks are'} now ${looks}.`,
  script: (name: string) => `Script: ${name}`,
  opened: (title: string) => `“${title}” is open.`,
  shown: { contentsPane: 'Contents pane shown', notesPane: 'Notes pane shown', parallel: 'Parallel text shown' },
  hidden: { contentsPane: 'Contents pane hidden', notesPane: 'Notes pane hidden', parallel: 'Parallel text closed' },
  selected: (words: string) => `Selected: ${words}`,
  read: (character: string, reading: string) => `${character}, ${reading}`,
  endOfParagraph: 'End of the paragraph',
};

/** What is said to who listens. */
export type VoiceStrings = typeof voice;
