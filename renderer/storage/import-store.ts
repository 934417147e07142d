import type { BesideChange } from '#core/history/beside';
import type { Draft, Step } from '#core/history/step';
import type { Incoming } from '#core/exchange/incoming';
import type { PlannedItem } from '#core/import/fate';
import { withNewColours } from '#core/import/own-colours';
import type { MarksHere } from '#core/import/marks-by-words';
import type { Brought, PlanParts } from '#core/import/plan';
import { PALETTE_KEY, parsePalette, type Palette } from '#core/annotation/palette';
import type { Correction } from '#core/correction/correction';
import { loadFold, type Fold } from '#core/search/fold';
import { success, type Result } from '#core/support/result';
import type { Database } from './database';
import { bringNotes } from './import-bring';
import { ImportTexts, type Library } from './import-texts';
import { inSlices } from '../slices';
import { planKept, type ListedItem } from './kept-plan';
import type { Clock, Ledger, LedgerFailure } from './ledger';

/** What importing needs. */
export interface ImportStoreParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** The marks as they are now. */
  readonly marks: MarksHere;
  readonly palette: () => Palette;
  readonly corrections: () => readonly Correction[];
  readonly careful: () => boolean;
  readonly library: Library;
  /** Writes what is not yet written; resolves to whether all is on the disk. */
  readonly flush: () => Promise<boolean>;
}

/** The notes of a file that is to be imported. */
export interface IncomingFile {
  /** The id of its format. */
  readonly format: string;
  readonly incoming: Incoming;
}

/** A file whose notes were brought to their texts, and what importing it would do. */
export interface PreparedImport {
  readonly file: IncomingFile;
  readonly brought: readonly Brought[];
  /** Every entry of the file, in the order of their numbers. */
  readonly items: readonly ListedItem[];
  /** The title of a text; undefined for one that is not here. */
  readonly titleOf: (textId: string) => string | undefined;
  /** The texts that are here. */
  readonly texts: readonly { readonly id: string; readonly title: string }[];
  /** True if it matters which text is chosen for notes whose file does not say it. */
  readonly asksForText: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** What came of importing. */
export interface CarriedOut {
  /** Undefined if nothing changed. */
  readonly step: Step | undefined;
  /** How many entries were left, since something else would have become of them than was shown. */
  readonly left: number;
}

const areJudgedAlike = (one: PlannedItem, other: PlannedItem | undefined): boolean =>
  one.fate === other?.fate && one.why === other.why;

/** How a file is prepared. */
export interface Preparing {
  /** The text for notes whose file does not say one that is here. */
  readonly intoId: string;
  /** True if the person chose that text, and did not only read it. */
  readonly isIntoAsked?: boolean;
  readonly signal?: AbortSignal;
  /** Hears how many notes were brought to their texts. */
  readonly onProgress?: (done: number) => void;
}

/** Notes of files: brought to their texts, planned, and imported as one step that can be undone. */
export class ImportStore {
  readonly #parts: ImportStoreParts;

  constructor(parts: ImportStoreParts) {
    this.#parts = parts;
  }

  /** Finds out what importing a file would do. Nothing is changed. Rejects with the signal's reason when stopped. */
  async prepare(
    file: IncomingFile,
    { intoId, isIntoAsked = false, signal, onProgress }: Preparing,
  ): Promise<PreparedImport> {
    const { database, library, marks, corrections, careful, clock, flush } = this.#parts;
    await flush();
    const at = clock();
    const fold = await loadFold();
    const texts = new ImportTexts(database, library, fold);
    const brought = await bringNotes({
      ...{ incoming: file.incoming, intoId, isIntoAsked, texts, fold, at },
      find: marks.find,
      corrections: corrections(),
      careful: careful(),
      onProgress: onProgress ?? (() => undefined),
      ...(signal !== undefined && { signal }),
    });
    const items = await inSlices(
      planKept(this.#planParts({ file, brought, at }, fold)),
      signal === undefined ? {} : { signal },
    );
    const asksForText = brought.some((each) => each.kind === 'note' && each.isGuessed);
    return {
      ...{ file, brought, items, at, asksForText, texts: texts.titled() },
      titleOf: (textId) => texts.titleOf(textId),
    };
  }

  /**
   * Imports the entries with these keys when their turn comes, all or none: what was changed here since is looked at
   * again, and an entry that something else would become of than was shown is left.
   */
  async carryOut(prepared: PreparedImport, chosen: ReadonlySet<number>): Promise<Result<CarriedOut, LedgerFailure>> {
    const { file, brought } = prepared;
    const shown = new Map(prepared.items.map((item) => [item.key, item]));
    let beside: readonly BesideChange[] = [];
    let left = 0;
    const outcome = await this.#parts.ledger.change(
      'import-notes',
      async () => {
        if (!(await this.#areStillRead(brought))) return undefined;
        const now = await inSlices(planKept(this.#planParts(prepared, await loadFold())));
        const changing = now.filter(({ key, record }) => record !== undefined && chosen.has(key));
        const asShown = changing.filter((item) => areJudgedAlike(item, shown.get(item.key)));
        left = changing.length - asShown.length;
        const drafts = asShown.flatMap(({ record }): Draft[] => (record ? [{ table: 'annotations', record }] : []));
        beside = await this.#colours(file.incoming, drafts);
        return drafts;
      },
      { beside: () => beside },
    );
    return outcome.ok ? success({ step: outcome.value, left }) : outcome;
  }

  #planParts({ file, brought, at }: Pick<PreparedImport, 'file' | 'brought' | 'at'>, fold: Fold): PlanParts {
    const { marks, palette } = this.#parts;
    return { ...file, brought, here: marks, palette: palette(), fold, at };
  }

  /** False if another edition of a text took the place of the one that notes were brought to. */
  async #areStillRead(brought: readonly Brought[]): Promise<boolean> {
    const { texts } = this.#parts.database;
    const read = new Map<string, string>();
    for (const each of brought) {
      if (each.text !== undefined) read.set(each.text.id, each.text.sourceHash);
    }
    for (const [id, sourceHash] of read) {
      const isStored = (await texts.where('id').equals(id).count()) > 0;
      if (isStored && (await texts.where('[id+sourceHash]').equals([id, sourceHash]).count()) === 0) return false;
    }
    return true;
  }

  /** The palette with those of the file's own colours that drafts have and that are not here yet. */
  async #colours({ ownColours = [] }: Incoming, drafts: readonly Draft[]): Promise<readonly BesideChange[]> {
    const used = ownColours.filter(({ id }) =>
      drafts.some(({ table, record }) => table === 'annotations' && record.colour === id),
    );
    const stored = await this.#parts.database.settings.get(PALETTE_KEY);
    const palette = parsePalette(stored?.value);
    const value = withNewColours(palette, used);
    if (value === palette) return [];
    const before = stored === undefined ? undefined : { table: 'settings' as const, record: stored };
    return [{ before, after: { table: 'settings', record: { key: PALETTE_KEY, value } } }];
  }
}
