import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, type Annotation } from '#core/annotation/annotation';
import type { Incoming } from '#core/exchange/incoming';
import { readNotes } from '#core/exchange/readers';
import { zhupiNotes } from '#core/exchange/json/zhupi-notes';
import { SCRIPT_MODES } from '#core/script/mode';
import { codePointSpan } from '#core/support/offset';
import { bundledText } from '../../../support/bundled-text';
import { jsonWith, readBack, writtenJson } from '../../../support/data-formats';
import { exportedText, idOf, marksOnLines, modelOf, modelOn } from '../../../support/exported';
import { annotation, textOfLines } from '../../../support/kept-records';
import { VARIED_PALETTE, variedNotes } from '../../../support/varied-notes';

const schema: object = JSON.parse(
  readFileSync(join(__dirname, '../../../../resources/schemas/zhupi-notes-1.schema.json'), 'utf8'),
) as object;
const isOfSchema = new Ajv2020({ allErrors: true }).compile(schema);

/** Every record of a file, as JSON: compared byte by byte. */
const recordsOf = ({ notes }: Incoming): readonly string[] => notes.map(({ record }) => JSON.stringify(record));

/** JSON in order of the ids, since a text lists its notes in the order in which one reads. */
const sortedJson = (records: readonly Annotation[]): readonly string[] =>
  records.map((record) => JSON.stringify(record)).sort();

const TEXT = textOfLines('甲', 'ab'.repeat(32), ['软件和𠮷野家，优化全局', '', '𪚥龘全局中的核心', '第三段']);
const LENGTH = Array.from(TEXT.canonical).length;

