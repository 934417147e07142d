import { beforeAll, describe, expect, it } from 'vitest';
import { gbkTable } from '#core/text/gbk';
import { mojibakeRepairs } from '#core/text/mojibake-repair';
import { loadWordList, type WordList } from '#core/text/word-list';
import { readingText } from '../../support/bundled-text';

let words: WordList;
beforeAll(async () => {
  words = await loadWordList();
});

/** Damages text as a lost byte does: the first byte of `from` becomes a question mark, the rest moves up by one. */
function shifted(text: string, from: number, length: number): string | undefined {
  const table = gbkTable();
  const bytes = Array.from(text.slice(from, from + length)).flatMap((character) => {
    const pair = table.pairOf(character) ?? 0;
    return [pair >> 8, pair & 0xff];
  });
  const trail = bytes.at(-1) ?? 0;
  if (trail >= 0x7f || trail < 0x40) return undefined;
  let damaged = '?';
  let lost = 0;
  for (let at = 1; at + 1 < bytes.length; at += 2) {
    const character = table.characterOf((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
    if (character === undefined) lost++;
    else damaged += character;
  }
  if (lost !== 1) return undefined;
  return text.slice(0, from) + damaged + String.fromCharCode(trail) + text.slice(from + length);
}

describe('a stretch that was decoded one byte off', () => {
  it('is repaired to what was meant', () => {
    const [repair] = mojibakeRepairs('取得了重要進展?!笆奈濉逼陂g,北京要充分發揮', words);
    expect(repair).toEqual({ start: 7, found: '?!笆奈濉逼陂g', reading: '。“十四五”期間' });
  });

  it('is repaired right where other text is damaged the same way, or left alone where that is not certain', () => {
    const outcomes = { right: 0, wrong: 0, left: 0 };
    const line = readingText.replaceAll('\n', '');
    for (let from = 2; from + 12 < line.length && outcomes.left < 60; from++) {
      if (!'。，；'.includes(line[from] ?? '')) continue;
      for (let length = 4; length <= 9; length++) {
        const damaged = shifted(line.slice(from - 2, from + length + 2), 2, length);
        if (damaged === undefined) continue;
        const [repair] = mojibakeRepairs(damaged, words);
        if (repair === undefined) outcomes.left++;
        else if (repair.reading === line.slice(from, from + length)) outcomes.right++;
        else outcomes.wrong++;
      }
    }
    expect(outcomes.right).toBeGreaterThan(0);
    expect(outcomes.wrong).toBeLessThanOrEqual(outcomes.right / 4);
  });

  it.each([
    ['a clean text', readingText],
    ['a question in ASCII', '真的嗎?好啊, ok?好的a'],
    ['a question in Latin', 'Really? Yes, 真的 really? a'],
    ['an address', 'http://example.com/?a=b&c=d 看這裡?q'],
    ['a single question mark at the end', '為什麼?'],
    ['question marks for lost characters', '我在??吃飯?a'],
  ])('is not seen in %s', (_name, text) => {
    expect(text.split('\n').flatMap((line) => mojibakeRepairs(line, words))).toEqual([]);
  });
});
