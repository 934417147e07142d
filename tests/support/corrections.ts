import fc from 'fast-check';
import { newCorrection, type Correction, type CorrectionReach } from '#core/correction/correction';
import type { ScriptMode } from '#core/script/mode';
import { codePointSpan } from '#core/support/offset';

const TRADITIONAL: readonly ScriptMode[] = ['traditional', 'taiwan', 'taiwan-phrases', 'hong-kong'];

/** A correction for tests, everywhere and in all Traditional modes unless said otherwise. */
export const correction = (source: string, right: string, parts: Partial<Correction> = {}): Correction => ({
  ...newCorrection(
    { reach: { scope: 'everywhere' }, source, right, wrong: '', modes: TRADITIONAL },
    parts.id ?? `${source}>${right}`,
    parts.created ?? 1,
  ),
  ...parts,
});

/** A reach of one place in the text `t`, whose source has the hash `h`. */
export const placeAt = (start: number, end: number, textHash = 'h'): CorrectionReach => ({
  scope: 'occurrence',
  textId: 't',
  title: '題',
  textHash,
  target: codePointSpan(start, end),
  quote: { exact: '', prefix: '', suffix: '' },
});

/** A reach of one text. */
export const inText = (textId = 't'): CorrectionReach => ({ scope: 'text', textId, title: '題' });

/** Words that are hard for a file of two columns. */
const HARD = [
  '#',
  '# a',
  '\t',
  ' ',
  '\ufeff甲',
  '\ud800',
  '甲 乙',
  '甲\t乙',
  '{"scope":"text"}',
  '\u3000甲',
  '#zhupi {}',
];

const form = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom('全局', '全域性', '发展', '髮', '𠮷', '葛\u{e0100}', 'Wi-Fi', '著', '着') },
    { weight: 1, arbitrary: fc.constantFrom(...HARD) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
  )
  .filter((words) => words.trim() !== '' && !/[\n\r\u2028\u2029]/.test(words));

const reach = fc.oneof(
  fc.constant<CorrectionReach>({ scope: 'everywhere' }),
  fc.constantFrom(inText('t'), inText('u')),
  fc.nat(5).map((start) => placeAt(start, start + 2)),
);

/** Corrections of every reach and direction; those of one subject share no mode. */
export const corrections = fc
  .array(
    fc.record({
      reach,
      source: form,
      right: form,
      wrong: fc.oneof(fc.constant(''), form),
      modes: fc.oneof(
        fc.constant<readonly ScriptMode[]>(['simplified']),
        fc.subarray(TRADITIONAL as ScriptMode[], { minLength: 1 }),
      ),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((parts, index) => newCorrection(parts, `c${index}`, index + 1)));
