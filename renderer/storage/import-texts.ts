import { Alignments } from '#core/anchor/carry-to-edition';
import type { AnchoredOn } from '#core/import/anchor';
import type { TextHere } from '#core/import/which-text';
import type { SourceScript } from '#core/script/mode';
import { SCRIPT_MODES } from '#core/script/mode';
import type { Fold } from '#core/search/fold';
import type { Text } from '#core/text/text';
import { loadProjector } from '../load-script';
import type { Database } from './database';

/** Texts that may be read though nothing of them is stored yet. */
export interface Library {
  readonly list: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** Reads one as it would be stored; undefined where its file cannot be read. */
  readonly read: (id: string) => Promise<Text | undefined>;
}

/** The scripts whose conversions a title may have gone through before it came into a file. */
const TITLE_SCRIPTS: readonly SourceScript[] = ['hans', 'hant'];

/** A title as it is, and as any script shows it. */
async function titlesOf(title: string): Promise<string[]> {
  const shown = TITLE_SCRIPTS.flatMap((source) =>
    SCRIPT_MODES.map(async (mode) => (await loadProjector(source, mode)).project(title).display),
  );
  return [...new Set([title, ...(await Promise.all(shown))])];
}

/** Texts as an import sees them: what tells them apart, and each with its editions, read when first asked for. */
export class ImportTexts {
  readonly #database: Database;
  readonly #library: Library;
  readonly #fold: Fold;
  readonly #read = new Map<string, Promise<AnchoredOn | undefined>>();
  #titles: ReadonlyMap<string, string> = new Map();

  constructor(database: Database, library: Library, fold: Fold) {
    this.#database = database;
    this.#library = library;
    this.#fold = fold;
  }

  /** All texts that are stored or listed. `shown` gives their titles in every script too. */
  async all({ shown }: { readonly shown: boolean }): Promise<TextHere[]> {
    const [listed, stored, editions] = await Promise.all([
      this.#library.list().catch(() => []),
      this.#database.texts.orderBy('[id+sourceHash]').keys(),
      this.#database.editions.toCollection().primaryKeys(),
    ]);
    const titles = new Map(listed.map(({ id, title }) => [id, title]));
    const hashes = new Map<string, string[]>();
    for (const key of [...stored, ...editions]) {
      const [id, hash] = Array.isArray(key) ? key.map(String) : [];
      if (id === undefined || hash === undefined) continue;
      hashes.set(id, [...(hashes.get(id) ?? []), hash]);
      // A text whose file is gone is known by the title that it was stored with.
      if (!titles.has(id)) titles.set(id, (await this.#database.texts.get(id))?.title ?? id);
    }
    this.#titles = titles;
    return Promise.all(
      [...titles].map(async ([id, title]) => ({
        id,
        titles: shown ? await titlesOf(title) : [title],
        hashes: hashes.get(id) ?? [],
      })),
    );
  }

  /** All texts with their titles, known once all were asked for. */
  titled(): { readonly id: string; readonly title: string }[] {
    return [...this.#titles].map(([id, title]) => ({ id, title }));
  }

  /** The title of a text, known once all texts were asked for. */
  titleOf(textId: string): string | undefined {
    return this.#titles.get(textId);
  }

  /** The text with this id and the editions before it; undefined where it cannot be had. */
  on(textId: string): Promise<AnchoredOn | undefined> {
    const known = this.#read.get(textId) ?? this.#open(textId);
    this.#read.set(textId, known);
    return known;
  }

  async #open(textId: string): Promise<AnchoredOn | undefined> {
    const stored = await this.#database.texts.get(textId);
    const text = stored ?? (await this.#library.read(textId).catch(() => undefined));
    if (text === undefined) return undefined;
    const kept = await this.#database.editions.where('textId').equals(textId).toArray();
    const editions = new Map(kept.filter(({ hash }) => hash !== text.sourceHash).map((each) => [each.hash, each.text]));
    const alignments = new Alignments(text, editions, this.#fold);
    return { alignments, edition: (hash) => editions.get(hash), fold: this.#fold };
  }
}
