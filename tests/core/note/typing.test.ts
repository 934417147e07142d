import { describe, expect, it } from 'vitest';
import { nextItem, toggled, type FieldChange } from '#core/note/typing';
import { describeReference, labelOf, referenceAt } from '#core/note/reference';
import { excerptOf } from '#core/note/excerpt';
import { parseMarkLink } from '#core/exchange/mark-link';
import { partsOfNote } from '#core/note/markup';

/** A field with its selection in brackets: `a[b]c`. */
function content(shown: string) {
  const start = shown.indexOf('[');
  const end = shown.indexOf(']') - 1;
  return { value: shown.replace('[', '').replace(']', ''), start, end };
}

function after(shown: string, change: FieldChange | undefined): string | undefined {
  if (change === undefined) return undefined;
  const { value } = content(shown);
  const changed = value.slice(0, change.from) + change.words + value.slice(change.to);
  const [start, end] = change.selected;
  return `${changed.slice(0, start)}[${changed.slice(start, end)}]${changed.slice(end)}`;
}

describe('the keys of a note', () => {
  it.each([
    ['甲[乙]丙', '**', '甲**[乙]**丙'],
    ['甲**[乙]**丙', '**', '甲[乙]丙'],
    ['甲[]丙', '*', '甲*[]*丙'],
    ['甲*[乙]*丙', '*', '甲[乙]丙'],
    ['**[乙]**', '*', '***[乙]***'],
    ['***[乙]***', '*', '**[乙]**'],
    ['***[乙]***', '**', '*[乙]*'],
  ] as const)('change %s by %s to %s', (before, sign, wanted) => {
    expect(after(before, toggled(content(before), sign))).toBe(wanted);
  });

  it.each([
    ['- 甲[]', '- 甲\n- []'],
    ['  * 甲[]乙', '  * 甲\n  * []乙'],
    ['1. 甲[]', '1. 甲\n2. []'],
    ['9) 甲[]', '9) 甲\n10) []'],
    ['- [x] 甲'.replace('[x]', '(x)') + '[]', '- (x) 甲\n- []'],
    ['甲\n- []', '甲\n[]'],
    ['甲\n- []\n乙', '甲\n[]\n乙'],
    ['- []甲', '- \n- []甲'],
    ['1. []甲\n', '1. \n2. []甲\n'],
    ['甲[]', undefined],
    ['-甲[]', undefined],
    ['- 甲[乙]', undefined],
  ])('at Enter turn %j into %j', (before, wanted) => {
    expect(after(before, nextItem(content(before)))).toBe(wanted);
  });

  it('continue a list of things to do with one that is not done', () => {
    expect(nextItem({ value: '- [x] 甲', start: 7, end: 7 })?.words).toBe('\n- [ ] ');
  });
});

describe('a link to a mark', () => {
  const ID = '0198f3a2-7c11-7d4e-9b52-3f6a1c8e2d90';
  it.each(['發展', '甲]乙[丙', '*重* `碼`', 'a\nb', '長'.repeat(100), '𠮷'.repeat(30), '<b>', '\ud83d'])(
    'written for %j is read as one, with its words',
    (exact) => {
      const link = describeReference({ id: ID, quote: { exact, prefix: '', suffix: '' } });
      const [paragraph] = partsOfNote(link);
      const [part] = paragraph !== undefined && 'parts' in paragraph ? paragraph.parts : [];
      if (part?.kind !== 'link' || part.goal.kind !== 'mark') throw new Error(`no link: ${link}`);
      expect(part.goal.link.markId).toBe(ID);
      const words = part.parts.map((each) => ('words' in each ? each.words : '')).join('');
      expect(words).toBe(labelOf(exact));
    },
  );

  it('is one of those that any part of the app reads', () => {
    expect(parseMarkLink(`zhupi://mark/${ID}`)?.markId).toBe(ID);
  });

  it.each([
    ['見[[', 3, { start: 1, end: 3, words: '' }],
    ['見[[發展', 5, { start: 1, end: 5, words: '發展' }],
    ['見[[發展]]後', 5, { start: 1, end: 5, words: '發展' }],
    ['見[[發展]]後', 7, undefined],
    ['[[a\nb', 5, undefined],
    ['[a', 2, undefined],
    ['[[', 1, undefined],
  ])('is asked for in %j at %i', (note, caret, typed) => {
    expect(referenceAt(note, caret)).toEqual(typed);
  });
});

describe('an excerpt', () => {
  it('is the note where that is short, and never cuts a character', () => {
    expect(excerptOf('短')).toBe('短');
    const long = '🀄'.repeat(400);
    for (const place of [0, 101, 102, 500, 799]) expect(excerptOf(long, place)).not.toMatch(/\p{Surrogate}/u);
  });
  it('shows what was found, however far behind', () => {
    const note = `${'甲'.repeat(5_000)}找到${'乙'.repeat(5_000)}`;
    expect(excerptOf(note, 5_000)).toMatch(/^…甲+找到乙+…$/);
  });
});
