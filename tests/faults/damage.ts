import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Random } from './random';

/** Folders of a profile in which faults are made. */
interface Folders {
  /** LevelDB's, under IndexedDB. */
  readonly database: string;
  readonly journal: string;
  readonly snapshots: string;
}

/** Finds the folders of a profile. In the host Chromium's own profile lies within that of the app. */
function foldersOf(profile: string): Folders {
  const inIndexedDb = ['', 'host-chromium/Default']
    .map((within) => join(profile, within, 'IndexedDB'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const database = inIndexedDb.find((folder) => folder.endsWith('.indexeddb.leveldb'));
  if (database === undefined) throw new Error('the profile has no database');
  return { database, journal: join(profile, 'journal'), snapshots: join(profile, 'snapshots') };
}

/** One of the files whose names fit, the first by size: what matters most is in it. */
function largest(folder: string, ending: RegExp): string {
  const files = readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  const [file] = files;
  if (file === undefined) throw new Error(`no file like ${String(ending)} in the ${basename(folder)}`);
  return file;
}

const junk = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.whole(0, 255)));

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, at);
  writeFileSync(file, content);
}

const cutShort = (file: string, random: Random): void => {
  truncateSync(file, random.whole(0, statSync(file).size - 1));
};

/** A record of the journal that is about a mark. */
interface MarkRecord {
  readonly file: string;
  /** Where its line begins, in bytes. */
  readonly from: number;
  readonly line: string;
  readonly seq: number;
}

/** The records about marks, in the order of their writing. */
const markRecords = (folder: string): MarkRecord[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((file) =>
      [...readFileSync(file, 'latin1').matchAll(/^zhupi\d+ .*"seq":(\d+).*"annotations".*$/gm)].map((found) => ({
        file,
        from: found.index,
        line: found[0],
        seq: Number(found[1]),
      })),
    )
    .sort((a, b) => a.seq - b.seq);

/** Flips a bit of a record, in its JSON. */
function flip({ file, from, line }: MarkRecord, random: Random): void {
  const at = from + random.whole(line.indexOf('{'), line.length - 1);
  overwrite(file, at, Buffer.of((readFileSync(file)[at] ?? 0) ^ (1 << random.whole(0, 7))));
}

const LOG = /^\d+\.log$/;

function removeDatabase({ database }: Folders): void {
  rmSync(dirname(database), { recursive: true });
}

/** What is done to a profile that was closed as it should be. */
const DAMAGE = {
  'MANIFEST cut short': ({ database }, random) => {
    cutShort(largest(database, /^MANIFEST-/), random);
  },
  'junk at the end of a log': ({ database }, random) => {
    writeFileSync(largest(database, LOG), junk(random, random.whole(1, 5000)), { flag: 'a' });
  },
  'junk within a log': ({ database }, random) => {
    const log = largest(database, LOG);
    overwrite(log, random.whole(0, statSync(log).size - 1), junk(random, random.whole(1, 5000)));
  },
  'half a log': ({ database }) => {
    const log = largest(database, LOG);
    truncateSync(log, statSync(log).size >> 1);
  },
  'a table gone': ({ database }) => {
    rmSync(largest(database, /\.ldb$/));
  },
  'CURRENT gone': ({ database }) => {
    rmSync(join(database, 'CURRENT'));
  },
  'IndexedDB gone': removeDatabase,
  'journal torn': ({ journal }, random) => {
    cutShort(join(journal, random.of(readdirSync(journal))), random);
  },
  'journal record flipped': ({ journal }, random) => {
    flip(random.of(markRecords(journal)), random);
  },
  'journal file gone': ({ journal }, random) => {
    rmSync(join(journal, random.of(readdirSync(journal))));
  },
  'snapshot damaged': ({ snapshots }, random) => {
    const file = largest(snapshots, /\.snapshot$/);
    overwrite(file, random.whole(0, statSync(file).size - 1), junk(random, random.whole(1, 50)));
  },
  'IndexedDB gone, and a record flipped': (folders, random) => {
    removeDatabase(folders);
    // What came last on a mark no snapshot has, nor another record.
    flip(random.of(markRecords(folders.journal).slice(-2)), random);
  },
} satisfies Record<string, (folders: Folders, random: Random) => void>;

/** A kind of damage. */
export type Damage = keyof typeof DAMAGE;

/** Every kind of damage. */
export const DAMAGES = Object.keys(DAMAGE) as readonly Damage[];

/** Kinds that hit both copies: of what was hit twice it is enough that it is named. */
export const HITS_BOTH: ReadonlySet<Damage> = new Set(['IndexedDB gone, and a record flipped']);

/** Damages a profile that nothing has open. */
export function damage(profile: string, kind: Damage, random: Random): void {
  DAMAGE[kind](foldersOf(profile), random);
}
