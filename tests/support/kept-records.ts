import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { COLOURS, newAnnotation, OWN_COLOURS, STYLES, type Annotation } from '#core/annotation/annotation';
import { contentOf } from '#core/backup/comparison';
import type { Digest } from '#core/backup/backup-file';
import type { Bookmark } from '#core/bookmark/bookmark';
import type { Correction } from '#core/correction/correction';
import { changeKey, type Change } from '#core/kept/change';
import { SCRIPT_MODES, SOURCE_SCRIPTS } from '#core/script/mode';
import { codePoints, codePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';

/** The digest of a backup, by Node. */
export const digest: Digest = (text) => Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));

/** One hash of all records, in whatever order they are; `less` are fields that are left out. */
export const hashOfAll = (records: readonly Change[], less: readonly string[] = []): string =>
  createHash('sha256')
    .update(
      records
        .map((change) => `${changeKey(change)} ${contentOf(change, less)}`)
        .sort()
        .join('\n'),
    )
    .digest('hex');

/** A text of these lines. */
export function textOfLines(id: string, sourceHash: string, lines: readonly string[]): Text {
  let at = 0;
  const blocks = lines.map((line) => {
    const start = at;
    at += Array.from(line).length + 1;
    return { kind: 'paragraph' as const, span: codePointSpan(start, at - 1) };
  });
  const layers = { glosses: [], repairs: [], suspects: [] };
  return {
    id,
    title: `《${id}》`,
    sourceHash,
    script: 'hant',
    derivation: 1,
    canonical: lines.join('\n'),
    blocks,
    ...layers,
  };
}

/** A mark on the text `t` of the hash `h`. */
export const mark = (id: string, parts: Partial<Annotation> = {}): Annotation => ({
  ...newAnnotation({
    ...{ id, textId: 't', textHash: 'h', target: codePointSpan(0, 2), colour: 'yellow' },
    ...{ quote: { exact: `引${id}`, prefix: '', suffix: '' }, script: 'original', created: 1 },
  }),
  ...parts,
});

const id = fc.constantFrom('a', 'b', 'c', '甲', '__proto__', 'constructor');
const words = fc.string({ unit: 'binary', maxLength: 12 });
const line = words.map((typed) => typed.replaceAll('\n', ' '));
const form = fc.constantFrom('全局', '優化', '𠮷', '__proto__');
const time = fc.nat({ max: 2_000_000_000_000 });
const span = fc
  .tuple(fc.nat({ max: 90 }), fc.nat({ max: 90 }))
  .map(([start, length]) => codePointSpan(start, start + length));
const quote = fc.record({ exact: words, prefix: words, suffix: words });
const revised = { id, created: time, modified: time, rev: fc.nat({ max: 9 }) };
const place = { textHash: id, offset: fc.nat(), quote };
const optional = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
  fc.option(value, { nil: undefined }).map((made) => (made === undefined ? {} : { [name]: made }));
/** A value that JSON gives back: it knows no negative zero. */
const anyJson = fc.jsonValue({ noUnicodeString: false }).map((value): unknown => JSON.parse(JSON.stringify(value)));

/** A field that only a later version knows. */
const unknown = optional('later', anyJson);

/** Parts of a record made one by one, as one record of the type asked for. */
const joined = <Made>(parts: fc.Arbitrary<object>, ...more: fc.Arbitrary<object>[]): fc.Arbitrary<Made> =>
  // The parts are given by the fields of the type; of their union no type says so.
  fc.tuple(parts, ...more, unknown).map((each) => Object.assign({}, ...each) as Made);

/** Any mark: in the bin, gone from it, anchored anew, with a field of a later version. */
export const annotation = joined<Annotation>(
  fc.record({
    ...revised,
    ...{ textId: id, textHash: id, target: span, quote, note: words, tags: fc.array(words, { maxLength: 3 }) },
    colour: fc.constantFrom(...COLOURS, ...OWN_COLOURS),
    style: fc.constantFrom(...STYLES),
    script: fc.constantFrom(...SCRIPT_MODES),
    history: fc.array(fc.record({ target: span, textHash: id, quote, until: time }), { maxLength: 2 }),
  }),
  fc.oneof(
    fc.constant({}),
    fc.record({ deleted: time }),
    fc.record({ deleted: time, purged: time }),
    fc.record({ health: fc.record({ state: fc.constant('review'), textHash: id, proposal: span }) }),
  ),
);

const bookmark = joined<Bookmark>(
  fc.record({ ...revised, ...place, textId: id, name: words }),
  optional('deleted', time),
  optional('made', fc.record(place)),
);

const correction = joined<Correction>(
  fc.record({
    ...revised,
    ...{ source: form, right: form, wrong: words, modes: fc.constant(['taiwan', 'hong-kong'] as const) },
    reach: fc.oneof(
      fc.record({ scope: fc.constant('everywhere') }),
      fc.record({ scope: fc.constant('text'), textId: id, title: words }),
      fc.record({ scope: fc.constant('occurrence'), textId: id, title: words, textHash: id, target: span, quote }),
    ),
  }),
  optional('deleted', time),
);

const text = fc
  .tuple(id, id, fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom(...SOURCE_SCRIPTS))
  .map(([textId, hash, lines, script]): Text => ({
    ...textOfLines(textId, hash, lines),
    script,
    glosses: [{ at: codePoints(0), rawAt: codePoints(0), base: '會', reading: 'huì' }],
  }));

const change: fc.Arbitrary<Change> = fc.oneof(
  annotation.map((record): Change => ({ table: 'annotations', record })),
  bookmark.map((record): Change => ({ table: 'bookmarks', record })),
  correction.map((record): Change => ({ table: 'corrections', record })),
  text.map((record): Change => ({ table: 'texts', record })),
  text.map((record): Change => ({
    table: 'editions',
    record: { hash: record.sourceHash, textId: record.id, text: record },
  })),
  fc
    .record(
      { textId: id, offset: fc.nat(), percent: fc.nat({ max: 100 }), modified: time, rev: fc.nat({ max: 9 }) },
      { requiredKeys: ['textId', 'offset', 'modified', 'rev'] },
    )
    .map((record): Change => ({ table: 'positions', record })),
  fc.record({ key: id, value: anyJson }).map((record): Change => ({ table: 'settings', record })),
);

/** Sets of records, each once. */
export const keptRecords: fc.Arbitrary<Change[]> = fc.uniqueArray(change, { selector: changeKey, maxLength: 24 });
