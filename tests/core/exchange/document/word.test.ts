import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { wordDocument } from '#core/exchange/document/word';
import { wordDocumentSchema, type WordDocument } from '#core/exchange/document/word-document';
import { parsePalette } from '#core/annotation/palette';
import { exportedText, markAt, marksOnLines, modelOf } from '../../../support/exported';
import { HOSTILE_NOTES } from '../../../support/hostile-notes';

async function documentOf(parts: Partial<Annotation>, options = {}, model = {}): Promise<WordDocument> {
  const { text } = marksOnLines(['甲乙丙丁', '戊己']);
  const notes = await exportedText(
    text,
    [markAt(text, 1, 1, 3, parts)],
    'original',
    parsePalette({ labels: { red: '存疑' } }),
  );
  return wordDocument(modelOf([notes], model), { ...FIRST_OPTIONS, ...options });
}

describe('a comment of a Word document', () => {
  it.each<readonly [string, Partial<Annotation>, object, readonly string[]]>([
    ['the plain words of a note, line by line', { note: '**甲**\n乙\n\n- 丙' }, {}, ['甲', '乙', '丙']],
    ['tags', { tags: ['翻譯', 'two words'] }, {}, ['#翻譯 #two words']],
    ['what the colour means', { colour: 'red', note: '甲' }, {}, ['甲', '存疑']],
    ['what the colour is called, where nothing else is said', {}, {}, ['Yellow']],
    ['where it stands, if asked', {}, { citation: true }, ['Yellow', '《《lines》》, ¶ 1']],
  ])('says %s', async (_what, parts, options, lines) => {
    expect((await documentOf(parts, options)).comments).toEqual([
      { author: 'Zhupi', at: Date.UTC(2026, 10, 1, 8, 1), lines },
    ]);
  });

  it('speaks the language of the model', async () => {
    expect((await documentOf({}, {}, { language: 'zh-Hans' })).comments[0]?.lines).toEqual(['黄']);
  });

  it('gives the quote as in the source where the text shows other words', async () => {
    const { text } = marksOnLines(['優化硬體']);
    const notes = await exportedText(text, [markAt(text, 1, 0, 4)], 'simplified');
    const model = modelOf([notes], { mode: 'simplified' });
    const linesOf = (quotes: 'displayed' | 'source' | 'both') =>
      wordDocument(model, { ...FIRST_OPTIONS, quotes }).comments[0]?.lines;
    expect(linesOf('displayed')).toEqual(['Yellow']);
    expect(linesOf('both')).toEqual(['Yellow', 'As in the source: 優化硬體']);
    expect(linesOf('source')).toEqual(linesOf('both'));
  });

  it.each([
    ['王小明', '王小明'],
    ['  a\nb ', 'a b'],
    [' ', 'Zhupi'],
    ['長'.repeat(80), '長'.repeat(54)],
  ])('is by %j as %j', async (author, written) => {
    expect((await documentOf({}, { author })).comments[0]?.author).toBe(written);
  });

  it('has a time that a calendar has, whatever the record says', async () => {
    expect((await documentOf({ created: 1e300 }, {}, { exported: 5 })).comments[0]?.at).toBe(5);
  });
});

describe('a Word document', () => {
  it('begins and ends each comment around its very words, also over paragraphs and within others', async () => {
    const { text } = marksOnLines(['甲乙丙丁', '戊己']);
    const marks = [markAt(text, 1, 1, 6, { style: 'wavy' }), markAt(text, 2, 2, 3)];
    const { paragraphs } = wordDocument(modelOf([await exportedText(text, marks)]), FIRST_OPTIONS);
    const drawn = paragraphs
      .filter(({ style }) => style === 'paragraph')
      .map(({ pieces }) =>
        pieces
          .map((piece) =>
            piece.kind === 'run' ? piece.run.words : `${piece.kind === 'begin' ? '<' : '>'}${piece.comment}`,
          )
          .join(' '),
      );
    expect(drawn).toEqual(['甲 <0 乙 <1 丙 >1 丁', '戊 >0 己']);
    const third = paragraphs.find(({ style }) => style === 'paragraph')?.pieces[4];
    expect(third).toEqual({
      kind: 'run',
      run: { words: '丙', shading: 'ffe597', underline: { kind: 'wave', colour: '937100' } },
    });
  });

  it('has a comment on the words of each note without a place, after the text', async () => {
    const { text } = marksOnLines(['甲乙丙丁', '戊己']);
    const lost = { ...markAt(text, 1, 1, 6), textHash: 'cd'.repeat(32) };
    const { paragraphs, comments } = wordDocument(modelOf([await exportedText(text, [lost])]), FIRST_OPTIONS);
    expect(comments).toHaveLength(1);
    expect(paragraphs.slice(-2).map(({ style, pieces }) => [style, ...pieces.map(({ kind }) => kind)])).toEqual([
      ['quote', 'begin', 'run'],
      ['quote', 'run', 'end'],
    ]);
  });

  it.each(Object.entries(HOSTILE_NOTES))('holds no sign that XML cannot: %s', async (_name, note) => {
    const { text } = marksOnLines([note.replace(/\n/g, ' ') || '空']);
    const notes = await exportedText({ ...text, title: note }, [markAt(text, 1, 0, 1, { note, tags: [note] })]);
    const document = wordDocument(modelOf([notes]), { ...FIRST_OPTIONS, author: note });
    expect(wordDocumentSchema.parse(document)).toEqual(document);
    expect(JSON.stringify(document)).not.toMatch(/\\u00[01]|\\ud[89a-f]|[\ufffe\uffff\u202e]/);
  });
});
