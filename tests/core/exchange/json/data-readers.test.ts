import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_OPTIONS, type Format } from '#core/exchange/format';
import { epubAnnotations } from '#core/exchange/json/epub-annotations';
import { hypothesis } from '#core/exchange/json/hypothesis';
import type { NotesModel } from '#core/exchange/notes-model';
import { READERS, readingNotes, readNotes } from '#core/exchange/readers';
import { readium } from '#core/exchange/json/readium';
import { webAnnotation } from '#core/exchange/json/web-annotation';
import { zhupiNotes } from '#core/exchange/json/zhupi-notes';
import { readBack, writtenJson } from '../../../support/data-formats';
import { marksOnLines, modelOn } from '../../../support/exported';

const FORMATS: readonly Format[] = [zhupiNotes, webAnnotation, epubAnnotations, readium, hypothesis];
const NAMES = FORMATS.map((format) => [format.id, format] as const);

let model: NotesModel;
let many: NotesModel;
beforeAll(async () => {
  const lines = ['全局', '𠮷野家', '核心'];
  const { text, annotations } = marksOnLines(lines, () => ({ note: '註', tags: ['一', '二'] }));
  model = await modelOn(text, annotations);
  const marks = marksOnLines(
    Array.from({ length: 10_000 }, (_line, index) => `第${String(index)}句話`),
    () => ({ note: '註', tags: ['一'] }),
  );
  many = await modelOn(marks.text, marks.annotations);
});

/** The number of readers that claim a text. */
const claimsOf = (text: string): number => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  return READERS.filter((reader) => reader.claims(text, parsed)).length;
};

/** Reads whatever it is, and says that each entry became a note or was refused. */
function readsWhole(text: string): void {
  expect(claimsOf(text)).toBeLessThanOrEqual(1);
  const read = readNotes(text);
  if (!read.ok) return;
  const { notes, refused } = read.value.incoming;
  const numbers = new Set([...notes, ...refused].map(({ number }) => number));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: numbers.size }, (_each, index) => index + 1));
  for (const { quote, tags, note } of notes) {
    expect(typeof note).toBe('string');
    expect([quote.exact, quote.prefix, quote.suffix, ...tags].every((each) => typeof each === 'string')).toBe(true);
  }
}

/** JSON with the value at a place replaced; the place is given by numbers, each taken modulo what there is. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const at = step % entries.length;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (index === at ? replaced(each, rest, by) : each));
  // Not a spread: a field may be called __proto__.
  return Object.fromEntries(
    entries.map(([name, each], index) => [name, index === at ? replaced(each, rest, by) : each]),
  );
}

const anyJson = fc.jsonValue({ noUnicodeString: false });
/** What tends to break readers: methods of all objects, wrong types, too much. */
const nasty = fc.oneof(
  anyJson,
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    '',
    -1,
    0.5,
    1e300,
    true,
    [null],
    [[[[]]]],
    { toString: 1, valueOf: 'x' },
    JSON.parse('{"__proto__":{"type":"TextQuoteSelector","exact":"x"}}'),
    { type: { type: 'Annotation' } },
    { type: ['TextQuoteSelector', 5], exact: 'x' },
    { '@value': 5 },
  ),
);

describe('readers of notes', () => {
  it('never throw on any JSON, and at most one claims it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        readsWhole(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each(NAMES)('lose no entry of %s, whatever is changed in it', (_id, format) => {
    const file: unknown = JSON.parse(writtenJson(format, model));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 }), nasty, (path, by) => {
        readsWhole(JSON.stringify(replaced(file, path, by)));
      }),
      { numRuns: 600 },
    );
  });

  it.each(NAMES)('call %s damaged that was cut off anywhere behind its head', (_id, format) => {
    const file = writtenJson(format, model).trimEnd();
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), (length) => {
        const read = readNotes(file.slice(0, length));
        expect(read.ok ? 'read' : read.reason).toBeOneOf(length < 200 ? ['damaged', 'unknown'] : ['damaged']);
      }),
      { numRuns: 200 },
    );
  });

  it.each(NAMES)('read 10,000 entries of %s', (id, format) => {
    const file = writtenJson(format, many);
    expect(readBack(id, file).notes).toHaveLength(10_000);
  });

  it('take long lists of entries that are none', () => {
    const items = Array.from({ length: 200_000 }, () => 0);
    const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items };
    expect(readBack('w3c', JSON.stringify(page)).refused).toHaveLength(200_000);
  });

  it('take no list that has no end to speak of, and look at few entries to tell what it is', () => {
    const context = '"@context":"http://www.w3.org/ns/anno.jsonld"';
    const list = (entry: string): string => `[${Array.from({ length: 410_000 }, () => entry).join(',')}]`;
    expect(readNotes(list('{}'))).toEqual({ ok: false, reason: 'unknown' });
    for (const file of [
      `{${context},"type":"AnnotationPage","items":${list('0')}}`,
      `{${context},"type":"AnnotationPage","items":${list('[]')}}`,
      `{${context},"type":"AnnotationSet","items":${list('0')}}`,
      `{"total":1,"rows":[{"uri":"https://example.org/"},${list('{}').slice(1)}}`,
      `{"program":"Zhupi","kind":"notes","format":1,"texts":${list('{}')},"notes":${list('0')}}`,
    ])
      expect(readNotes(file)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('refuse an entry with more parts than any program writes', () => {
    const many_ = Array.from({ length: 2_000 }, () => ({ type: 'TextQuoteSelector', exact: '甲' }));
    const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: many_ };
    for (const entry of [page, { ...page, target: { selector: many_ } }, { ...page, target: 'x', body: many_ }])
      expect(readBack('w3c', JSON.stringify(entry)).refused).toMatchObject([{ why: 'unreadable', words: '甲' }]);
  });

  it.each(NAMES)('read %s in steps, of which none is long', (_id, format) => {
    const reading = readingNotes(writtenJson(format, many));
    let steps = 0;
    while (reading.next().done !== true) steps++;
    expect(steps).toBeGreaterThan(300);
  });

  it('take what is nested as deep as JSON can be', () => {
    const deep = (open: string, close: string, inner: string): string =>
      open.repeat(50_000) + inner + close.repeat(50_000);
    readsWhole(`[{"type":"Annotation"},${deep('[', ']', '{"type":"Annotation"}')}]`);
    const target = `{"selector":${deep('{"type":"CssSelector","refinedBy":', '}', '1')}}`;
    readsWhole(`{"type":"Annotation","target":${target}}`);
    readsWhole(`{"type":"Annotation","target":"x","body":${deep('{"items":[', ']}', '1')}}`);
  });
});

describe('10,000 notes', () => {
  it.each(NAMES)('leave by %s in parts, one for each', (_id, format) => {
    const written = format.write(many, FIRST_OPTIONS);
    const parts = written.kind === 'text' ? written.parts : written.kind === 'archive' ? written.entries[0]?.parts : [];
    const iterator = (parts ?? [])[Symbol.iterator]();
    let count = 0;
    let longest = 0;
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
      count++;
      longest = Math.max(longest, next.value.length);
    }
    // The head, a note each, the end.
    expect(count).toBe(10_002);
    expect(longest).toBeLessThan(3_000);
  });
});
