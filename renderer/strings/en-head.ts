import { numberIn } from './numbers';

const number = numberIn('en');

const found = {
  glosses: (count: number) => (count === 1 ? '1 gloss' : `${number(count)} glosses`),
  repairs: (count: number) => (count === 1 ? '1 repair' : `${number(count)} repairs`),
};

/** What is said above a text, in English. */
export const about = {
  name: 'About this text',
  ...found,
  /** The same where lines run down: there Chinese writes counts out, as its books do. */
  inColumns: found,
};
