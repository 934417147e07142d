import { expect, it } from 'vitest';
import type { WordDocument, WordPiece } from '#core/exchange/document/word-document';
import { paperOfWord } from '../../../../renderer/features/export/paper';

const run = (words: string, parts: object = {}): WordPiece => ({ kind: 'run', run: { words, ...parts } });
const begin = (comment: number): WordPiece => ({ kind: 'begin', comment });
const end = (comment: number): WordPiece => ({ kind: 'end', comment });

const documentOf = (paragraphs: WordDocument['paragraphs']): WordDocument => ({
  ...{ title: '題', author: '', language: 'zh-Hant', paragraphs },
  comments: [
    { author: '甲', at: 0, lines: ['一', '二'] },
    { author: '乙', at: 0, lines: ['三'] },
  ],
});

it('a document for Word reads as its words, with marks and comments where they are', () => {
  const pieces = [run('前'), begin(0), run('一'), begin(1), run('二'), end(0), run('三')];
  const { paragraphs, isWhole } = paperOfWord(
    documentOf([
      { style: 'title', pieces: [run('題')] },
      { style: 'paragraph', pieces },
      { style: 'paragraph', pieces: [run('四'), end(1), run('五')] },
    ]),
  );
  expect(isWhole).toBe(true);
  expect(paragraphs).toEqual([
    { style: 'title', pieces: [{ words: '題', isMarked: false }], comments: [] },
    {
      style: 'paragraph',
      pieces: [
        { words: '前', isMarked: false },
        { words: '一', isMarked: true },
        { words: '二', isMarked: true },
        { words: '三', isMarked: true },
      ],
      comments: [{ author: '甲', at: 0, lines: ['一', '二'] }],
    },
    {
      style: 'paragraph',
      pieces: [
        { words: '四', isMarked: true },
        { words: '五', isMarked: false },
      ],
      comments: [{ author: '乙', at: 0, lines: ['三'] }],
    },
  ]);
});

it('of a long document the beginning is shown', () => {
  const many = Array.from({ length: 100 }, () => ({ style: 'paragraph' as const, pieces: [run('長'.repeat(1000))] }));
  const byWords = paperOfWord(documentOf(many));
  expect([byWords.paragraphs.length, byWords.isWhole]).toEqual([8, false]);
  const short = Array.from({ length: 3_000 }, () => ({ style: 'paragraph' as const, pieces: [run('短')] }));
  const byPieces = paperOfWord(documentOf(short));
  expect([byPieces.paragraphs.length, byPieces.isWhole]).toEqual([1_200, false]);
});
