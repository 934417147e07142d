import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { EPUB_CONTEXT, epubAnnotations } from '#core/exchange/json/epub-annotations';
import type { Format } from '#core/exchange/format';
import { hypothesis } from '#core/exchange/json/hypothesis';
import { noteCount, type NotesModel } from '#core/exchange/notes-model';
import { readium } from '#core/exchange/json/readium';
import { ANNOTATION_CONTEXT, webAnnotation } from '#core/exchange/json/web-annotation';
import { zhupiNotes } from '#core/exchange/json/zhupi-notes';
import { bundledText } from '../support/bundled-text';
import { firstOf, writtenJson } from '../support/data-formats';
import { marksOnLines, modelOn } from '../support/exported';
import { HOSTILE_NOTES } from '../support/hostile-notes';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';

const json = (path: string): object => JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as object;

function schemaOf(path: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(json(path));
}

/** Each format with the rules of its readers. */
const RULES: readonly (readonly [string, Format, ValidateFunction])[] = [
  ['zhupi', zhupiNotes, schemaOf('../../resources/schemas/zhupi-notes-1.schema.json')],
  ['w3c', webAnnotation, schemaOf('../fixtures/web-annotation.schema.json')],
  ['readium', readium, schemaOf('../fixtures/readium-annotation-set.schema.json')],
  ['epub', epubAnnotations, schemaOf('../fixtures/epub-annotations.schema.json')],
  ['hypothesis', hypothesis, schemaOf('../fixtures/hypothesis.schema.json')],
];

let varied: NotesModel;
let hostile: NotesModel;
let marks: readonly Annotation[];
beforeAll(async () => {
  const text = await bundledText();
  const parts = { palette: VARIED_PALETTE, mode: 'taiwan-phrases' } as const;
  varied = await modelOn(text, variedNotes(text), parts);
  const words = Object.values(HOSTILE_NOTES);
  const lines = marksOnLines(words, (line) => ({ note: words[line] ?? '', tags: [words[line] ?? ''] }));
  marks = lines.annotations;
  hostile = await modelOn({ ...lines.text, title: words.slice(0, -1).join('') }, marks);
});

/** All words anywhere in a value. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

describe('ajv finds nothing amiss', () => {
  it.each(RULES)('in %s', (_id, format, isValid) => {
    for (const model of [varied, hostile]) {
      for (const author of ['', '王 <a>&"\ud800']) {
        expect(
          isValid(JSON.parse(writtenJson(format, model, { author, quotes: 'both' }))),
          JSON.stringify(isValid.errors),
        ).toBe(true);
      }
    }
  });

  it.each<
    readonly [string, string, (file: Record<string, unknown>, first: Record<string, Record<string, unknown>>) => void]
  >([
    ['w3c', 'an annotation without an id', (_file, first) => delete first['id']],
    [
      'w3c',
      'an annotation of another context',
      (_file, first) => Object.assign(first, { '@context': 'http://www.w3.org/ns/oa' }),
    ],
    ['w3c', 'a relative id', (_file, first) => Object.assign(first, { id: 'anno1' })],
    ['w3c', 'a time without a zone', (_file, first) => Object.assign(first, { created: '2026-11-01T08:01:00' })],
    ['w3c', 'a target without a source', (_file, first) => delete first['target']?.['source']],
    ['readium', 'an item without a context', (_file, first) => delete first['@context']],
    ['readium', 'an item that was never made', (_file, first) => delete first['created']],
    ['readium', 'a selector that is no list', (_file, first) => Object.assign(first['target'] ?? {}, { selector: {} })],
    ['readium', 'two tags', (_file, first) => Object.assign(first['body'] ?? {}, { tag: ['一', '二'] })],
    ['readium', 'a creator that is no list', (file) => Object.assign(file['about'] ?? {}, { 'dc:creator': '王' })],
    ['epub', 'another context', (file) => Object.assign(file, { '@context': ANNOTATION_CONTEXT })],
    ['epub', 'Markdown', (_file, first) => Object.assign(first['body'] ?? {}, { format: 'text/markdown' })],
    ['epub', 'a seventh colour', (_file, first) => Object.assign(first['body'] ?? {}, { color: 'red' })],
    ['epub', 'tags that are no list', (_file, first) => Object.assign(first['body'] ?? {}, { tags: '一' })],
    ['epub', 'a term of nobody', (_file, first) => Object.assign(first['body'] ?? {}, { own: 'x' })],
    ['hypothesis', 'two targets', (_file, first) => Object.assign(first, { target: [{}, {}] })],
    ['hypothesis', 'no address', (_file, first) => delete first['uri']],
  ])('but would in %s with %s', (id, _what, spoil) => {
    const [, format, isValid] = firstOf(RULES.filter(([each]) => each === id));
    const file = JSON.parse(writtenJson(format, varied)) as Record<string, unknown>;
    const [first] = (file['items'] ?? file['annotations']) as Record<string, Record<string, unknown>>[];
    spoil(file, first ?? {});
    expect(isValid(file)).toBe(false);
  });
});

describe('a plain JSON parser finds every word', () => {
  it.each(RULES)('in %s', (id, format) => {
    const words = new Set(wordsOf(JSON.parse(writtenJson(format, hostile))));
    for (const { note, quote, tags } of marks) {
      expect(words).toContain(note);
      expect(words).toContain(quote.exact);
      for (const tag of tags) expect(id === 'readium' || words.has(tag)).toBe(true);
    }
  });
});

/** The contexts that files name, from what is written down of them; nothing else can be loaded. */
const contexts = new Map<string, object>([[ANNOTATION_CONTEXT, json('../fixtures/web-annotation-context.json')]]);
const documentLoader = (url: string) => {
  const document = contexts.get(url);
  if (document === undefined) return Promise.reject(new Error(`${url} is not at hand`));
  return Promise.resolve({ contextUrl: undefined, documentUrl: url, document });
};

