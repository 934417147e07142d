import { describe, expect, it } from 'vitest';
import { edited } from '#core/annotation/annotation';
import { targetAt } from '#core/anchor/describe';
import { codePointSpan } from '#core/support/offset';
import { incomingRecord } from '../../support/incoming';
import { fateOf, markOn, OLD, plan, TEXT } from '../../support/planned';

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

  it('that the file holds twice is taken as it was changed last', () => {
    const old = markOn(1, 2, 4, { note: '舊', modified: 2_000 });
    const last = { ...old, note: '新', modified: 3_000 };
    const items = plan([old, last, { ...last }].map((record) => incomingRecord(record)));
    expect(items.map(({ fate, why }) => `${fate} ${why}`)).toEqual(['same older', 'add record', 'same twice']);
    expect(items[1]?.record).toEqual(last);
  });

  it('is to be checked where other words stand than it says, or none, and goes in as it is', () => {
    const { quote } = markOn(1, 2, 4);
    const others = markOn(1, 4, 6, { quote });
    const none = markOn(2, 2, 4, { target: codePointSpan(9_000, 9_002) });
    for (const record of [others, none]) {
      const item = fateOf(incomingRecord(record));
      expect(item).toMatchObject({ fate: 'review', why: 'differs', isChosen: true, words: '丙丁' });
      expect(item).not.toHaveProperty('span');
      expect(JSON.stringify(item.record)).toBe(JSON.stringify(record));
      expect(fateOf(incomingRecord(record), [record])).not.toHaveProperty('span');
    }
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

  it('takes the place of one that was changed before it and says nothing else, whatever their revisions', () => {
    const here = markOn(1, 2, 4, { rev: 3, modified: 3_000 });
    const later = { ...here, note: '彼', rev: 5, modified: 4_000 };
    expect(fateOf(incomingRecord(later), [here])).toMatchObject({ fate: 'merge', why: 'newer', record: later });
    const fewer = fateOf(incomingRecord({ ...later, rev: 2 }), [here]);
    expect(fewer).toMatchObject({ fate: 'merge', record: { note: '彼', rev: 4 } });
    expect(fateOf(incomingRecord({ ...here }), [here])).toMatchObject({ fate: 'same', why: 'identical' });
  });

  it('takes nothing of what was written here later, though it was changed more often', () => {
    const history = [{ ...targetAt(TEXT, codePointSpan(0, 2)), until: 8_000 }];
    const here = markOn(1, 2, 4, { note: '最後寫的', rev: 2, modified: 9_000, history });
    const old = markOn(1, 2, 4, { note: '舊', rev: 7, modified: 2_000 });
    expect(fateOf(incomingRecord(old), [here])).toMatchObject({ fate: 'same', why: 'yours', isChosen: false });
    const deleted = { ...old, deleted: 3_000, modified: 3_000 };
    for (const record of [deleted, edited(deleted, { kind: 'purge' }, 3_000)]) {
      expect(fateOf(incomingRecord(record), [here])).toMatchObject({ fate: 'same', why: 'yours' });
    }
  });

  it('that is newer leaves what is here: both notes, all tags and where it stood', () => {
    const past = { ...targetAt(TEXT, codePointSpan(0, 2)), until: 8_000 };
    const here = markOn(1, 2, 4, { note: '此', tags: ['甲'], rev: 4, modified: 9_000, history: [past] });
    const file = {
      ...markOn(1, 4, 6, { note: '彼', tags: ['乙'], rev: 9, modified: 10_000 }),
      colour: 'blue' as const,
    };
    const item = fateOf(incomingRecord(file), [here]);
    expect(item).toMatchObject({ fate: 'merge', why: 'both', yours: '此', note: '彼' });
    expect(item.record).toMatchObject({
      note: '此\n\n彼',
      tags: ['甲', '乙'],
      colour: 'blue',
      target: file.target,
      rev: 10,
    });
    expect(item.record?.history.map(({ target }) => target)).toEqual([past.target, here.target]);
    expect(fateOf(incomingRecord(file), item.record && [item.record])).toMatchObject({ fate: 'same' });
  });

  it('moves no mark to another text', () => {
    const here = markOn(1, 2, 4, { note: '此', modified: 2_000 });
    const item = fateOf(incomingRecord(markOn(1, 0, 1, { textId: 'far', textHash: 'far', modified: 3_000 })), [here]);
    expect(item.record ?? here).toMatchObject({ textId: 't', target: here.target, note: '此' });
  });

  it('comes back from the bin as it is here, never as an earlier revision', () => {
    const record = markOn(1, 2, 4, { note: '檔', rev: 2, modified: 2_000 });
    const binned = { ...record, note: '此', deleted: 5_000, modified: 5_000, rev: 3 };
    const back = fateOf(incomingRecord(record), [binned]);
    expect(back).toMatchObject({ fate: 'restore', why: 'bin', isChosen: false, record: { note: '此', rev: 4 } });
    expect(back.record).not.toHaveProperty('deleted');
    const newer = fateOf(incomingRecord({ ...record, modified: 6_000 }), [binned]);
    expect(newer.record?.note).toBe('此\n\n檔');
    expect(fateOf(incomingRecord({ ...record, deleted: 7 }), [binned])).toMatchObject({ fate: 'same', why: 'binned' });
  });

  it('that was deleted in the file goes to the bin with its words, and only where one asks for it', () => {
    const here = markOn(1, 2, 4, { note: '此' });
    const item = fateOf(incomingRecord(edited({ ...here, rev: 5 }, { kind: 'purge' }, 2_000)), [here]);
    const deleted = { fate: 'merge', why: 'deleted', isChosen: false };
    expect(item).toMatchObject({ ...deleted, record: { note: '此', deleted: 1_000_000 } });
    expect(fateOf(incomingRecord({ ...here, deleted: 2_000, modified: 2_000 }), [here])).toMatchObject(deleted);
  });
});
