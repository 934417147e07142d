import { numberIn, percentIn } from './numbers';

const number = numberIn('en');
const share = percentIn('en');

/** Of one paragraph or several, as they are numbered in a citation. */
const paragraphs = (first: number, last: number): string => (first === last ? `¶${first}` : `¶¶${first}–${last}`);

/** What is said of finding one's way in a text, in English: contents, bookmarks, the place, two columns, copying. */
export const reading = {
  layout: {
    name: 'Layout',
    horizontal: 'Horizontal',
    vertical: 'Vertical',
  },
  pages: {
    name: 'Pages',
    turning: 'Page turning',
    scroll: 'Scroll',
    pages: 'Pages',
    before: 'Previous page',
    next: 'Next page',
  },
  parallel: {
    name: 'Parallel text',
    column: 'Second column',
    script: 'Script of the parallel text',
    close: 'Close the parallel text',
  },
  contents: {
    fold: (section: string) => `Fold ${section}`,
    unfold: (section: string) => `Unfold ${section}`,
    share,
    read: (percent: number) => `${share(percent)} read`,
    where: (percent: number, paragraph: number, count: number, section: string) =>
      `${percent}% read · paragraph ${number(paragraph)} of ${number(count)}${section === '' ? '' : ` · ${section}`}`,
  },
  bookmarks: {
    title: 'Bookmarks',
    add: 'Add bookmark',
    none: (key: string | undefined) => (key === undefined ? 'No bookmarks yet.' : `Press ${key} to keep a place.`),
    nameOf: 'Name of the bookmark',
    rename: (name: string) => `Rename ${name}`,
    remove: (name: string) => `Delete ${name}`,
    renameShort: 'Rename',
    removeShort: 'Delete',
    unnamed: 'Bookmark',
    there: (name: string) => `“${name}” is here already.`,
    failed: {
      full: 'The bookmark was not saved: the disk is full. Free some space and try again.',
      forbidden: 'The bookmark was not saved: the folder of your notes may not be written to.',
      closed: 'The bookmark was not saved: the database was closed. Try again.',
      gone: 'The bookmark was not saved: it no longer exists.',
      other: 'The bookmark was not saved. Try again.',
    },
    done: {
      added: (name: string) => `Bookmark “${name}” added.`,
      removed: (name: string) => `Bookmark “${name}” deleted.`,
    },
  },
  copying: {
    citation: 'Copy with citation',
    source: 'Copy source',
    link: 'Copy link to mark',
    noMark: 'Choose a mark first: click it, or select its words.',
    copiedCitation: 'Copied with its citation',
    copiedSource: 'Copied as in the source',
    copiedLink: 'Link copied',
    cite: (quote: string, title: string, first: number, last: number) =>
      `“${quote}” — 《${title}》, ${paragraphs(first, last)}`,
  },
  links: {
    title: 'Go to link',
    field: 'Link to a mark',
    placeholder: 'zhupi://mark/…',
    go: 'Go',
    cancel: 'Cancel',
    problems: {
      'no-link': 'This is no link to a mark. Such links begin with zhupi://mark/.',
      'no-mark': 'The mark that this link names is not in this library, and its words are in no text that is open.',
      'no-text': 'The text that this link names is not in the library.',
    },
    deleted: 'This mark was deleted. Here are its words.',
    missing: 'This mark is not in this library. Here are its words.',
  },
};
