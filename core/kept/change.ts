import type { Annotation } from '../annotation/annotation';
import type { Bookmark } from '../bookmark/bookmark';
import type { Correction } from '../correction/correction';
import type { Text } from '../text/text';

/** Where reading of a text stopped. */
export interface ReadingPosition {
  readonly textId: string;
  /** Canonical offset of the first character on the page, in code points. */
  readonly offset: number;
  /** How much of the text had been read, in whole percent; absent where it was written before that was kept. */
  readonly percent?: number;
  /** When it was written, in milliseconds since 1970 UTC. */
  readonly modified: number;
  readonly rev: number;
}

/** A text as it was before its file changed, or as the changed file has it, kept so that what was marked on it can be looked up for ever. */
export interface Edition {
  /** SHA-256 of the source, in hexadecimal. Texts of the same content have each an edition of their own. */
  readonly hash: string;
  readonly textId: string;
  readonly text: Text;
  /** True for an edition that the person went back from: it is not taken again before they ask for it. */
  readonly isDeclined?: true;
}

/** A setting: its value is parsed by whoever owns the key. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** Everything that is kept, by the table it is kept in. */
export interface KeptRecords {
  readonly annotations: Annotation;
  readonly corrections: Correction;
  readonly bookmarks: Bookmark;
  readonly editions: Edition;
  readonly texts: Text;
  readonly positions: ReadingPosition;
  readonly settings: Setting;
}

/** A table of what is kept. */
export type KeptTable = keyof KeptRecords;

/** All tables, in an order in which nothing refers to what comes later. */
export const KEPT_TABLES = [
  'settings',
  'texts',
  'editions',
  'annotations',
  'bookmarks',
  'corrections',
  'positions',
] as const satisfies readonly KeptTable[];

/** The tables whose records are long: they are told apart by their keys and their sources, and carried one by one. */
export const LONG_TABLES = ['texts', 'editions'] as const satisfies readonly KeptTable[];

/** A table whose records are long. */
export type LongTable = (typeof LONG_TABLES)[number];

/** True for a table whose records are long. */
export const isLongTable = (table: KeptTable): table is LongTable => LONG_TABLES.some((long) => long === table);

/** A record to be put in the place of the one with the same key, or to be added. */
export type Change = {
  readonly [Table in KeptTable]: { readonly table: Table; readonly record: KeptRecords[Table] };
}[KeptTable];

/** The key of a record within its table. */
export function keyOf({ table, record }: Change): string {
  switch (table) {
    case 'settings':
      return record.key;
    case 'positions':
      return record.textId;
    case 'editions':
      // A hash holds no space, so that the two cannot be taken for two others.
      return `${record.hash} ${record.textId}`;
    case 'texts':
    case 'annotations':
    case 'bookmarks':
    case 'corrections':
      return record.id;
  }
}

/** A record by its table and its key. */
export const nameOf = (table: KeptTable, key: string): string => `${table} ${key}`;

/** Equal for two changes exactly if they are of the same record. */
export const changeKey = (change: Change): string => nameOf(change.table, keyOf(change));

/**
 * What stands for a long record where only its key and what tells its states apart are asked of it; a short record itself.
 * The record takes its place before anything is written.
 */
export function standInOf(change: Change): Change {
  switch (change.table) {
    case 'texts': {
      const { id, sourceHash } = change.record;
      return { table: 'texts', record: { id, sourceHash } as Text };
    }
    case 'editions': {
      const { hash, textId } = change.record;
      return { table: 'editions', record: { hash, textId } as Edition };
    }
    case 'annotations':
    case 'bookmarks':
    case 'corrections':
    case 'positions':
    case 'settings':
      return change;
  }
}
