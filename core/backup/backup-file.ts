import { z } from 'zod';
import { changeKey, KEPT_TABLES, type Change, type KeptTable } from '../kept/change';
import { isChange } from '../kept/record-schemas';
import { failure, success, type Result } from '../support/result';

// A backup is lines of JSON: first a head, then a line for each record. Lines can be told apart without being
// understood, so that what is cut off is seen, and the head says whose file it is before anything else is read.

/** The newest format of a backup that this program writes and reads. A change to what is written is another number. */
export const BACKUP_FORMAT = 1;

/** How the name of a backup ends. */
export const BACKUP_EXTENSION = 'zhupi-backup';

/** Most bytes of a backup that is written, and so that is read. */
export const LARGEST_BACKUP = 256 * 1024 * 1024;

/** How many records there are of each table. */
export type BackupCounts = Readonly<Record<KeptTable, number>>;

/** What a backup says of itself. */
export interface BackupHead {
  readonly format: number;
  /** Version of the program that wrote it. */
  readonly version: string;
  /** When it was made, in milliseconds since 1970 UTC. */
  readonly created: number;
  readonly counts: BackupCounts;
}

/** A backup as it was read. */
export interface Backup extends BackupHead {
  readonly records: readonly Change[];
}

/**
 * Why a file is no backup that can be restored. `not-ours`: another program's. `newer`: of a format that only a newer
 * version knows. `damaged`: cut off, changed since it was written, or with records that nobody can use.
 */
export type BackupFailure =
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'damaged'; readonly what: 'head' | 'truncated' | 'checksum' | 'counts' | 'record' };

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
export type Digest = (text: string) => Promise<string>;

const PROGRAM = 'Zhupi';
const claim = z.object({ program: z.literal(PROGRAM), kind: z.literal('backup'), format: z.int().min(1) });
const count = z.int().min(0);
const head = z.object({
  version: z.string(),
  created: z.number().min(0).max(8.64e15),
  counts: z.object(Object.fromEntries(KEPT_TABLES.map((table) => [table, count])) as Record<KeptTable, typeof count>),
  sha256: z.string(),
});

function countsOf(records: readonly Change[]): BackupCounts {
  const counts = { settings: 0, texts: 0, editions: 0, annotations: 0, bookmarks: 0, corrections: 0, positions: 0 };
  for (const { table } of records) counts[table]++;
  return counts;
}

/** A backup of these records as text, to be written as UTF-8. `created` is in milliseconds since 1970 UTC. */
export async function toBackup(
  records: readonly Change[],
  { version, created }: Pick<BackupHead, 'version' | 'created'>,
  digest: Digest,
): Promise<string> {
  const body = records.map(({ table, record }) => `${JSON.stringify({ table, record })}\n`).join('');
  const said = { program: PROGRAM, kind: 'backup', format: BACKUP_FORMAT, version, created };
  return `${JSON.stringify({ ...said, counts: countsOf(records), sha256: await digest(body) })}\n${body}`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const damaged = (what: Extract<BackupFailure, { kind: 'damaged' }>['what']) =>
  failure<BackupFailure>({ kind: 'damaged', what });

/** Reads the head line: whose file it is is settled first, then whether this version knows its format. */
function readHead(line: string): Result<BackupHead & { readonly sha256: string }, BackupFailure> {
  const value = parsed(line);
  const claimed = claim.safeParse(value).data;
  if (claimed === undefined) {
    // A head that was cut off is no JSON any more, but begins as ours do.
    const isOurs = value === undefined && line.startsWith(`{"program":"${PROGRAM}","kind":"backup"`);
    return isOurs ? damaged('truncated') : failure({ kind: 'not-ours' });
  }
  const { data } = head.safeParse(value);
  if (claimed.format > BACKUP_FORMAT) return failure({ kind: 'newer', version: data?.version ?? '' });
  return data === undefined ? damaged('head') : success({ ...data, format: claimed.format });
}

/** The records of lines; undefined if one cannot be used, or stands there twice. */
function readRecords(lines: readonly string[]): readonly Change[] | undefined {
  const records: Change[] = [];
  const known = new Set<string>();
  for (const line of lines) {
    const record = parsed(line);
    if (!isChange(record) || known.has(changeKey(record))) return undefined;
    known.add(changeKey(record));
    records.push(record);
  }
  return records;
}

/** Reads a backup from its text; nothing is taken of one that is not whole. */
export async function parseBackup(file: string, digest: Digest): Promise<Result<Backup, BackupFailure>> {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const end = text.indexOf('\n');
  const said = readHead(end < 0 ? text : text.slice(0, end));
  if (!said.ok) return said;
  const { sha256, ...known } = said.value;
  const body = end < 0 ? '' : text.slice(end + 1);
  const lines = body.split('\n');
  const isWhole = lines.pop() === '' && end >= 0;
  const expected = KEPT_TABLES.reduce((sum, table) => sum + known.counts[table], 0);
  if (!isWhole || lines.length < expected) return damaged('truncated');
  if ((await digest(body)) !== sha256) return damaged('checksum');
  const records = readRecords(lines);
  if (records === undefined) return damaged('record');
  const counted = countsOf(records);
  if (KEPT_TABLES.some((table) => counted[table] !== known.counts[table])) return damaged('counts');
  return success({ ...known, records });
}
