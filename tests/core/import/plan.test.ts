import { describe, expect, it } from 'vitest';
import { edited, type Annotation, type AnnotationEdit } from '#core/annotation/annotation';
import type { IncomingNote } from '#core/exchange/incoming';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { targetAt } from '#core/anchor/describe';
import { isToCheck } from '#core/anchor/health';
import { NO_EDITION } from '#core/import/note-fate';
import { withNewColours } from '#core/import/own-colours';
import { stableId } from '#core/import/stable-id';
import { codePointSpan } from '#core/support/offset';
import { incomingNote, incomingOf, incomingRecord, planned } from '../../support/incoming';
import { fateOf, markOn, ON, plan, TEXT } from '../../support/planned';

/** The id of a mark as a file gives it that says the text too. */
const idOf = ({ id }: Annotation): Partial<IncomingNote> => ({ markId: id, source: { hash: 'h' } });

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
      ON,
      [],
    );
    expect(item?.record?.colour).toBe('own-3');
  });

  it('is merged where its mark is here and the file is newer: an edit, with its place in the history', () => {
    const here = markOn(1, 2, 4, { note: '舊', tags: ['甲'] });
    const place = { start: 2, end: 6, unit: 'code points' as const };
    const item = fateOf(
      incomingNote('丙丁戊己', {
        ...idOf(here),
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
      ...targetAt(TEXT, codePointSpan(2, 6)),
      ...{ id: here.id, note: '新', tags: ['甲', '乙'], colour: 'green', script: 'taiwan', created: 1_000 },
      ...{ rev: 2, modified: 1_000_000, history: [{ target: here.target, quote: here.quote, textHash: 'h' }] },
    });
  });

  it('takes nothing away where the file says less', () => {
    const here = markOn(1, 2, 4, { note: '舊', tags: ['甲'] });
    expect(fateOf(incomingNote('丙丁', { ...idOf(here), modified: 2_000 }), [here])).toMatchObject({
      fate: 'same',
      why: 'identical',
    });
  });

  it('never takes the place of what was written here: both notes stay, yours first, and once', () => {
    const here = markOn(1, 2, 4, { note: '此', tags: ['甲'], rev: 3, modified: 5_000 });
    const tagged = incomingNote('丙丁', { ...idOf(here), note: '彼', tags: ['乙'], modified: 2_000_000 });
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

  it('has an id of its own where its file gives it that of a mark which it cannot be', () => {
    const here = markOn(1, 2, 4, { note: '此' });
    const place = { start: 4, end: 6, unit: 'code points' as const };
    const strange = [
      incomingNote('丙丁', { markId: here.id, note: '彼', modified: 2_000_000 }),
      incomingNote('子丑', { ...idOf(here), note: '彼', modified: 2_000_000 }),
      incomingNote('戊己', { ...idOf(here), place, modified: 2_000_000 }),
      incomingNote('丙丁', { markId: here.id, note: '彼', source: { hash: 'far', textId: 'far' } }),
    ];
    for (const note of strange) {
      const item = fateOf(note, [here]);
      expect(item).toMatchObject({ fate: 'add' });
      expect(item.record?.id).not.toBe(here.id);
      expect(fateOf(note, [here, ...(item.record ? [item.record] : [])])).toMatchObject({ fate: 'same' });
    }
    // Words of before, a part of them, and as a script shows them, are the mark's.
    const moved = edited(here, { kind: 'retarget', to: targetAt(TEXT, codePointSpan(4, 6)) }, 5_000);
    for (const words of ['丙丁', '丁', '甲乙 丙丁']) {
      expect(fateOf(incomingNote(words, { ...idOf(here), note: '此' }), [moved])).toMatchObject({ fate: 'same' });
    }
  });

  it('changes nothing where yours is as new or newer', () => {
    const here = markOn(1, 2, 4, { note: '新', modified: 2_000 });
    for (const modified of [1_000, 2_000]) {
      const item = fateOf(incomingNote('丙丁', { ...idOf(here), note: '舊', modified }), [here]);
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

  it('is known by the mark that took it in, whatever was done to that since', () => {
    const note = incomingNote('丙丁', { note: '檔' });
    const { record: merged } = fateOf(note, [markOn(1, 2, 4)]);
    if (merged === undefined) throw new Error('nothing was merged');
    const since = (edit: AnnotationEdit, more = merged): Annotation => edited(more, edit, 5_000_000);
    for (const here of [merged, since({ kind: 'note', note: '檔，還有' }), since({ kind: 'note', note: '' })]) {
      expect(fateOf(note, [here])).toMatchObject({ fate: 'same' });
    }
    const binned = since({ kind: 'delete' });
    expect(fateOf(note, [binned])).toMatchObject({
      fate: 'restore',
      why: 'bin',
      isChosen: false,
      record: { id: binned.id },
    });
    const purged = since({ kind: 'purge' }, binned);
    const asked = fateOf(note, [purged]);
    expect(asked).toMatchObject({ fate: 'restore', why: 'purged', isChosen: false });
    expect(asked.record).toMatchObject({ id: purged.id, note: '檔', met: merged.met });
    const newer = fateOf({ ...note, modified: 9_000_000, note: '別的' }, [since({ kind: 'note', note: '我的' })]);
    expect(newer).toMatchObject({ fate: 'merge', why: 'both', record: { note: '我的\n\n別的' } });
  });

  it('whose mark was deleted on another text is made on the one chosen, as a later revision', () => {
    const note = incomingNote('丙丁', { note: '檔', foreignId: 'x' });
    const { record } = fateOf(note);
    if (record === undefined) throw new Error('nothing was added');
    const wrong = edited({ ...record, textId: 'wrong', textHash: 'w' }, { kind: 'delete' }, 5_000_000);
    const item = fateOf(note, [wrong]);
    expect(item).toMatchObject({ fate: 'add', why: 'quote', isChosen: true });
    expect(item.record).toEqual({ ...record, rev: 3 });
    expect(fateOf(note, item.record && [item.record])).toMatchObject({ fate: 'same' });
  });

  it('that came and was emptied here stays empty', () => {
    const note = incomingNote('丙丁', { note: '檔', foreignId: 'x' });
    const { record } = fateOf(note);
    const emptied = record && edited(record, { kind: 'note', note: '' }, 5_000_000);
    expect(fateOf(note, emptied && [emptied])).toMatchObject({ fate: 'same', why: 'yours' });
  });

  it('gives its words to one mark, and another on the same words is added', () => {
    const items = plan([incomingNote('丙丁', { note: '一' }), incomingNote('丙丁', { note: '二' })], [markOn(1, 2, 4)]);
    expect(items.map(({ fate }) => fate)).toEqual(['merge', 'add']);
  });

  it('does not meet a mark that another entry takes elsewhere', () => {
    const here = markOn(1, 2, 4);
    const moved = { ...markOn(1, 4, 6), rev: 2, modified: 2_000 };
    const items = plan([incomingNote('丙丁'), incomingRecord(moved)], [here]);
    expect(items.map(({ fate }) => fate)).toEqual(['add', 'merge']);
    expect(plan([incomingNote('戊己'), incomingRecord(moved)], [here]).map(({ fate }) => fate)).toEqual([
      'same',
      'merge',
    ]);
  });

  it('comes back from the bin, and one that was taken out of the bin only when asked for', () => {
    const binned = markOn(1, 2, 4, { note: '舊', deleted: 5_000 });
    const back = fateOf(incomingNote('丙丁', { ...idOf(binned), note: '新' }), [binned]);
    expect(back).toMatchObject({ fate: 'restore', why: 'bin', isChosen: false, record: { note: '舊', rev: 2 } });
    expect(back.record).not.toHaveProperty('deleted');
    const mine = markOn(1, 2, 4, { note: '我後來寫的', rev: 3, modified: 5_000, deleted: 5_000 });
    const older = incomingNote('丙丁', { ...idOf(mine), note: '舊', modified: 2_000 });
    expect(fateOf(older, [mine]).record).toMatchObject({ note: '我後來寫的', rev: 4 });
    expect(fateOf({ ...older, modified: 6_000 }, [mine]).record?.note).toBe('我後來寫的\n\n舊');
    const purged = edited(binned, { kind: 'purge' }, 6_000);
    const asked = fateOf(incomingNote('丙丁', { ...idOf(binned), note: '新' }), [purged]);
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
