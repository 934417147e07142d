import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { COLOURS, OWN_COLOURS, STYLES, type Annotation } from '#core/annotation/annotation';
import { targetAt } from '#core/anchor/describe';
import { FIRST_PALETTE, type Palette } from '#core/annotation/palette';
import { FIRST_OPTIONS, type Format } from '#core/exchange/format';
import { FORMATS } from '#core/exchange/formats';
import { READERS, readNotes } from '#core/exchange/readers';
import { countFates } from '#core/import/fate';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { codePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { ImportStore, type PreparedImport } from '../../../renderer/storage/import-store';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { bundledText } from '../../support/bundled-text';
import { modelOn } from '../../support/exported';
import { textOfLines } from '../../support/kept-records';
import { NO_PEERS } from '../../support/peers';
import { VARIED_PALETTE, variedNotes } from '../../support/varied-notes';

// What leaves comes back: through the file of every format that is read, written in every script.

const databases: Database[] = [];
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

let text: Text;
let notes: Annotation[];
beforeAll(async () => {
  text = await bundledText();
  notes = variedNotes(text);
});

interface Profile {
  readonly bring: (file: string) => Promise<PreparedImport>;
  readonly kept: () => Promise<Annotation[]>;
}

/** A profile with the text, and these marks on it. */
async function profile(
  marks: readonly Annotation[],
  palette: Palette = FIRST_PALETTE,
  on: Text = text,
): Promise<Profile> {
  let time = 1_900_000_000_000;
  const clock = (): number => ++time;
  const database = declareDatabase(`test-${Math.random()}`);
  databases.push(database);
  await openDatabase(database);
  const records = marks.map((record) => ({ table: 'annotations' as const, record }));
  await databaseKeeper(database).keep([{ table: 'texts', record: on }, ...records]);
  const ledger = new Ledger(database, databaseKeeper(database), clock, NO_PEERS);
  const annotations = new AnnotationStore(database, ledger, clock);
  await annotations.load();
  const imports = new ImportStore({
    ...{ database, ledger, clock, palette: () => palette, corrections: () => [], careful: () => false },
    marks: { find: annotations.find, thatMet: annotations.thatMet, ofText: annotations.marksOf },
    library: { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
    flush: () => Promise.resolve(true),
  });
  return {
    bring: async (file) => {
      const read = readNotes(file);
      if (!read.ok) throw new Error(read.reason);
      const prepared = await imports.prepare(read.value, { intoId: on.id });
      const chosen = prepared.items.filter(({ isChosen }) => isChosen).map(({ key }) => key);
      expect((await imports.carryOut(prepared, new Set(chosen))).ok).toBe(true);
      return prepared;
    },
    kept: () => database.annotations.toArray(),
  };
}

async function fileOf(
  format: Format,
  mode: ScriptMode,
  marks: readonly Annotation[],
  on: Text = text,
): Promise<string> {
  const written = format.write(await modelOn(on, marks, { mode, palette: VARIED_PALETTE }), FIRST_OPTIONS);
  if (written.kind === 'text') return [...written.parts].join('');
  if (written.kind !== 'archive') throw new Error(`${format.id} is not read`);
  return [...(written.entries.find(({ path }) => path === 'annotations.json')?.parts ?? [])].join('');
}

const READ = FORMATS.filter(({ id }) => READERS.some(({ format }) => format === id));
const CASES = READ.flatMap((format) => SCRIPT_MODES.map((mode) => ({ name: format.id, format, mode })));

const spanOf = ({ target }: Annotation): string => `${String(target.start)}–${String(target.end)}`;

/** These two know no places: what stands in several is to be checked. */
const WITHOUT_PLACES: readonly string[] = ['readwise', 'clippings'];

describe('notes that leave and come back', () => {
  it('are read in seven formats', () => {
    expect(READ).toHaveLength(7);
  });

  it.each(CASES)(
    'by $name in $mode: nothing changes where they are, each is on its words elsewhere, and none twice',
    async ({ format, mode }) => {
      const file = await fileOf(format, mode, notes);
      const here = await profile(notes, VARIED_PALETTE);
      const before = JSON.stringify(await here.kept());
      const same = await here.bring(file);
      expect(countFates(same.items), 'in the profile that they are from').toMatchObject({
        add: 0,
        merge: 0,
        review: 0,
        restore: 0,
      });
      expect(JSON.stringify(await here.kept())).toBe(before);

      const other = await profile([]);
      const first = await other.bring(file);
      const counts = countFates(first.items);
      expect(counts).toMatchObject({ merge: 0, restore: 0, same: 0, refused: 0 });
      const kept = await other.kept();
      if (!WITHOUT_PLACES.includes(format.id)) {
        expect(counts.add).toBe(notes.length);
        expect(kept.map(spanOf).sort()).toEqual(notes.map(spanOf).sort());
      }
      const placed = kept.filter(({ health }) => health === undefined);
      expect(placed.length).toBeGreaterThan(notes.length / 2);
      const spans = new Set(notes.map(spanOf));
      expect(placed.filter((mark) => !spans.has(spanOf(mark)))).toEqual([]);

      const again = await other.bring(file);
      expect(again.items.filter(({ fate }) => fate !== 'same')).toEqual([]);
      expect(await other.kept()).toEqual(kept);
    },
  );
});

const PAIRS = READ.flatMap((first) =>
  READ.map((second) => ({ first, second, name: `${first.id}, then ${second.id}` })),
);

describe('the same notes by two formats', () => {
  it.each(PAIRS)('come once: $name', async ({ first, second }) => {
    const other = await profile([]);
    await other.bring(await fileOf(first, 'original', notes));
    expect(await other.kept()).toHaveLength(notes.length);
    const again = await other.bring(await fileOf(second, 'original', notes));
    expect(countFates(again.items)).toMatchObject({ add: 0, review: 0, restore: 0 });
    expect(await other.kept()).toHaveLength(notes.length);
  });
});

const TEXT = textOfLines('t', 'h', ['𠮷野家在東京，𪚥也在。', '全局中的核心😀', '软件与数据库']);

const time = fc.nat({ max: 2_000_000_000_000 });
const words = fc.string({ unit: 'binary', maxLength: 12 });
const hash = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
const span = fc
  .tuple(fc.nat({ max: 24 }), fc.integer({ min: 1, max: 5 }))
  .map(([start, length]) => codePointSpan(start, Math.min(28, start + length)));
const quote = fc.record({ exact: words, prefix: words, suffix: words });
const target = span.map((each) => targetAt(TEXT, each));
const state = fc.oneof(
  fc.constant({}),
  time.map((deleted) => ({ deleted })),
  time.map((deleted) => ({ deleted, purged: deleted, note: '', tags: [] })),
  fc.constant({ health: { state: 'moved' as const } }),
  span.map((proposal) => ({ textHash: 'b'.repeat(64), health: { state: 'review' as const, textHash: 'h', proposal } })),
  fc.constant({ textHash: 'b'.repeat(64), health: { state: 'orphan' as const, textHash: 'h', isLeft: true as const } }),
);
const record: fc.Arbitrary<Annotation> = fc
  .record({
    ...{ target, state, note: words, tags: fc.array(words, { maxLength: 3 }), id: fc.uuid({ version: 7 }) },
    colour: fc.constantFrom(...COLOURS, ...OWN_COLOURS),
    style: fc.constantFrom(...STYLES),
    script: fc.constantFrom(...SCRIPT_MODES),
    history: fc.array(fc.record({ target: span, textHash: hash, quote, until: time }), { maxLength: 2 }),
    ...{ created: time, modified: time, rev: fc.integer({ min: 1, max: 99 }) },
  })
  .map(({ target: stands, state: more, ...rest }) => ({ ...rest, ...stands, textId: 't', ...more }));

const byId = (marks: readonly Annotation[]): string => JSON.stringify(marks.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

describe('the file of Zhupi’s own', () => {
  it('brings back any records byte for byte, whatever script either side is in', async () => {
    const zhupi = FORMATS.find(({ id }) => id === 'zhupi');
    if (zhupi === undefined) throw new Error('there is no such format');
    const set = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(set, fc.constantFrom(...SCRIPT_MODES), async (marks, mode) => {
        const other = await profile([], FIRST_PALETTE, TEXT);
        await other.bring(await fileOf(zhupi, mode, marks, TEXT));
        expect(byId(await other.kept())).toBe(byId(marks));
      }),
      { numRuns: 60 },
    );
  });
});
