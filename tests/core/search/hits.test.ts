import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HitCollector, NO_HITS } from '#core/search/hits';
import { excerptOf } from '#core/search/excerpt';
import { codePointSpan } from '#core/support/offset';
import { searched, spansOf, textOfLines } from '../../support/searched';

const stretches = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 5 })).map(([start, length]) => codePointSpan(start, start + length)),
);

describe('hits', () => {
  it('are in order and each there once, however they were added', () => {
    fc.assert(
      fc.property(stretches, fc.nat(70), fc.integer({ min: 1, max: 10 }), (spans, from, length) => {
        const collector = new HitCollector();
        for (const { start, end } of spans) collector.add(start, end);
        const hits = collector.build();
        const unique = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
        const wanted = [...unique.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
        expect(spansOf(hits)).toEqual(wanted);
        expect(hits.firstFrom(from)).toBe(wanted.filter(({ start }) => start < from).length);
        expect(hits.within(codePointSpan(from, from + length))).toEqual(
          wanted.filter(({ start, end }) => start < from + length && end > from),
        );
        expect(wanted.map((span) => hits.find(span))).toEqual([...wanted.keys()]);
        expect(hits.find(codePointSpan(from, from))).toBe(-1);
      }),
      { seed: 3 },
    );
  });

  it('may be none', () => {
    expect([NO_HITS.count, NO_HITS.firstFrom(0), NO_HITS.within(codePointSpan(0, 9))]).toEqual([0, 0, []]);
  });
});

describe('an excerpt', () => {
  it('gives the words around a hit as displayed, within its paragraph, and splits no character', async () => {
    const one = await searched(textOfLines('前一段\n𠮷野家在互联网上𠮷𠮷\n后一段'));
    const [hit] = one.find('互联网');
    if (hit === undefined) throw new Error('no hit');
    expect(excerptOf(one.shown('taiwan-phrases'), hit, 4)).toEqual({
      before: '野家在',
      words: '網際網路',
      after: '上𠮷',
    });
    expect(excerptOf(one.shown('original'), hit, 99)).toEqual({ before: '𠮷野家在', words: '互联网', after: '上𠮷𠮷' });
  });
});
