import { describe, expect, it } from 'vitest';
import { newAnnotation } from '#core/annotation/annotation';
import { followLink } from '#core/exchange/follow-link';
import { codePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';

const text: Text = {
  id: 'a',
  title: 'a',
  sourceHash: '1',
  script: 'hant',
  derivation: 1,
  canonical: '𠮷學而時習之。之乎者也。',
  blocks: [{ kind: 'paragraph', span: codePointSpan(0, 12) }],
  glosses: [],
  repairs: [],
  suspects: [],
};
const mark = newAnnotation({
  id: 'id',
  textId: 'a',
  textHash: '1',
  target: codePointSpan(1, 3),
  quote: { exact: '學而', prefix: '', suffix: '' },
  colour: 'red',
  script: 'original',
  created: 1,
});
const link = { markId: 'id', textId: 'a', quote: '時習' };

describe('a link to a mark', () => {
  it('leads to the mark', () => {
    expect(followLink(link, mark, text)).toEqual({ kind: 'mark', annotation: mark });
  });

  it('leads to the place of a mark that was deleted', () => {
    expect(followLink(link, { ...mark, deleted: 2 }, text)).toEqual({
      kind: 'words',
      span: codePointSpan(1, 3),
      reason: 'deleted',
    });
  });

  it('leads to the words of a mark that is not there, counted in code points', () => {
    expect(followLink(link, undefined, text)).toEqual({ kind: 'words', span: codePointSpan(3, 5), reason: 'missing' });
  });

  it('leads to the words of a deleted mark in another edition', () => {
    const other = { ...text, sourceHash: '2' };
    const target = followLink(link, { ...mark, deleted: 2 }, other);
    expect(target).toEqual({ kind: 'words', span: codePointSpan(1, 3), reason: 'deleted' });
  });

  it('leads nowhere where its words are not in the text once', () => {
    expect(followLink({ ...link, quote: '之' }, undefined, text)).toBeUndefined();
    expect(followLink({ ...link, quote: '無' }, undefined, text)).toBeUndefined();
    expect(followLink({ ...link, quote: '' }, undefined, text)).toBeUndefined();
  });
});