describe('jsonld.js expands W3C Web Annotations', () => {
  // In safe mode it throws where a term means nothing and would be left out.
  const options = { documentLoader, safe: true } as jsonld.Options.Expand;
  const expanded = async (model: NotesModel, author = '王'): Promise<readonly object[]> =>
    jsonld.expand(
      JSON.parse(writtenJson(webAnnotation, model, { author, quotes: 'both' })) as jsonld.JsonLdDocument,
      options,
    );

  it('and loses no annotation and no word', async () => {
    for (const model of [varied, hostile]) {
      const page = await expanded(model);
      const text = JSON.stringify(page);
      expect(text.match(/"http:\/\/www\.w3\.org\/ns\/oa#Annotation"/g)).toHaveLength(noteCount(model));
      const words = new Set(wordsOf(page));
      const given = wordsOf(JSON.parse(writtenJson(webAnnotation, model, { author: '王', quotes: 'both' })));
      // Types and purposes became addresses; all else is there as it was.
      const lost = given.filter((each) => !words.has(each) && ![...words].some((word) => word.endsWith(`#${each}`)));
      expect(new Set(lost)).toEqual(
        new Set([
          ...[ANNOTATION_CONTEXT, 'AnnotationPage', 'AnnotationCollection', 'Software', 'CssStylesheet', 'Person'],
        ]),
      );
    }
  });

  it('to the addresses of the vocabulary, with numbers and times as such', async () => {
    const text = JSON.stringify(await expanded(varied));
    for (const term of [
      'hasBody',
      'hasTarget',
      'hasSource',
      'hasSelector',
      'styledBy',
      'styleClass',
      'exact',
      'motivatedBy',
    ]) {
      expect(text).toContain(`"http://www.w3.org/ns/oa#${term}"`);
    }
    expect(text).toContain(
      '"http://www.w3.org/ns/oa#start":[{"@type":"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"',
    );
    expect(text).toContain('"@type":"http://www.w3.org/2001/XMLSchema#dateTime"');
    expect(text).not.toContain('"@id":"commenting"');
  });

  it('and would say so if a term meant nothing', async () => {
    const page = JSON.parse(writtenJson(webAnnotation, varied)) as Record<string, unknown>;
    await expect(jsonld.expand({ ...page, colour: 'red' }, options)).rejects.toThrow();
    await expect(jsonld.expand({ ...page, '@context': EPUB_CONTEXT }, options)).rejects.toThrow();
  });
});
