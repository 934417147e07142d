import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { FileFailure, ListedText, ReadText, ReplyOf } from '#core/ipc/contract';
import { SOURCE_SCRIPTS } from '#core/script/mode';
import { codeOf } from '../files/failures';
import type { Log } from '../log';

const catalogueSchema = z.object({
  version: z.literal(1),
  texts: z.array(
    z.object({
      file: z.string().regex(/^[^/\\]+$/),
      title: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      script: z.enum(SOURCE_SCRIPTS),
    }),
  ),
});

type CatalogueEntry = z.infer<typeof catalogueSchema>['texts'][number];

/** A text that can be read: where its file lies, and what the catalogue knows of it. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly catalogued?: CatalogueEntry;
}

/** Lists and reads the texts that lie in the application's resources and, while developing, in one more folder. */
export interface Library {
  list(): Promise<ListedText[]>;
  read(id: string): Promise<ReplyOf<'library.read'>>;
}

/** A plain text file is named by its file name without extension: nothing is invented. */
const titleOf = (file: string): string => basename(file, extname(file));

async function bundledEntries(folder: string): Promise<Entry[]> {
  const catalogue = catalogueSchema.parse(JSON.parse(await readFile(join(folder, 'catalogue.json'), 'utf8')));
  return catalogue.texts.map((entry) => ({
    id: `bundled:${entry.file}`,
    title: entry.title,
    path: join(folder, entry.file),
    catalogued: entry,
  }));
}

async function folderEntries(folder: string, log: Log): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => {
    log(`the folder given with --texts cannot be read: ${folder}`);
    return [];
  });
  const files = found
    .filter((file) => file.isFile() && /\.txt$/i.test(file.name))
    .map((file) => file.name)
    .sort((a, b) => a.localeCompare(b, 'zh'));
  return files.map((file) => ({ id: `folder:${file}`, title: titleOf(file), path: join(folder, file) }));
}

/** UTF-8 decoded, or why not: a text that merely ends inside a character was cut off. */
function decode(bytes: Uint8Array): { content: string } | { damage: 'not-utf8' | 'truncated' } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let content: string;
  try {
    content = decoder.decode(bytes, { stream: true });
  } catch {
    return { damage: 'not-utf8' };
  }
  try {
    return { content: content + decoder.decode() };
  } catch {
    return { damage: 'truncated' };
  }
}

function damageOf(byteLength: number, hash: string, entry: Entry): 'truncated' | 'changed' | undefined {
  if (entry.catalogued === undefined || entry.catalogued.sha256 === hash) return undefined;
  return byteLength < entry.catalogued.bytes ? 'truncated' : 'changed';
}

function understand(bytes: Uint8Array, entry: Entry): ReplyOf<'library.read'> {
  const fileName = basename(entry.path);
  const fail = (kind: FileFailure['kind']): ReplyOf<'library.read'> => ({ ok: false, reason: { kind, fileName } });
  const decoded = decode(bytes);
  if ('damage' in decoded) return fail(decoded.damage);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const damage = damageOf(bytes.byteLength, hash, entry);
  if (damage !== undefined) return fail(damage);
  const value: ReadText = { id: entry.id, title: entry.title, fileName, content: decoded.content, hash };
  return { ok: true, value: entry.catalogued === undefined ? value : { ...value, script: entry.catalogued.script } };
}

async function readEntry(entry: Entry): Promise<ReplyOf<'library.read'>> {
  try {
    return understand(new Uint8Array(await readFile(entry.path)), entry);
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    return { ok: false, reason: { kind: missing ? 'missing' : 'unreadable', fileName: basename(entry.path) } };
  }
}

/**
 * Opens the library. `bundled` holds `catalogue.json` and the files it names; `folder`, if given, holds plain text
 * files. Files are read when asked for, never kept.
 */
export function openLibrary(bundled: string, folder: string | undefined, log: Log): Library {
  const entries = async (): Promise<Entry[]> => [
    ...(await bundledEntries(bundled)),
    ...(folder === undefined ? [] : await folderEntries(folder, log)),
  ];
  return {
    list: async () => (await entries()).map(({ id, title, path }) => ({ id, title, fileName: basename(path) })),
    read: async (id) => {
      const entry = (await entries()).find((candidate) => candidate.id === id);
      return entry === undefined
        ? { ok: false, reason: { kind: 'missing', fileName: id.replace(/^\w+:/, '') } }
        : readEntry(entry);
    },
  };
}
