import { expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { FIRST_OPTIONS, type Format, type Written } from '#core/exchange/format';
import { FORMATS } from '#core/exchange/formats';
import { checkTemplate } from '#core/exchange/markdown/markdown-template';
import { markdown } from '#core/exchange/markdown/markdown';
import type { NotesModel } from '#core/exchange/notes-model';
import { word } from '#core/exchange/document/word';
import { loadProjector } from '#core/script/projector';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { byTexts } from '../../../../renderer/features/export/chosen-notes';
import { makeExport, SHOWN_UNITS, type Order } from '../../../../renderer/features/export/make-export';
import { shownLike } from '../../../../renderer/features/export/texts-elsewhere';
import { previewOf, previewOfBeginning } from '../../../../renderer/features/export/preview-of';
import { Slices } from '../../../../renderer/slices';
import { correction } from '../../../support/corrections';
import { marksOnLines, modelOn, writtenText } from '../../../support/exported';
import { mark, textOfLines } from '../../../support/kept-records';

/** A format made by hand, that writes what is given. */
const formatOf = (write: Format['write'], extension = 'txt'): Format => ({
  ...{ id: 'made-by-hand', extension, words: markdown.words, options: [], write },
});

const shownOf = (text: Text) => async (): Promise<ShownText> =>
  new ShownText(text, await loadProjector(text.script, 'original'), true);

const { text: lines, annotations: marks } = marksOnLines(['甲乙丙', '丁戊己', '庚辛壬'], () => ({ note: '記' }));

const orderOf = (parts: Partial<Order>): Order => ({
  format: markdown,
  options: FIRST_OPTIONS,
  notes: [{ textId: lines.id, annotations: marks }],
  head: { version: '1', exported: 0, language: 'en', mode: 'original', palette: FIRST_PALETTE },
  titleOf: (id) => `title of ${id}`,
  shownOf: shownOf(lines),
  ...parts,
});

const freely = (signal = new AbortController().signal): Slices =>
  new Slices({ now: () => performance.now(), pause: () => Promise.resolve() }, signal);

const UNWATCHED = { onProgress: () => undefined, onBeginning: () => undefined };

async function made(parts: Partial<Order>) {
  const outcome = await makeExport(orderOf(parts), freely(), UNWATCHED);
  if (!outcome.ok) throw new Error('it was cancelled');
  return outcome.value;
}

const textIn = (content: { readonly kind: string; readonly text?: string }): string => content.text ?? '';

it('makes the very file that the format writes when all of it is taken at once', async () => {
  const model = await modelOn(lines, marks, { version: '1' });
  const { content, bytes } = await made({});
  expect(content).toEqual({ kind: 'text', text: writtenText(markdown, model) });
  expect(bytes).toBe(Buffer.byteLength(textIn(content)));
});

it('gives each format its kind of content', async () => {
  const archive: Written = {
    kind: 'archive',
    entries: [
      { path: 'mimetype', parts: ['application/zip'] },
      { path: 'annotations.json', parts: ['{', '}'] },
    ],
  };
  expect((await made({ format: formatOf(() => archive) })).content).toEqual({
    kind: 'archive',
    entries: [
      { path: 'mimetype', text: 'application/zip' },
      { path: 'annotations.json', text: '{}' },
    ],
  });
  const pdf: Written = { kind: 'pdf', parts: ['<p>', '甲</p>'], lines: 'vertical' };
  const printed = await made({ format: formatOf(() => pdf, 'pdf') });
  expect(printed).toEqual({ content: { kind: 'pdf', html: '<p>甲</p>', lines: 'vertical' }, bytes: undefined });
});

it('hands a document for Word over as JSON that says the same', async () => {
  const { text, annotations } = marksOnLines(Array.from({ length: 120 }, (_line, index) => `第${index}行`));
  const notes = [{ textId: text.id, annotations }];
  for (const each of [notes, []]) {
    const { content, document } = await made({ format: word, notes: each, shownOf: shownOf(text) });
    if (content.kind !== 'word') throw new Error('it is no document for Word');
    expect(JSON.parse(content.document)).toEqual(document);
    expect(document?.comments).toHaveLength(each.length * 120);
  }
});

it('tells how far it is, up to all of it', async () => {
  const told: (readonly [number, number])[] = [];
  const watch = { ...UNWATCHED, onProgress: (done: number, total: number) => void told.push([done, total]) };
  await makeExport(orderOf({}), freely(), watch);
  const parts = told.map(([done, total]) => done / total);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(told[0]).toEqual([1, 6]);
  expect(parts.at(-1)).toBe(1);
});

it('shows the beginning of a long file once, before it is whole, and keeps all of it', async () => {
  const part = `${'長'.repeat(999)}\n`;
  const format = formatOf(() => ({ kind: 'text', parts: Array.from({ length: 200 }, () => part) }));
  const beginnings: string[] = [];
  const watch = { ...UNWATCHED, onBeginning: (text: string) => void beginnings.push(text) };
  const outcome = await makeExport(orderOf({ format }), freely(), watch);
  expect(outcome.ok && outcome.value).toEqual({ content: { kind: 'text', text: part.repeat(200) }, bytes: 599_600 });
  expect(beginnings).toHaveLength(1);
  const beginning = previewOfBeginning(format, beginnings[0] ?? '');
  expect(beginning).toEqual({ kind: 'text', text: part.repeat(65), isWhole: false });
  expect(outcome.ok && previewOf(format, outcome.value)).toEqual(beginning);
});

it('cuts no character in two where a file has no lines', async () => {
  const format = formatOf(() => ({ kind: 'text', parts: [`a${'𠮷'.repeat(SHOWN_UNITS)}`] }));
  const preview = previewOf(format, await made({ format }));
  expect(preview.kind === 'text' && preview.text).toBe(`a${'𠮷'.repeat(SHOWN_UNITS / 2 - 1)}`);
});

it('ends where it is cancelled, while it gathers and while it writes', async () => {
  for (const at of [1, 4]) {
    const controller = new AbortController();
    let last = 0;
    const watch = {
      ...UNWATCHED,
      onProgress: (done: number) => {
        last = done;
        if (done === at) controller.abort();
      },
    };
    expect(await makeExport(orderOf({}), freely(controller.signal), watch)).toEqual({ ok: false, reason: 'cancelled' });
    expect(last).toBe(at);
  }
});

it('a fault of a format is thrown, not taken for an empty file', async () => {
  const format = formatOf(() => ({
    kind: 'text',
    parts: (function* () {
      yield 'begun';
      throw new Error('a fault of the format');
    })(),
  }));
  await expect(makeExport(orderOf({ format }), freely(), UNWATCHED)).rejects.toThrow('a fault of the format');
});

it('tells the fault of a template that only these notes bring to light', async () => {
  const template = '{{ count }}{% if count == 3 %}{{ exported | date: "%9999999999Y" }}{% endif %}';
  expect(checkTemplate(template).ok).toBe(true);
  const { fault } = await made({ options: { ...FIRST_OPTIONS, layout: 'template', template } });
  expect(fault?.kind).toBe('too-much');
});

it('gives notes on texts that are not at hand by the words that were kept with them', async () => {
  const models: NotesModel[] = [];
  const format = formatOf((model) => {
    models.push(model);
    return { kind: 'text', parts: [] };
  });
  const gone: Annotation[] = [
    mark('b', { textId: 'gone', modified: 2, textHash: 'later' }),
    mark('a', { textId: 'gone', modified: 1, textHash: 'earlier' }),
  ];
  const here = shownOf(lines);
  const notes = byTexts([...gone, ...marks], (id) => (id === 'gone' ? '乙' : '甲'));
  await made({ format, notes, shownOf: (id) => (id === 'gone' ? Promise.resolve(undefined) : here()) });
  const [model] = models;
  expect(model?.texts.map(({ id, shown, notes: of }) => [id, shown === undefined, of.length])).toEqual([
    ['gone', true, 2],
    [lines.id, false, 3],
  ]);
  const [unseen] = model?.texts ?? [];
  expect(unseen).toMatchObject({ title: 'title of gone', sourceHash: 'later', language: 'zh' });
  expect(unseen?.notes.map(({ displayed, source, paragraphs }) => [displayed, source, paragraphs])).toEqual([
    ['引a', '引a', undefined],
    ['引b', '引b', undefined],
  ]);
  // Every format there is takes them: without a place, and without the text.
  for (const each of FORMATS) {
    const { content } = await made({ format: each, notes, shownOf: () => Promise.resolve(undefined) });
    expect(JSON.stringify(content), each.id).toContain('引a');
  }
});

it('shows other texts as the one that is read is shown, with what the reader has corrected', async () => {
  const read: Text = { ...lines, script: 'hans' };
  const other: Text = { ...textOfLines('other', 'h', ['优化全局']), script: 'hans' };
  const shown = new ShownText(read, await loadProjector('hans', 'taiwan-phrases'), false);
  const of = shownLike({
    quotes: 'as-shown',
    ...{ shown, mode: 'taiwan-phrases', careful: false },
    read: (id) => Promise.resolve(id === 'other' ? other : undefined),
    corrections: () => [correction('全局', '全局')],
  });
  expect(await of(read.id)).toBe(shown);
  expect(await of('nowhere')).toBeUndefined();
  const elsewhere = await of('other');
  expect(elsewhere?.block(0).display).toBe('最佳化全局');
  expect(elsewhere?.repairs).toBe(false);
});
