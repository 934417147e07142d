import type { Language } from '#core/ipc/language';
import { KEPT_TABLES, type KeptTable } from '#core/kept/change';
import { listIn } from './numbers';
import { stringsOf } from './use-strings';

/** What people count by its own name. */
const NAMED = ['annotations', 'bookmarks', 'corrections'] as const satisfies readonly KeptTable[];

const isNamed = (table: KeptTable): boolean => NAMED.some((named) => named === table);

/** How much of everything there is, as a list in words; what there is none of is left out. */
export function keptInWords(countOf: (table: KeptTable) => number, language: Language): string {
  const { counted } = stringsOf(language).safety;
  const words = NAMED.filter((table) => countOf(table) > 0).map((table) => counted[table](countOf(table)));
  const other = KEPT_TABLES.filter((table) => !isNamed(table)).reduce((sum, table) => sum + countOf(table), 0);
  if (other > 0) words.push(counted.other(other));
  return listIn(language)(words);
}
