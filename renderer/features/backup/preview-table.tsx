import type { ReactNode } from 'react';
import type { Compared, Fate } from '#core/backup/comparison';
import { KEPT_TABLES, type Change, type KeptTable } from '#core/kept/change';
import { firstCharacters } from '#core/support/first-characters';
import { useStrings } from '../../strings/use-strings';
import styles from './backup.module.css';

type ShownFate = Exclude<Fate, 'gone'>;

const FATES: readonly ShownFate[] = ['added', 'changed', 'same', 'deletedHere', 'deletedThere', 'onlyHere'];

/** What people think of first stands first. */
const KINDS: readonly KeptTable[] = KEPT_TABLES.toSorted((one, other) => rank(one) - rank(other));

function rank(table: KeptTable): number {
  const order = ['annotations', 'bookmarks', 'corrections', 'texts', 'editions', 'positions', 'settings'];
  return order.indexOf(table);
}

/** Examples that are given of each way in which the two sides differ, and code points of each. */
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 16;

const tableOf = ({ here, there }: Compared): KeptTable | undefined => (here ?? there)?.table;

function wordsOf({ table, record }: Change): string {
  switch (table) {
    case 'annotations':
      return record.quote.exact;
    case 'bookmarks':
      return record.name === '' ? record.quote.exact : record.name;
    case 'corrections':
      return `${record.source} → ${record.right}`;
    case 'texts':
      return record.title;
    case 'editions':
    case 'positions':
    case 'settings':
      return '';
  }
}

/** How many records of each kind stand how to those that are here; only rows and columns with anything in them. */
export function PreviewTable({ compared }: { readonly compared: readonly Compared[] }): ReactNode {
  const { restore } = useStrings().backups;
  const count = (kind: KeptTable, fate: ShownFate): number =>
    compared.filter((pair) => pair.fate === fate && tableOf(pair) === kind).length;
  const kinds = KINDS.filter((kind) => compared.some((pair) => pair.fate !== 'gone' && tableOf(pair) === kind));
  const fates = FATES.filter((fate) => compared.some((pair) => pair.fate === fate));
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{restore.counts}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{restore.kind}</span>
          </th>
          {fates.map((fate) => (
            <th key={fate} scope="col">
              {restore.fates[fate]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{restore.kinds[kind]}</th>
            {fates.map((fate) => {
              const found = count(kind, fate);
              return (
                <td key={fate} data-none={found === 0}>
                  {found}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Some records of each way in which the two sides differ, by their words. */
export function Examples({ compared }: { readonly compared: readonly Compared[] }): ReactNode {
  const { restore } = useStrings().backups;
  const rows = FATES.filter((fate) => fate !== 'same').map((fate) => {
    const pairs = compared.filter((pair) => pair.fate === fate);
    const words = pairs.map(({ here, there }) => here ?? there).map((change) => (change ? wordsOf(change) : ''));
    return { fate, words: words.filter((each) => each !== '') };
  });
  const told = rows.filter(({ words }) => words.length > 0);
  if (told.length === 0) return null;
  return (
    <dl className={styles['examples']}>
      {told.map(({ fate, words }) => (
        <div key={fate}>
          <dt>{restore.fates[fate]}</dt>
          <dd lang="zh">
            {words
              .slice(0, EXAMPLES)
              .map((each) => restore.example(shortened(each)))
              .join(restore.between)}
            {words.length > EXAMPLES && restore.more(words.length - EXAMPLES)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shortened(words: string): string {
  const line = words.replaceAll('\n', ' ');
  const short = firstCharacters(line, LONGEST_EXAMPLE);
  return short === line ? line : `${short}…`;
}
