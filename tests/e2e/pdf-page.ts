import { execFileSync } from 'node:child_process';

/** A sign on a page of a PDF, with its edges in points from the left and the top of the page. */
export interface PrintedSign {
  readonly sign: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page of a PDF, in points. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly signs: readonly PrintedSign[];
}

const numbers = (tag: string): number[] => [...tag.matchAll(/="([\d.-]+)"/g)].map(([, value]) => Number(value));

/** What Poppler finds on each page of a PDF whose lines run down: there it takes each sign for a word of its own. */
export function printedPages(file: string): PrintedPage[] {
  const found = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return found
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 0, height = 0] = numbers(page.slice(0, page.indexOf('>')));
      const signs = [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, edges = '', sign = '']) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbers(edges);
        return { sign, left, right, top, bottom };
      });
      return { width, height, signs };
    });
}

/** Points that the middles of the signs of a column may lie apart. */
const SAME_COLUMN = 3;

const middle = ({ left, right }: PrintedSign): number => (left + right) / 2;

/** Chinese signs in the columns that they stand in: from right to left, each from top to bottom. */
export function columnsOf(signs: readonly PrintedSign[]): PrintedSign[][] {
  const columns: PrintedSign[][] = [];
  for (const sign of signs.filter(({ sign }) => /\p{Script=Han}/u.test(sign))) {
    const column = columns.find(([first]) => first && Math.abs(middle(first) - middle(sign)) < SAME_COLUMN);
    if (column === undefined) columns.push([sign]);
    else column.push(sign);
  }
  const at = ([first]: readonly PrintedSign[]): number => (first === undefined ? 0 : middle(first));
  return columns
    .sort((one, other) => at(other) - at(one))
    .map((column) => column.sort((one, other) => one.top - other.top));
}

/** The words of a column. */
export const wordsOf = (column: readonly PrintedSign[]): string => column.map(({ sign }) => sign).join('');
