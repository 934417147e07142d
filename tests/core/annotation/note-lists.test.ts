import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  isIdle,
  newAnnotation,
  STYLES,
  styleAfter,
  type Annotation,
  type AnnotationEdit,
} from '#core/annotation/annotation';
import { inOrder, isLetThrough, NO_FILTER } from '#core/annotation/note-filter';
import { byText, placedFirst } from '#core/annotation/note-order';
import { NoteSearch, searchedWords } from '#core/annotation/note-search';
import { tagAt, tagCounts, tagsOfStep, withTagChanged } from '#core/annotation/tags';
import { loadFold } from '#core/search/fold';
import { foundStretches } from '#core/search/found-stretches';
import { codePointSpan } from '#core/support/offset';
import { exportedText } from '../../support/exported';
import { textOfLines } from '../../support/kept-records';

const mark = (changes: Partial<Annotation>): Annotation => ({
  ...newAnnotation({
    id: 'a',
    textId: 't',
    textHash: 'h',
    target: codePointSpan(0, 2),
    quote: { exact: '發展', prefix: '', suffix: '' },
    colour: 'yellow',
    script: 'original',
    created: 5,
  }),
  ...changes,
});

describe('a filter of notes', () => {
  it.each([
    ['no filter', {}, {}, true],
    ['one of several colours', { colours: ['red', 'yellow'] as const }, {}, true],
    ['another colour', { colours: ['red'] as const }, {}, false],
    ['another style', { styles: ['wavy'] as const }, {}, false],
    ['all of several tags', { tags: ['甲', '乙'] }, { tags: ['乙', '丙', '甲'] }, true],
    ['one of several tags', { tags: ['甲', '乙'] }, { tags: ['甲'] }, false],
    ['a note that is blank', { note: 'with' as const }, { note: ' \n' }, false],
    ['no note where none is wanted', { note: 'without' as const }, {}, true],
    ['the first moment', { from: 5, to: 6 }, { modified: 5 }, true],
    ['the moment after the last', { from: 5, to: 6 }, { modified: 6 }, false],
  ])('with %s', (_name, filter, changes, isThrough) => {
    expect(isLetThrough({ ...NO_FILTER, ...filter }, mark(changes))).toBe(isThrough);
  });

  it('sorts the last made or changed first', () => {
    const marks = [mark({ id: 'a', created: 1, modified: 9 }), mark({ id: 'b', created: 2, modified: 3 })];
    expect(inOrder(marks, 'created').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(inOrder(marks, 'modified').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(inOrder(marks, 'place')).toBe(marks);
  });
});

describe('a search of notes', async () => {
  const fold = await loadFold();
  const search = new NoteSearch(fold, { source: ({ quote }) => quote.exact, displayed: () => '因特網 / 網際網路' });
  it.each([
    ['发展', true],
    ['發展', true],
    ['网际网路', true],
    ['數據 发展', true],
    ['#翻译', true],
    ['ＡＢＣ', true],
    ['沒有', false],
    ['发展 沒有', false],
  ])('for %s', (typed, isFound) => {
    const note = mark({ note: '与数据庫对照 abc', tags: ['翻譯'] });
    expect(search.among([note], searchedWords(typed, fold))).toHaveLength(isFound ? 1 : 0);
  });

  it('marks the stretches that were found, in their own script', () => {
    const text = '發展之发展，展';
    const found = foundStretches(text, searchedWords('发展 展', fold), fold);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['發展', '发展', '展']);
  });

  it('finds stretches that are ascending, apart, and hold one of the words', () => {
    const words = fc.string({ unit: fc.constantFrom('發', '展', 'a', '\ud83d'), maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (text, wanted) => {
        let last = -1;
        for (const { start, end } of foundStretches(
          text,
          wanted.map((word) => fold.fold(word)),
          fold,
        )) {
          expect(start).toBeGreaterThan(last);
          expect(wanted.some((word) => word !== '' && text.slice(start, end).includes(word))).toBe(true);
          last = end;
        }
      }),
    );
  });
});

describe('tags', () => {
  it('are counted, those that most notes bear first', () => {
    expect(tagCounts([mark({ tags: ['乙', '甲'] }), mark({ tags: ['甲'] })])).toEqual([
      { tag: '甲', count: 2 },
      { tag: '乙', count: 1 },
    ]);
  });
  it.each([
    [['甲', '乙'], { from: '甲', to: '丙' }, ['丙', '乙']],
    [['甲', '乙'], { from: '甲', to: '乙' }, ['乙']],
    [['甲', '乙'], { from: '乙', to: undefined }, ['甲']],
    [['甲'], { from: '無', to: '丙' }, ['甲']],
  ])('%j with %j are %j', (tags, change, wanted) => {
    expect(withTagChanged(tags, change)).toEqual(wanted);
  });
  it.each([
    [[[['甲'], ['丙']]], '甲 → 丙'],
    [[[['甲', '乙'], ['乙']]], '甲'],
    [
      [
        [['甲', '乙'], ['乙']],
        [['甲'], ['乙']],
      ],
      '甲 → 乙',
    ],
  ])('changed as %j are said as %s', (changes, said) => {
    const step = {
      changes: changes.map(([before, after]) => ({
        before: { table: 'annotations' as const, record: mark({ tags: before ?? [] }) },
        after: { table: 'annotations' as const, record: mark({ tags: after ?? [] }) },
      })),
    };
    expect(tagsOfStep(step)).toBe(said);
  });
  it.each([
    ['甲, 乙', 1, '甲'],
    ['甲, 乙', 4, '乙'],
    ['甲, #乙', 5, '乙'],
    ['甲，', 2, ''],
    ['', 0, ''],
  ])('typed as %j at %i is %s', (typed, caret, words) => {
    expect(tagAt(typed, caret).words).toBe(words);
  });
});

describe('marks without a place', () => {
  const at = (id: string, start: number, changes: Partial<Annotation> = {}): Annotation =>
    mark({ id, target: codePointSpan(start, start + 1), ...changes });
  const old = { textHash: 'old', health: { state: 'orphan', textHash: 'h' } } as const;
  const ids = (marks: readonly Annotation[]): string => marks.map(({ id }) => id).join('');

  it('come after those that have one, in the text that is read and in any other', () => {
    const marks = [at('b', 1, old), at('c', 2), at('a', 0)];
    expect(ids(placedFirst(marks, 'h'))).toBe('cab');
    const open = { id: 't', sourceHash: 'h' };
    const others = [at('z', 5, { textId: 'u' }), at('y', 1, { ...old, textId: 'u' }), at('x', 0, { textId: 'u' })];
    expect(ids(byText([...others, ...marks], (id) => id, open))).toBe('acbxzy');
    expect(ids(byText([...others, ...marks], (id) => (id === 't' ? '2' : '1'), open))).toBe('xzyacb');
  });

  it('come last in an export', async () => {
    const text = textOfLines('t', 'h', ['天地玄黃']);
    const { notes } = await exportedText(text, [at('b', 1, old), at('c', 2), at('a', 0)]);
    expect(notes.map(({ annotation }) => annotation.id).join('')).toBe('acb');
  });
});

describe('a colour or style', () => {
  it('that a mark has already changes nothing', () => {
    const red = mark({ colour: 'red', style: 'wavy' });
    expect(isIdle(red, { kind: 'recolour', colour: 'red' })).toBe(true);
    expect(isIdle(red, { kind: 'recolour', colour: 'blue' })).toBe(false);
    expect(isIdle(red, { kind: 'restyle', style: 'wavy' })).toBe(true);
    expect(isIdle(red, { kind: 'restyle', style: 'outline' })).toBe(false);
  });

  it.each<[AnnotationEdit, AnnotationEdit]>([
    [
      { kind: 'note', note: '記' },
      { kind: 'note', note: '' },
    ],
    [
      { kind: 'tags', tags: ['甲', '乙'] },
      { kind: 'tags', tags: ['乙', '甲'] },
    ],
    [
      { kind: 'add-tags', tags: ['乙'] },
      { kind: 'add-tags', tags: ['乙', '丙'] },
    ],
    [{ kind: 'restore' }, { kind: 'delete' }],
    [{ kind: 'accept' }, { kind: 'purge' }],
  ])('nor does %o, but %o does', (idle, other) => {
    const noted = mark({ note: '記', tags: ['甲', '乙'] });
    expect([isIdle(noted, idle), isIdle(noted, other)]).toEqual([true, false]);
    expect(edited(noted, idle, 9)).toEqual({ ...noted, modified: 9, rev: noted.rev + 1 });
    const gone = edited(edited(noted, { kind: 'purge' }, 9), { kind: 'delete' }, 9);
    expect(['delete', 'purge', 'restore'].map((kind) => isIdle(gone, { kind } as AnnotationEdit))).toEqual([
      ...[true, true, false],
    ]);
  });

  it('follows each other, and the last leads to the first', () => {
    expect(STYLES.map(styleAfter)).toEqual([...STYLES.slice(1), STYLES[0]]);
  });
});
