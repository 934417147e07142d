import { codePointSpan } from '#core/support/offset';

/** What a mark is made of, on the first two characters of some text. */
export const partsOfMark = (id: string) => ({
  id,
  textId: 't',
  textHash: 'h',
  target: codePointSpan(0, 2),
  quote: { exact: '甲乙', prefix: '', suffix: '' },
  colour: 'yellow' as const,
  script: 'taiwan' as const,
});
