import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inReadingOrder, newAnnotation, type Annotation } from '#core/annotation/annotation';
import { codePointSpan } from '#core/support/offset';
import { HeldAnnotations } from '../../../renderer/storage/held-annotations';

const record: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    textId: fc.constantFrom('t', 'u'),
    start: fc.nat(3),
    rev: fc.integer({ min: 1, max: 6 }),
    tags: fc.subarray(['甲', '乙']),
    state: fc.constantFrom('live', 'live', 'binned', 'purged'),
  })
  .map(({ id, textId, start, rev, tags, state }) => ({
    ...newAnnotation({
      id,
      textId,
      textHash: 'h',
      target: codePointSpan(start, start + 1),
      quote: { exact: '', prefix: '', suffix: '' },
      colour: 'yellow',
      script: 'original',
      created: 1,
    }),
    rev,
    tags,
    ...(state !== 'live' && { deleted: rev }),
    ...(state === 'purged' && { purged: rev }),
  }));

const ids = (marks: readonly Annotation[]): string[] => marks.map(({ id, rev }) => `${id}${rev}`);

it('gives the lists that the newest records make, whatever came in which order', () => {
  const batch = fc.array(record, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
      const held = new HeldAnnotations();
      const model = new Map<string, Annotation>();
      for (const records of batches) {
        held.take(records);
        for (const each of records) if ((model.get(each.id)?.rev ?? 0) <= each.rev) model.set(each.id, each);
        const all = [...model.values()];
        const live = all.filter(({ deleted }) => deleted === undefined);
        for (const text of ['t', 'u']) {
          expect(ids(held.ofText(text))).toEqual(ids(inReadingOrder(live.filter(({ textId }) => textId === text))));
          expect(held.ofText(text)).toBe(held.ofText(text));
        }
        expect(ids(held.live()).sort()).toEqual(ids(live).sort());
        const binned = all.filter(({ deleted, purged }) => deleted !== undefined && purged === undefined);
        expect(ids(held.bin()).sort()).toEqual(ids(binned).sort());
        const borne = live.flatMap(({ tags }) => tags);
        expect(held.tags().reduce((sum, { count }) => sum + count, 0)).toBe(borne.length);
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps the list of a text that was not changed, and sorts none for an edit that moves nothing', () => {
  const held = new HeldAnnotations();
  const at = (id: string, textId: string, start: number): Annotation => ({
    ...newAnnotation({
      id,
      textId,
      textHash: 'h',
      target: codePointSpan(start, start + 1),
      quote: { exact: '', prefix: '', suffix: '' },
      colour: 'yellow',
      script: 'original',
      created: 1,
    }),
  });
  held.take([at('b', 't', 5), at('a', 't', 1), at('c', 'u', 1)]);
  const [first, other] = [held.ofText('t'), held.ofText('u')];
  held.take([{ ...at('b', 't', 5), note: '記', rev: 2 }]);
  expect(held.ofText('u')).toBe(other);
  expect(held.ofText('t')[0]).toBe(first[0]);
  expect(held.ofText('t')[1]).toMatchObject({ id: 'b', note: '記' });
});
