import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { edited, type Annotation, type AnnotationEdit } from '#core/annotation/annotation';
import { targetAt } from '#core/anchor/describe';
import { takenBack, type Draft } from '#core/history/step';
import { countFates } from '#core/import/fate';
import { codePointSpan } from '#core/support/offset';
import { importedInto, incomingNote, incomingOf, incomingRecord, planned } from '../../support/incoming';
import { ID, markOn, OLD, ON, TEXT } from '../../support/planned';

const draft = (record: Annotation): Draft => ({ table: 'annotations', record });

/** The marks after what changed them was taken back. */
function undone(before: readonly Annotation[], after: readonly Annotation[], at: number): Annotation[] {
  return after.map((mark) => {
    const was = before.find(({ id }) => id === mark.id);
    if (was === mark) return mark;
    const back = takenBack(
      { before: was && draft(was), after: { table: 'annotations', record: mark } },
      draft(mark),
      at,
    );
    return back?.table === 'annotations' ? back.record : mark;
  });
}

describe('any file', () => {
  const word = fc.constantFrom('甲乙', '丙丁', '戊己', '子丑', '全局', '全局。', '沒有', '𠮷野家', '');
  const time = fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: undefined });
  const words = fc.constantFrom('', '一', '二');
  const id = fc.integer({ min: 1, max: 4 }).map((number) => `${ID}${String(number)}`);
  const state = fc.constantFrom({}, {}, { deleted: 5 }, { deleted: 5, purged: 6 });
  const record = fc
    .tuple(
      id,
      fc.nat({ max: 20 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('t', 't', 'far'),
      fc.constantFrom(TEXT, OLD),
    )
    .chain(([named, start, length, textId, text]) =>
      fc
        .record({ note: words, rev: fc.integer({ min: 1, max: 5 }), modified: fc.integer({ min: 1, max: 9 }), state })
        .map(({ state: deleted, ...rest }): Annotation => ({
          ...markOn(1, 0, 2),
          ...targetAt(text, codePointSpan(start, start + length)),
          ...{ id: named, textId },
          ...rest,
          ...deleted,
        })),
    );
  const foreign = fc
    .record({
      exact: word,
      note: words,
      created: time,
      modified: time,
      markId: fc.option(id, { nil: undefined }),
      foreignId: fc.constantFrom(undefined, 'x', 'y'),
      source: fc.constantFrom({}, { hash: 'h' }, { hash: 'old' }, { textId: 't' }),
    })
    .map(({ exact, created, modified, markId, foreignId, ...rest }) =>
      incomingNote(exact, {
        ...rest,
        ...(created !== undefined && { created }),
        ...(modified !== undefined && { modified }),
        ...(markId !== undefined && { markId }),
        ...(foreignId !== undefined && { foreignId }),
      }),
    );
  const file = fc.array(
    fc.oneof(
      foreign,
      record.map((each) => incomingRecord(each)),
    ),
    { maxLength: 12 },
  );
  const here = fc.uniqueArray(record, { selector: (mark) => mark.id, maxLength: 4 });
  const refused = [{ number: 0, why: 'no-quote' as const, words: '書籤' }];

  it('has a fate with a reason for every entry, and they add up', () => {
    fc.assert(
      fc.property(file, here, (notes, marks) => {
        const items = planned(incomingOf(notes, refused), ON, marks);
        const counts = countFates(items);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(notes.length + refused.length);
        expect(items.map(({ number }) => number)).toEqual([0, ...notes.map((_note, index) => index + 1)]);
        for (const { fate, record: kept } of items)
          expect(kept === undefined).toBe(fate === 'same' || fate === 'refused');
      }),
    );
  });

  it('that is imported twice changes nothing the second time', () => {
    fc.assert(
      fc.property(file, here, (notes, marks) => {
        const on = ON;
        const once = importedInto(marks, planned(incomingOf(notes), on, marks));
        const again = planned(incomingOf(notes), on, once, { at: 2_000_000 });
        const changing = again.filter(({ record: kept, isChosen }) => kept !== undefined && isChosen);
        expect(changing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every note that was written here, whatever is done between imports, and brings nothing twice', () => {
    const edit: fc.Arbitrary<AnnotationEdit> = fc.oneof(
      fc.constantFrom('三', '一，還有', '').map((note) => ({ kind: 'note' as const, note })),
      fc.constantFrom({ kind: 'delete' as const }, { kind: 'restore' as const }, { kind: 'purge' as const }),
      fc.constant({ kind: 'retarget' as const, to: targetAt(TEXT, codePointSpan(4, 6)) }),
    );
    const step = fc.oneof(
      fc.record({ file: fc.nat({ max: 1 }), isUndone: fc.boolean() }),
      fc.record({ edit, of: fc.nat({ max: 9 }) }),
    );
    const files = fc.tuple(file, file);
    fc.assert(
      fc.property(files, here, fc.array(step, { maxLength: 8 }), (both, given, steps) => {
        let marks: Annotation[] = [...given];
        let at = 1_000;
        for (const each of steps) {
          at += 1_000;
          if ('edit' in each) {
            const mark = marks[each.of % Math.max(1, marks.length)];
            if (mark !== undefined && mark.purged === undefined)
              marks = marks.map((other) => (other === mark ? edited(mark, each.edit, at) : other));
            continue;
          }
          const notes = incomingOf(both[each.file] ?? []);
          const after = importedInto(marks, planned(notes, ON, marks, { at }));
          const left = after.map(({ note }) => note);
          // What stands as it came may be replaced by what came of it since.
          for (const { note, rev } of marks.filter((mark) => mark.rev > 1))
            expect(
              left.some((words) => words.includes(note.trim())),
              `${note} ${String(rev)}`,
            ).toBe(true);
          const again = planned(notes, ON, after, { at: at + 1 });
          expect(again.filter(({ isChosen }) => isChosen)).toEqual([]);
          marks = each.isUndone ? undone(marks, after, at + 2) : after;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that is undone leaves everything as before, but for revisions and signs of deletion', () => {
    const less = ({ rev, modified, ...rest }: Annotation) => rest;
    fc.assert(
      fc.property(file, here, (notes, marks) => {
        const items = planned(incomingOf(notes), ON, marks);
        const chosen = items.flatMap(({ record: kept, isChosen }) => (kept !== undefined && isChosen ? [kept] : []));
        for (const after of chosen) {
          const draft = (mark: Annotation | undefined): Draft | undefined =>
            mark && { table: 'annotations', record: mark };
          const before = marks.find((mark) => mark.id === after.id);
          const back = takenBack(
            { before: draft(before), after: { table: 'annotations', record: after } },
            draft(after),
            9_000_000,
          );
          if (back?.table !== 'annotations') throw new Error('nothing was taken back');
          if (before === undefined) expect(back.record.deleted).toBeDefined();
          else expect(less(back.record)).toEqual(less(before));
        }
      }),
    );
  });

  it('keeps whole records byte for byte where none of them is here and their edition is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: (mark) => mark.id }), (records) => {
        const on = ON;
        const those = records.filter(({ textHash, textId }) => textHash === 'h' || textId === 'far');
        const items = planned(incomingOf(those.map((each) => incomingRecord(each))), on, []);
        const [kept, given] = [importedInto([], items), those].map((each) => JSON.stringify(each));
        expect(kept).toBe(given);
      }),
    );
  });
});
