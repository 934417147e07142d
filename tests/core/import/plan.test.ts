import { beforeAll, describe, expect, it } from 'vitest';
import { edited, newAnnotation, type Annotation } from '#core/annotation/annotation';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { targetAt } from '#core/anchor/describe';
import { isToCheck } from '#core/anchor/health';
import type { IncomingNote } from '#core/exchange/incoming';
import type { PlannedItem } from '#core/import/fate';
import { NO_EDITION } from '#core/import/note-fate';
import { withNewColours } from '#core/import/own-colours';
import { stableId } from '#core/import/stable-id';
import { loadFold, type Fold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import { anchoredOn, incomingNote, incomingOf, incomingRecord, planned } from '../../support/incoming';
import { textOfLines } from '../../support/kept-records';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

const TEXT = textOfLines('t', 'h', ['甲乙丙丁戊己庚辛。', '子丑寅卯辰巳午未，甲乙又一次。', '𠮷野家與全局。']);
const OLD = textOfLines('t', 'old', ['甲乙丙丁戊己庚辛。', '子丑寅卯辰巳午未，甲乙又一次。', '這裡被刪去了很多字。']);

const ID = '0190a1b2-0000-7000-8000-00000000000';

/** A mark on code points of the text. */
const markOn = (number: number, start: number, end: number, parts: Partial<Annotation> = {}): Annotation => ({
  ...newAnnotation({
    ...{ id: `${ID}${String(number)}`, textId: 't', colour: 'red', script: 'taiwan', created: 1_000 },
    ...targetAt(TEXT, codePointSpan(start, end)),
  }),
  ...parts,
});

const plan = (notes: readonly IncomingNote[], here: readonly Annotation[] = []): PlannedItem[] =>
  planned(incomingOf(notes), anchoredOn(TEXT, fold, [OLD]), here);

/** The one thing that importing one note does. */
function fateOf(note: IncomingNote, here: readonly Annotation[] = []): PlannedItem {
  const [item] = plan([note], here);
  if (item === undefined) throw new Error('nothing was planned');
  return item;
}

describe('a note of another program', () => {
  it('is added with what its file says, at the words that it stands on', () => {
    const item = fateOf(
      incomingNote('丙丁', {
        note: '註',
        tags: ['#甲', ' 甲', '乙'],
        colour: 'blue',
        style: 'wavy',
        created: 5,
        modified: 9,
      }),
    );
    expect(item).toMatchObject({ fate: 'add', why: 'quote', isChosen: true, span: codePointSpan(2, 4) });
    expect(item.record).toMatchObject({
      ...targetAt(TEXT, codePointSpan(2, 4)),
      ...{ textId: 't', note: '註', tags: ['甲', '乙'], colour: 'blue', style: 'wavy' },
      ...{ created: 5, modified: 9, rev: 1, history: [] },
    });
    expect(item.record).not.toHaveProperty('health');
  });

  it('without a sure place is kept with its quote, painted nowhere and listed to be checked', () => {
    const several = fateOf(incomingNote('甲乙', { note: '哪裡？' }));
    expect(several).toMatchObject({ fate: 'review', why: 'several', isChosen: true });
    expect(several.record).toMatchObject({
      ...{ textHash: NO_EDITION, quote: { exact: '甲乙' }, note: '哪裡？' },
      health: { state: 'review', textHash: 'h', proposal: codePointSpan(0, 2) },
    });
    const missing = fateOf(incomingNote('沒有'));
    expect(missing).toMatchObject({ fate: 'review', why: 'missing' });
    expect(missing.record?.health).toEqual({ state: 'orphan', textHash: 'h' });
    for (const { record } of [several, missing]) expect(record && isToCheck(record, 'h')).toBe(true);
  });

  it('keeps the place that its file says of an edition that is not here', () => {
    const place = { start: 3, end: 7, unit: 'code points' as const };
    const { record } = fateOf(incomingNote('沒有的字', { source: { hash: 'far' }, place }));
    expect(record).toMatchObject({ textHash: 'far', target: codePointSpan(3, 7), health: { state: 'orphan' } });
    const inUnits = fateOf(
      incomingNote('沒有', { source: { hash: 'far' }, place: { ...place, unit: 'UTF-16 units' } }),
    );
    expect(inUnits.record).toMatchObject({ textHash: NO_EDITION, target: codePointSpan(0, 2) });
  });

  it('has the colour of the pen where its own means nothing here', () => {
    expect(fateOf(incomingNote('丙丁', { colour: 'own-3' })).record?.colour).toBe('yellow');
    const [item] = planned(
      {
        ...incomingOf([incomingNote('丙丁', { colour: 'own-3' })]),
        ownColours: [{ id: 'own-3', label: '', hex: '#123456' }],
      },
      anchoredOn(TEXT, fold),
      [],
    );
    expect(item?.record?.colour).toBe('own-3');
  });

  it('is merged where its mark is here and the file is newer: an edit, with its place in the history', () => {
    const here = markOn(1, 2, 4, { note: '舊', tags: ['甲'] });
    const place = { start: 4, end: 6, unit: 'code points' as const };
    const item = fateOf(
      incomingNote('戊己', {
        markId: here.id,
        source: { hash: 'h' },
        place,
        note: '新',
        tags: ['乙'],
        colour: 'green',
        modified: 2_000,
      }),
      [here],
    );
    expect(item).toMatchObject({ fate: 'merge', why: 'newer' });
    expect(item.record).toMatchObject({
      ...targetAt(TEXT, codePointSpan(4, 6)),
      ...{ id: here.id, note: '新', tags: ['甲', '乙'], colour: 'green', script: 'taiwan', created: 1_000 },
      ...{ rev: 2, modified: 1_000_000, history: [{ target: here.target, quote: here.quote, textHash: 'h' }] },
    });
  });

  it('takes nothing away where the file says less', () => {
    const here = markOn(1, 2, 4, { note: '舊', tags: ['甲'] });
    expect(fateOf(incomingNote('丙丁', { markId: here.id, modified: 2_000 }), [here])).toMatchObject({
      fate: 'same',
      why: 'identical',
    });
  });

  it('never takes the place of what was written here: both notes stay, yours first, and once', () => {
    const here = markOn(1, 2, 4, { note: '此', tags: ['甲'], rev: 3, modified: 5_000 });
    const tagged = incomingNote('丙丁', { markId: here.id, note: '彼', tags: ['乙'], modified: 2_000_000 });
    const item = fateOf(tagged, [here]);
    expect(item).toMatchObject({ fate: 'merge', why: 'both', yours: '此', note: '彼', isChosen: true });
    expect(item.record).toMatchObject({ note: '此\n\n彼', tags: ['甲', '乙'], rev: 4 });
    expect(fateOf(tagged, item.record && [item.record])).toMatchObject({ fate: 'same', why: 'identical' });
    const longer = { ...tagged, note: '此，還有彼' };
    expect(fateOf(longer, [here])).toMatchObject({ fate: 'merge', why: 'newer', record: { note: '此，還有彼' } });
    // As it came, and never changed here.
    const untouched = { ...here, rev: 1 };
    expect(fateOf(tagged, [untouched])).toMatchObject({ fate: 'merge', why: 'newer', record: { note: '彼' } });
  });

  it('changes nothing where yours is as new or newer', () => {
    const here = markOn(1, 2, 4, { note: '新', modified: 2_000 });
    for (const modified of [1_000, 2_000]) {
      const item = fateOf(incomingNote('丙丁', { markId: here.id, note: '舊', modified }), [here]);
      expect(item).toMatchObject({ fate: 'same', why: 'yours', isChosen: false });
      expect(item.record).toBeUndefined();
    }
  });

  it('is found again by its place and words, and gives words to a mark that says nothing', () => {
    const says = markOn(1, 2, 4, { note: '註' });
    const empty = markOn(2, 4, 6);
    expect(fateOf(incomingNote('丙丁', { note: ' 註 ' }), [says])).toMatchObject({ fate: 'same', why: 'identical' });
    const item = fateOf(incomingNote('戊己', { note: '註' }), [says, empty]);
    expect(item).toMatchObject({ fate: 'merge', why: 'words', record: { id: empty.id, note: '註', rev: 2 } });
    expect(fateOf(incomingNote('丙丁', { note: '別的' }), [says])).toMatchObject({ fate: 'add' });
  });

  it('gives its words to one mark, and another on the same words is added', () => {
    const items = plan([incomingNote('丙丁', { note: '一' }), incomingNote('丙丁', { note: '二' })], [markOn(1, 2, 4)]);
    expect(items.map(({ fate }) => fate)).toEqual(['merge', 'add']);
  });

  it('does not meet a mark that another entry takes elsewhere', () => {
    const here = markOn(1, 2, 4);
    const moved = { ...markOn(1, 4, 6), rev: 2 };
    const items = plan([incomingNote('丙丁'), incomingRecord(moved)], [here]);
    expect(items.map(({ fate }) => fate)).toEqual(['add', 'merge']);
    expect(plan([incomingNote('戊己'), incomingRecord(moved)], [here]).map(({ fate }) => fate)).toEqual([
      'same',
      'merge',
    ]);
  });

  it('comes back from the bin, and one that was taken out of the bin only when asked for', () => {
    const binned = markOn(1, 2, 4, { note: '舊', deleted: 5_000 });
    const back = fateOf(incomingNote('丙丁', { markId: binned.id, note: '新' }), [binned]);
    expect(back).toMatchObject({ fate: 'restore', why: 'bin', isChosen: true, record: { note: '舊', rev: 2 } });
    expect(back.record).not.toHaveProperty('deleted');
    const mine = markOn(1, 2, 4, { note: '我後來寫的', rev: 3, modified: 5_000, deleted: 5_000 });
    const older = incomingNote('丙丁', { markId: mine.id, note: '舊', modified: 2_000 });
    expect(fateOf(older, [mine]).record).toMatchObject({ note: '我後來寫的', rev: 4 });
    expect(fateOf({ ...older, modified: 6_000 }, [mine]).record?.note).toBe('我後來寫的\n\n舊');
    const purged = edited(binned, { kind: 'purge' }, 6_000);
    const asked = fateOf(incomingNote('丙丁', { markId: binned.id, note: '新' }), [purged]);
    expect(asked).toMatchObject({ fate: 'restore', why: 'purged', isChosen: false, record: { note: '新', rev: 3 } });
    expect(asked.record).not.toHaveProperty('purged');
  });

  it('that the file holds twice comes once, and two that say different things are two', () => {
    const note = incomingNote('丙丁', { note: '一', created: 7 });
    const items = plan([note, note, { ...note, note: '二' }]);
    expect(items.map(({ fate, why }) => `${fate} ${why}`)).toEqual(['add quote', 'same twice', 'add quote']);
    expect(new Set(items.flatMap(({ record }) => record?.id ?? [])).size).toBe(2);
  });
});

describe('a whole record', () => {
  it('goes in exactly as it is', () => {
    const record = { ...markOn(1, 2, 4, { note: '註', rev: 9, modified: 77 }), later: { 甲: [1] } };
    const item = fateOf(incomingRecord(record));
    expect(item).toMatchObject({ fate: 'add', why: 'record' });
    expect(JSON.stringify(item.record)).toBe(JSON.stringify(record));
    const binned = markOn(2, 2, 4, { deleted: 5 });
    expect(fateOf(incomingRecord(binned))).toMatchObject({ fate: 'add', why: 'bin', record: binned });
    const far = markOn(3, 2, 4, { textId: 'far', textHash: 'far' });
    expect(fateOf(incomingRecord(far))).toMatchObject({ fate: 'add', why: 'elsewhere', textId: 'far', record: far });
  });

  it('that was made on an edition before goes where its words went', () => {
    const old = { ...markOn(1, 0, 2), ...targetAt(OLD, codePointSpan(10, 14)) };
    const carried = fateOf(incomingRecord(old));
    expect(carried).toMatchObject({ fate: 'add', why: 'carried', record: { textHash: 'h', rev: 2 } });
    expect(carried.record?.quote.exact).toBe('子丑寅卯');
    const gone = fateOf(incomingRecord({ ...markOn(1, 0, 2), ...targetAt(OLD, codePointSpan(28, 34)) }));
    expect(gone).toMatchObject({
      fate: 'review',
      why: 'missing',
      record: { textHash: 'old', health: { state: 'orphan' } },
    });
  });

  it('takes the place of an earlier revision of it, and of none that is as late', () => {
    const here = markOn(1, 2, 4, { note: '此', rev: 3, modified: 3_000 });
    const later = { ...here, note: '彼', rev: 5, modified: 2_000 };
    expect(fateOf(incomingRecord(later), [here])).toMatchObject({ fate: 'merge', why: 'newer', record: later });
    for (const rev of [2, 3]) {
      const earlier = { ...here, note: '彼', rev, modified: 2_000 };
      expect(fateOf(incomingRecord(earlier), [here])).toMatchObject({ fate: 'same', why: 'yours' });
    }
    const diverged = { ...here, note: '彼', modified: 4_000 };
    expect(fateOf(incomingRecord(diverged), [here])).toMatchObject({ fate: 'merge', record: { note: '彼', rev: 4 } });
    expect(fateOf(incomingRecord({ ...here }), [here])).toMatchObject({ fate: 'same', why: 'identical' });
  });

  it('comes back from the bin as it is in the file, never as an earlier revision than the one here', () => {
    const record = markOn(1, 2, 4, { note: '檔', rev: 2 });
    const binned = { ...record, note: '此', deleted: 9, rev: 4 };
    expect(fateOf(incomingRecord(record), [binned])).toMatchObject({ fate: 'restore', record: { ...record, rev: 5 } });
    expect(fateOf(incomingRecord({ ...record, deleted: 7 }), [binned])).toMatchObject({ fate: 'same', why: 'binned' });
  });

  it('of which only a tombstone is in the file goes to the bin with its words', () => {
    const here = markOn(1, 2, 4, { note: '此' });
    const item = fateOf(incomingRecord(edited({ ...here, rev: 5 }, { kind: 'purge' }, 9)), [here]);
    expect(item).toMatchObject({ fate: 'merge', why: 'deleted', record: { note: '此', deleted: 1_000_000 } });
  });
});

describe('the ids of notes', () => {
  it('are of the form of UUID version 7, with the time of making, and the same for the same words', () => {
    const id = stableId(['a', '\ud800'], 1_700_000_000_000);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
    expect(stableId(['a', '\ud800'], 1_700_000_000_000)).toBe(id);
    expect(stableId(['a\ud800'], 1_700_000_000_000)).not.toBe(id);
    // Never to change: ids that were made are looked for by it.
    expect(stableId(['readwise', 'id', '1'], 0)).toBe('00000000-0000-75f7-beef-69ec4b962bde');
  });
});

describe('the own colours of a file', () => {
  it('join the palette where their ids are free, and change none that is there', () => {
    const mine = { id: 'own-1' as const, label: '我', hex: '#111111', offered: true };
    const palette = { ...FIRST_PALETTE, own: [mine] };
    const theirs = [
      { id: 'own-1' as const, label: '他', hex: '#222222' },
      { id: 'own-2' as const, label: '他', hex: '#333333' },
    ];
    expect(withNewColours(palette, theirs).own).toEqual([mine, { ...theirs[1], offered: true }]);
    expect(withNewColours(palette, [])).toBe(palette);
    expect(withNewColours(withNewColours(palette, theirs), theirs).own).toHaveLength(2);
  });
});
