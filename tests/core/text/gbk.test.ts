import { describe, expect, it } from 'vitest';
import { GBK_LEADS, GBK_TRAILS, gbkTable } from '#core/text/gbk';

describe('the table of GBK', () => {
  it('has of each pair what a decoder makes of it alone, and leads back to it', () => {
    const decoder = new TextDecoder('gbk');
    const table = gbkTable();
    const wrong: string[] = [];
    let known = 0;
    for (let lead = GBK_LEADS.first; lead <= GBK_LEADS.last; lead++) {
      for (let trail = GBK_TRAILS.first; trail <= GBK_TRAILS.last; trail++) {
        const pair = lead * 256 + trail;
        const alone = decoder.decode(new Uint8Array([lead, trail]));
        const isCharacter = alone.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(alone);
        const character = table.characterOf(pair);
        if (character !== (isCharacter ? alone : undefined)) wrong.push(pair.toString(16));
        if (character !== undefined && table.characterOf(table.pairOf(character) ?? 0) !== character) {
          wrong.push(character);
        }
        if (character !== undefined) known++;
      }
    }
    expect(wrong).toEqual([]);
    // 21,003 of the Chinese characters, and what signs GB 2312 has.
    expect(known).toBeGreaterThan(21_003);
  });

  it.each(['a', '\u{20000}', ''])('has no pair for %j', (character) => {
    expect(gbkTable().pairOf(character)).toBeUndefined();
  });
});
