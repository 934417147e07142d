import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  formatTags,
  inReadingOrder,
  isInBin,
  isLive,
  newAnnotation,
  parseTags,
  type Annotation,
} from '#core/annotation/annotation';
import { codePointSpan } from '#core/support/offset';

const made = (start: number, end: number, id = 'a', created = 1): Annotation =>
  newAnnotation({
    id,
    textId: 't',
    textHash: 'h',
    target: codePointSpan(start, end),
    quote: { exact: 'x', prefix: '', suffix: '' },
    colour: 'yellow',
    script: 'original',
    created,
  });

describe('editing a mark', () => {
  it('grows its revision, notes the time, and leaves the one before as it was', () => {
    const first = Object.freeze(made(0, 2));
    const second = edited(first, { kind: 'note', note: '記' }, 5);
    const third = edited(second, { kind: 'tags', tags: ['甲'] }, 6);
    const fourth = edited(third, { kind: 'recolour', colour: 'blue' }, 7);
    expect(first).toMatchObject({ rev: 1, note: '', modified: 1 });
    expect(fourth).toMatchObject({ rev: 4, note: '記', tags: ['甲'], colour: 'blue', modified: 7, created: 1 });
  });

  it('adds tags to those there are, each once', () => {
    const tagged = edited(made(0, 2), { kind: 'tags', tags: ['甲', '乙'] }, 5);
    expect(edited(tagged, { kind: 'add-tags', tags: ['乙', '丙', '丙'] }, 6).tags).toEqual(['甲', '乙', '丙']);
  });

  it('keeps every place that a mark has had', () => {
    const to = { target: codePointSpan(1, 3), textHash: 'h2', quote: { exact: 'y', prefix: '', suffix: '' } };
    const moved = edited(made(0, 2), { kind: 'retarget', to }, 5);
    expect(moved).toMatchObject({ ...to, rev: 2 });
    expect(moved.history).toEqual([
      { target: codePointSpan(0, 2), textHash: 'h', quote: { exact: 'x', prefix: '', suffix: '' }, until: 5 },
    ]);
    expect(edited(moved, { kind: 'restyle', style: 'wavy' }, 6)).toMatchObject({
      style: 'wavy',
      history: moved.history,
    });
  });

  it('forgets what a mark said when the bin is emptied, and keeps a sign that it is gone', () => {
    const noted = edited(made(0, 2), { kind: 'note', note: '記' }, 2);
    const binned = edited(noted, { kind: 'delete' }, 3);
    const gone = edited(binned, { kind: 'purge' }, 4);
    expect([isInBin(noted), isInBin(binned), isInBin(gone), isLive(gone)]).toEqual([false, true, false, false]);
    expect(gone).toMatchObject({ note: '', quote: { exact: '' }, deleted: 3, purged: 4, rev: 4 });
    expect(JSON.stringify(gone)).not.toMatch(/記|"x"/);
  });

  it('deletes by a sign that can be taken back, and loses nothing', () => {
    const noted = edited(made(0, 2), { kind: 'note', note: '記' }, 2);
    const deleted = edited(noted, { kind: 'delete' }, 3);
    expect([isLive(deleted), deleted.deleted, deleted.note]).toEqual([false, 3, '記']);
    const restored = edited(deleted, { kind: 'restore' }, 4);
    expect(restored).toEqual({ ...noted, modified: 4, rev: 4 });
    expect('deleted' in restored).toBe(false);
  });
});

describe('reading order', () => {
  it('is by place, the longer first, then by age', () => {
    const marks = [made(5, 6, 'e'), made(0, 2, 'b'), made(0, 9, 'a'), made(0, 2, 'c', 2), made(1, 2, 'd')];
    expect(inReadingOrder(marks).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('does not depend on the order before', () => {
    const marks = [made(5, 6, 'e'), made(0, 2, 'b'), made(0, 9, 'a'), made(0, 2, 'c'), made(0, 2, 'd')];
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: marks.length }), (shuffled) => {
        expect(inReadingOrder(shuffled)).toEqual(inReadingOrder(marks));
      }),
    );
  });
});

describe('tags as typed', () => {
  it.each([
    ['翻譯, term', ['翻譯', 'term']],
    ['#翻譯，＃term；翻譯', ['翻譯', 'term']],
    ['甲、乙;丙', ['甲', '乙', '丙']],
    [' , ,# ', []],
    ['two words', ['two words']],
  ])('%j are %j', (typed, tags) => {
    expect(parseTags(typed)).toEqual(tags);
    expect(parseTags(formatTags(tags))).toEqual(tags);
  });
});
