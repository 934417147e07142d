import { numberIn } from './numbers';

const number = numberIn('en');

/** What is said of finding words in the text, in English. */
export const find = {
  name: 'Find in text',
  field: 'Find',
  placeholder: 'Words, in either script',
  count: (hit: number, all: number) => `${number(hit)} of ${number(all)}`,
  nothing: 'Not found',
  passed: { end: 'Past the end, from the start', start: 'Past the start, from the end' },
  next: 'Next hit',
  previous: 'Previous hit',
  exact: 'Exact script',
  exactHint: 'Finds words only as they are displayed now, in the script in which you type them.',
  pinyin: 'Pinyin',
  pinyinHint: 'Finds characters by their reading too: fa zhan, fazhan or fā zhǎn.',
  pinyinMissing: 'The readings could not be loaded. Switch Pinyin off and on to try again.',
  list: 'All hits',
  listName: 'Hits',
  paragraph: (number: number) => `¶ ${number}`,
  close: 'Close find',
};
