import { crc32 } from 'node:zlib';

/** Signs a line of the journal: a file of another kind, or a later format, does not look like one of these. */
const SIGN = 'zhupi';
const VERSION = 1;

/** `SIGN VERSION length checksum `: length in bytes and CRC-32 of the JSON, each eight hexadecimal digits. */
const HEADER = /^zhupi(\d+) ([0-9a-f]{8}) ([0-9a-f]{8}) /;
const LONGEST_HEADER = 40;

const NEWLINE = 0x0a;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** A record as it lies in a file: header, JSON in UTF-8, newline. JSON.stringify writes no newline of its own. */
export function frame(json: string): Buffer {
  const body = Buffer.from(json, 'utf8');
  return Buffer.concat([
    Buffer.from(`${SIGN}${VERSION} ${hex(body.length)} ${hex(crc32(body))} `),
    body,
    Buffer.of(NEWLINE),
  ]);
}

/** A line that cannot be read as it was written. */
export interface DamagedLine {
  /** Counted from 1. */
  readonly line: number;
  /** Its bytes, for what can still be made out. */
  readonly bytes: Buffer;
}

/** What lies in a file. */
export interface Frames {
  readonly records: readonly string[];
  readonly damaged: readonly DamagedLine[];
  /** True if a later version wrote the file, in a format of its own: nothing may be made of it, or done to it. */
  readonly isNewer: boolean;
  /** Where the last record breaks off, in bytes: its writing was cut short. Undefined where it does not. */
  readonly tornAt: number | undefined;
  /** True where nothing but the newline after the last record is missing. */
  readonly needsNewline: boolean;
}

/** The record that begins here, and where it ends; undefined where none can be read. */
function recordAt(bytes: Buffer, from: number): { version: number; json: string; end: number } | undefined {
  const header = HEADER.exec(bytes.toString('latin1', from, from + LONGEST_HEADER));
  if (header === null) return undefined;
  const [words, version = '', length = '', checksum = ''] = header;
  const start = from + words.length;
  const end = start + parseInt(length, 16);
  if (end > bytes.length) return undefined;
  const body = bytes.subarray(start, end);
  if (crc32(body) !== parseInt(checksum, 16)) return undefined;
  return { version: Number(version), json: body.toString('utf8'), end };
}

/** Reads the records of a file. What is damaged is passed over: reading goes on at the next line. */
export function readFrames(bytes: Buffer): Frames {
  const records: string[] = [];
  const damaged: DamagedLine[] = [];
  let newer = 0;
  let from = 0;
  let needsNewline = false;
  let tornAt: number | undefined;
  for (let line = 1; from < bytes.length && tornAt === undefined; line++) {
    const record = recordAt(bytes, from);
    const end = record?.end ?? bytes.indexOf(NEWLINE, from);
    if (end < 0) tornAt = from;
    else if (record?.version === VERSION) records.push(record.json);
    else if (end > from) damaged.push({ line, bytes: bytes.subarray(from, end) });
    if (record !== undefined && record.version > VERSION) newer++;
    needsNewline = record?.end === bytes.length;
    // A wrong sign in the newline's place costs nothing.
    from = end + 1;
  }
  // A version that a fault made of ours stands among others of ours.
  const isNewer = newer > 0 && records.length === 0;
  return { records, damaged, isNewer, tornAt, needsNewline };
}
