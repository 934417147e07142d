import { anchorStateOf, type AnchorState } from '../anchor/health';
import { isLive, type Annotation } from '../annotation/annotation';
import { canonicalOf } from '../text/text-index';
import type { Text } from '../text/text';
import { keyOf, KEPT_TABLES, type Change, type KeptTable } from './change';
import { differing, fingerprintOf, type Fingerprint } from './fingerprint';
import { RECORD_SCHEMAS } from './record-schemas';

/** All records of the database as they lie there, unparsed, by table. */
export type RawRecords = Readonly<Record<KeptTable, readonly unknown[]>>;

/** What main says of the journal. */
export interface JournalReport {
  readonly files: number;
  readonly entries: number;
  readonly records: number;
  readonly damaged: readonly { readonly file: string; readonly line: number; readonly ids: readonly string[] }[];
  /** Entries that are nowhere. */
  readonly missing: number;
  readonly snapshots: { readonly good: number; readonly damaged: readonly string[] };
  readonly fingerprint: Fingerprint;
}

/** A record that does not make sense as what it should be. */
export interface DamagedRecord {
  readonly table: KeptTable;
  /** The key, as far as one can be made out. */
  readonly key: string;
  /** The words of the source that it is about; empty where there are none. */
  readonly quote: string;
  /** The fields that make no sense, as paths: never what stands in them. */
  readonly fields: readonly string[];
}

/** A mark about which there is something to say, by its words. */
export interface NamedMark {
  readonly id: string;
  readonly quote: string;
}

/** What became of checking everything that is kept. */
export interface Findings {
  /** Marks that are well and not in the bin. */
  readonly notes: number;
  /** How many records of each table are well. */
  readonly sound: Readonly<Record<KeptTable, number>>;
  readonly damaged: readonly DamagedRecord[];
  /** Marks whose text is not in the database. */
  readonly withoutText: readonly NamedMark[];
  /** Marks whose place in their text does not hold the words that they were made on. */
  readonly astray: readonly NamedMark[];
  /** Marks that came to a changed edition and whose place is not exact there. */
  readonly inexact: readonly (NamedMark & { readonly state: Exclude<AnchorState, 'exact'> })[];
  /** Undefined where the journal could not be read. */
  readonly journal: JournalReport | undefined;
  /** Tables in which journal and database do not hold the same; all of them where there is no journal. */
  readonly differing: readonly KeptTable[];
}

/** The verdict in one word, the gravest that holds. */
export type Verdict = 'damaged' | 'no-journal' | 'differing' | 'journal-damaged' | 'well';

const fieldOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const KEY_FIELDS: Readonly<Record<KeptTable, string>> = {
  annotations: 'id',
  bookmarks: 'id',
  corrections: 'id',
  editions: 'hash',
  texts: 'id',
  positions: 'textId',
  settings: 'key',
};

function damageOf(table: KeptTable, record: unknown): DamagedRecord | undefined {
  const { success, error } = RECORD_SCHEMAS[table].safeParse(record);
  if (success) return undefined;
  const quote = wordsOf(fieldOf(fieldOf(record, 'quote'), 'exact'));
  return {
    table,
    key: wordsOf(fieldOf(record, KEY_FIELDS[table])),
    quote: quote === '' && table === 'corrections' ? wordsOf(fieldOf(record, 'source')) : quote,
    fields: [...new Set(error.issues.map(({ path }) => path.join('.')))],
  };
}

/** Whether a mark's place holds its words, where it counts the code points of this very edition. */
const holdsItsWords = ({ textHash, target, quote }: Annotation, text: Text): boolean =>
  textHash !== text.sourceHash || canonicalOf(text, target) === quote.exact;

const named = ({ id, quote }: Annotation): NamedMark => ({ id, quote: quote.exact });

/** What is to be said of the places of these marks. */
function places(marks: readonly Annotation[], texts: readonly Text[]) {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const found = {
    withoutText: [] as NamedMark[],
    astray: [] as NamedMark[],
    inexact: [] as Findings['inexact'][number][],
  };
  for (const mark of marks) {
    const text = byId.get(mark.textId);
    if (text === undefined) {
      found.withoutText.push(named(mark));
      continue;
    }
    const state = anchorStateOf(mark, text.sourceHash);
    if (!holdsItsWords(mark, text)) found.astray.push(named(mark));
    else if (state !== 'exact') found.inexact.push({ ...named(mark), state });
  }
  return found;
}

/** All records as changes. Damaged ones are among them: two copies of the same damage are the same. */
const changesOf = (records: RawRecords): Change[] =>
  // Each table holds what was written to it as its own kind; what became of it is what is being looked at.
  KEPT_TABLES.flatMap((table) => records[table].map((record) => ({ table, record }) as Change)).filter(
    (change) => typeof change.record === 'object' && keyOf(change) !== '',
  );

/**
 * Checks everything that is kept: every record against its schema, every mark against its text, and the database
 * against the journal, of which main says what it found; undefined where it could not be read.
 */
export function checkKept(records: RawRecords, journal: JournalReport | undefined): Findings {
  const damaged: DamagedRecord[] = [];
  const sound = new Map<KeptTable, unknown[]>();
  for (const table of KEPT_TABLES) {
    const well = records[table].filter((record) => {
      const damage = damageOf(table, record);
      if (damage !== undefined) damaged.push(damage);
      return damage === undefined;
    });
    sound.set(table, well);
  }
  // Parsed by the schemas of these very tables just now.
  const marks = (sound.get('annotations') as Annotation[]).filter(isLive);
  const texts = sound.get('texts') as Text[];
  return {
    notes: marks.length,
    sound: Object.fromEntries([...sound].map(([table, { length }]) => [table, length])) as Findings['sound'],
    damaged,
    ...places(marks, texts),
    journal,
    differing: journal === undefined ? KEPT_TABLES : differing(fingerprintOf(changesOf(records)), journal.fingerprint),
  };
}

/** What is to be said first. */
export function verdictOf({ damaged, withoutText, astray, journal, differing: tables }: Findings): Verdict {
  if (damaged.length > 0 || withoutText.length > 0 || astray.length > 0) return 'damaged';
  if (journal === undefined) return 'no-journal';
  if (tables.length > 0) return 'differing';
  return journal.damaged.length > 0 || journal.missing > 0 || journal.snapshots.damaged.length > 0
    ? 'journal-damaged'
    : 'well';
}
