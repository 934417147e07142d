import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeMarkLink, parseMarkLink } from '#core/exchange/mark-link';

const ID = '0199f0a2-1b2c-7def-8123-456789abcdef';
const TEXT = 'bundled:000_e14e3f990d861e67.txt';

describe('a link to a mark', () => {
  it('is made of characters that every program leaves alone', () => {
    expect(describeMarkLink({ markId: ID, textId: TEXT, quote: '六大工程' })).toBe(
      `zhupi://mark/${ID}?text=bundled%3A000_e14e3f990d861e67.txt&quote=%E5%85%AD%E5%A4%A7%E5%B7%A5%E7%A8%8B`,
    );
    const hostile = describeMarkLink({ markId: ID, textId: "folder:a(b)[c]'*~!&=?#%+ .txt", quote: '\ud800)|<' });
    expect(hostile).toMatch(/^zhupi:\/\/mark\/[0-9a-f-]+\?[A-Za-z0-9%&=._-]+$/);
  });

  it('comes back as it was made', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary', maxLength: 24 }),
        (markId, textId, quote) => {
          expect(parseMarkLink(describeMarkLink({ markId, textId, quote }))).toEqual({ markId, textId, quote });
        },
      ),
    );
  });

  it('holds no more of the quote than finds it again, and splits no character', () => {
    const link = describeMarkLink({ markId: ID, textId: TEXT, quote: '𠮷'.repeat(100) });
    expect(parseMarkLink(link)?.quote).toBe('𠮷'.repeat(24));
  });

  for (const [name, typed] of [
    ['with space around it', `  ${describeMarkLink({ markId: ID, textId: TEXT, quote: '' })}\n`],
    ['in angle brackets', `<${describeMarkLink({ markId: ID, textId: TEXT, quote: '' })}>`],
    ['with a capital scheme and id', `ZHUPI://mark/${ID.toUpperCase()}?text=${TEXT}`],
    ['with a slash that a system added', `zhupi://mark/${ID}/?text=${TEXT}`],
    ['with what a later version says', `zhupi://mark/${ID}?text=${TEXT}&view=notes`],
  ] as const) {
    it(`is read ${name}`, () => {
      expect(parseMarkLink(typed)).toEqual({ markId: ID, textId: TEXT, quote: '' });
    });
  }

  for (const [name, typed] of [
    ['words', '六大工程'],
    ['another scheme', `https://mark/${ID}`],
    ['no id', 'zhupi://mark/?text=a'],
    ['an id that is none', 'zhupi://mark/123'],
    ['a link within words', `see zhupi://mark/${ID}`],
    ['broken escapes', `zhupi://mark/${ID}?text=%E5%85`],
    ['far too much', `zhupi://mark/${ID}?text=${'a'.repeat(5_000)}`],
  ] as const) {
    it(`is not read from ${name}`, () => {
      expect(parseMarkLink(typed)).toBeUndefined();
    });
  }
});