/** Marks with ids of their own, some on the text, which overlap, some on another edition, with fields nobody knows. */
const marks = fc
  .array(fc.tuple(annotation, fc.nat({ max: LENGTH - 1 }), fc.nat({ max: 8 }), fc.boolean(), fc.boolean()), {
    maxLength: 12,
  })
  .map((drawn) =>
    drawn.map(([made, start, length, isPlaced, isOdd], index): Annotation => {
      const { purged } = made;
      const placed = isPlaced && purged === undefined;
      const target = codePointSpan(start, Math.min(start + length, LENGTH));
      const on = placed ? { ...made, textHash: TEXT.sourceHash, target } : made;
      // Only JSON.parse makes a field of this name; a literal would set the prototype.
      const odd = isOdd ? '{"__proto__":{"甲":[1]},' : '{';
      return JSON.parse(JSON.stringify({ ...on, id: idOf(index) }).replace(/^\{/, odd)) as Annotation;
    }),
  );

/** Lists within lists, so many of them. */
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('Zhupi JSON', () => {
  it('gives back any records byte by byte, in whatever script they leave', async () => {
    await fc.assert(
      fc.asyncProperty(marks, fc.constantFrom(...SCRIPT_MODES), async (records, mode) => {
        const model = await modelOn(TEXT, records, { mode, palette: VARIED_PALETTE });
        const file = writtenJson(zhupiNotes, model);
        const back = readBack('zhupi', Buffer.from(file, 'utf8').toString('utf8'));
        expect(back.refused).toEqual([]);
        expect([...recordsOf(back)].sort()).toEqual(sortedJson(records));
        expect(isOfSchema(JSON.parse(file)), JSON.stringify(isOfSchema.errors)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives back what it read and wrote again as the same file', async () => {
    await fc.assert(
      fc.asyncProperty(marks, async (records) => {
        const file = writtenJson(zhupiNotes, await modelOn(TEXT, records));
        const again = readBack('zhupi', file).notes.flatMap(({ record }) => record ?? []);
        expect(writtenJson(zhupiNotes, await modelOn(TEXT, again))).toBe(file);
      }),
      { numRuns: 50 },
    );
  });

  it('holds the varied notes on the bundled text, with the colours of the person, as its schema says', async () => {
    const text = await bundledText();
    const file = writtenJson(
      zhupiNotes,
      await modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'simplified' }),
    );
    expect(isOfSchema(JSON.parse(file)), JSON.stringify(isOfSchema.errors)).toBe(true);
    const back = readBack('zhupi', file);
    expect(back.notes).toHaveLength(25);
    expect(back.ownColours).toEqual([
      { id: 'own-1', label: '書證', hex: '#1f9e89' },
      { id: 'own-2', label: '', hex: '#102030' },
    ]);
    expect(back.notes[0]).toMatchObject({
      number: 1,
      foreignId: back.notes[0]?.markId,
      source: { hash: text.sourceHash, textId: text.id, title: text.title },
      place: { unit: 'code points' },
    });
  });

  it('leaves out what is in the bin where that is not asked for', async () => {
    const { text, annotations } = marksOnLines(['甲', '乙', '丙']);
    const [one, two, three] = annotations as [Annotation, Annotation, Annotation];
    const binned = edited(two, { kind: 'delete' }, 5);
    const gone = edited(edited(three, { kind: 'delete' }, 5), { kind: 'purge' }, 6);
    const model = await modelOn(text, [one, binned, gone]);
    expect(readBack('zhupi', writtenJson(zhupiNotes, model, { bin: true })).notes).toHaveLength(3);
    expect(readBack('zhupi', writtenJson(zhupiNotes, model, { bin: false })).notes.map(({ record }) => record)).toEqual(
      [one],
    );
  });

  it('names the text of each note where it holds several', async () => {
    const one = marksOnLines(['甲']);
    const other = { ...textOfLines('乙本', 'cd'.repeat(32), ['乙']), title: '另一本' };
    const marked = { ...one.annotations[0], id: idOf(7), textId: '乙本', textHash: other.sourceHash } as Annotation;
    const model = modelOf([await exportedText(one.text, one.annotations), await exportedText(other, [marked])]);
    const { notes } = readBack('zhupi', writtenJson(zhupiNotes, model));
    expect(notes.map(({ source }) => source)).toEqual([
      { hash: 'ab'.repeat(32), textId: 'lines', title: '《lines》' },
      { hash: 'cd'.repeat(32), textId: '乙本', title: '另一本' },
    ]);
  });

  it.each([
    ['a note that is no string', false, (record: Annotation) => ({ ...record, note: 1 })],
    // JSON Schema cannot compare two numbers.
    ['a span that ends before it begins', true, (record: Annotation) => ({ ...record, target: { start: 5, end: 1 } })],
    ['a colour that nobody has', false, (record: Annotation) => ({ ...record, colour: 'infrared' })],
    ['a revision below zero', false, (record: Annotation) => ({ ...record, rev: -1 })],
    // The schema allows what a backup does.
    ['a revision that leaves no room for changes', true, (record: Annotation) => ({ ...record, rev: 2 ** 39 + 1 })],
    ['a field that is nested too deep to be copied', true, (record: Annotation) => ({ ...record, later: nested(65) })],
    ['no id', false, ({ id, ...record }: Annotation) => record],
  ])('refuses a record with %s by its words, and takes the others', async (_what, isAsSchema, spoil) => {
    const { text, annotations } = marksOnLines(['全局', '核心']);
    const file = writtenJson(zhupiNotes, await modelOn(text, annotations));
    const spoilt = jsonWith(file, (value: { notes: Annotation[] }) => ({
      ...value,
      notes: value.notes.map((record, index) => (index === 0 ? spoil(record) : record)),
    }));
    const back = readBack('zhupi', spoilt);
    expect(back.refused).toEqual([{ number: 1, why: 'unreadable', words: '全局' }]);
    expect(recordsOf(back)).toEqual([JSON.stringify(annotations[1])]);
    expect(isOfSchema(JSON.parse(spoilt))).toBe(isAsSchema);
  });

  it('tells a newer file, a damaged one and one of somebody else apart', async () => {
    const { text, annotations } = marksOnLines(['全局']);
    const file = writtenJson(zhupiNotes, await modelOn(text, annotations));
    const changed = (parts: object): string => jsonWith(file, (value: object) => ({ ...value, ...parts }));
    const reasonOf = (given: string) => readNotes(given);
    expect(reasonOf(changed({ format: 2, notes: 'elsewhere' }))).toEqual({ ok: false, reason: 'newer' });
    for (const format of [0, 1.5, '1', null])
      expect(reasonOf(changed({ format }))).toEqual({ ok: false, reason: 'damaged' });
    expect(reasonOf(changed({ notes: {} }))).toEqual({ ok: false, reason: 'damaged' });
    expect(reasonOf(changed({ kind: 'backup' }))).toEqual({ ok: false, reason: 'unknown' });
    for (const end of [40, 200, file.length - 4]) {
      expect(reasonOf(file.slice(0, end))).toEqual({ ok: false, reason: 'damaged' });
    }
    expect(reasonOf(`\ufeff${file}`).ok).toBe(true);
    expect(reasonOf('{"program":"Other","kind":"notes"')).toEqual({ ok: false, reason: 'unknown' });
  });

  it('stays open to what later versions add, in the file, in texts and in notes', async () => {
    const { text, annotations } = marksOnLines(['全局']);
    const later = { ...annotations[0], later: { 甲: nested(62) } } as unknown as Annotation;
    const file = jsonWith(writtenJson(zhupiNotes, await modelOn(text, [later])), (value: { texts: object[] }) => ({
      ...value,
      sync: {},
      texts: value.texts.map((each) => ({ ...each, folder: '甲' })),
    }));
    expect(isOfSchema(JSON.parse(file))).toBe(true);
    expect(recordsOf(readBack('zhupi', file))).toEqual([JSON.stringify(later)]);
  });
});
