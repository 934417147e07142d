import { numberIn } from './numbers';

const number = numberIn('en');

const plural = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

/** What is said of the two copies of everything, in English. */
export const safety = {
  bar: 'About your notes',
  dismiss: 'Close',
  counted: {
    annotations: (count: number) => plural(count, 'note', 'notes'),
    bookmarks: (count: number) => plural(count, 'bookmark', 'bookmarks'),
    corrections: (count: number) => plural(count, 'correction', 'corrections'),
    other: (count: number) => plural(count, 'other record', 'other records'),
  },
  quoted: (words: string) => `“${words}”`,
  restored: (what: string) => `The database had lost something: ${what} came back from the journal.`,
  copied: (count: number) =>
    `The journal lacked ${plural(count, 'record', 'records')}, which ${count === 1 ? 'was' : 'were'} written to it again.`,
  journalNew: 'The journal of this profile was gone. It was begun anew with all that the database holds.',
  damaged: (quotes: string) =>
    `What was written last on these marks is damaged in both copies: ${quotes}. What could be read of them is there.`,
  missing: (count: number) =>
    `${plural(count, 'entry', 'entries')} of the journal could not be found. A backup may have what is missing.`,
  failed: 'One of the two copies could not be mended. Free some disk space, and start Zhupi again.',
  unreadable:
    'The journal of this profile cannot be read, so nothing new can be saved. Check that you may read and write the folder of your notes, then start Zhupi again. Nothing has been erased.',
};
