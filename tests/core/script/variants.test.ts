import { describe, expect, it, vi } from 'vitest';
import { SCRIPT_MODES, SOURCE_SCRIPTS, type ScriptMode, type SourceScript } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadVariants, NO_VARIANTS } from '#core/script/variants';
import { readingText } from '../../support/bundled-text';
import { oracle } from '../../support/oracle';

/** Every character of the basic plane's ideographs that is ambiguous. */
async function ambiguous(source: SourceScript, mode: ScriptMode): Promise<string[]> {
  const variants = await loadVariants(source, mode);
  return Array.from({ length: 0xa000 - 0x3400 }, (_at, index) => String.fromCharCode(0x3400 + index)).filter(
    (character) => variants.of(character).length > 0,
  );
}

describe('the characters with several counterparts', () => {
  it.each([
    ['hans', 'traditional', '后', '後后'],
    ['hans', 'traditional', '里', '里裏'],
    ['hans', 'traditional', '干', '乾幹干'],
    ['hans', 'traditional', '发', '發髮'],
    ['hans', 'traditional', '面', '面麪'],
    ['hans', 'traditional', '台', '臺檯'],
    ['hans', 'traditional', '只', '只隻'],
    ['hans', 'traditional', '复', '復複覆'],
    ['hans', 'traditional', '历', '歷曆'],
    ['hans', 'traditional', '钟', '鐘鍾'],
    ['hans', 'taiwan', '里', '里裡'],
    ['hans', 'taiwan', '面', '面麵'],
    ['hans', 'hong-kong', '台', '臺枱台'],
    ['hant', 'simplified', '乾', '乾干'],
    ['hant-tw', 'simplified', '著', '著着'],
    ['hant-tw', 'traditional', '著', '著着'],
    ['hant-from-hans', 'traditional', '于', '於于'],
    ['hant-from-hans', 'taiwan', '後', '後后'],
    ['hant-from-hans', 'simplified', '著', '著着'],
  ] as const)('from %s to %s: %s is %s', async (source, mode, character, forms) => {
    expect((await loadVariants(source, mode)).of(character)).toEqual(Array.from(forms));
  });

  it.each(Array.from('了出家个合向国说经一的是不我们这那时会学生对开关长东车马'))(
    'do not hold %s, which everyone knows',
    async (character) => {
      expect((await loadVariants('hans', 'traditional')).of(character)).toEqual([]);
    },
  );

  it('do not hold the characters of words: 信息 is 資訊 in Taiwan, and 信 is not 資', async () => {
    const variants = await loadVariants('hans', 'taiwan-phrases');
    for (const character of '信息网络软件程序') expect(variants.of(character)).toEqual([]);
    expect(await ambiguous('hans', 'taiwan-phrases')).toEqual(await ambiguous('hans', 'taiwan'));
  });

  it('are as many as these, and mark so many of a thousand characters', async () => {
    const simplified = oracle('tw2s')(readingText);
    const figures: string[] = [];
    for (const source of SOURCE_SCRIPTS) {
      const text = Array.from(source === 'hans' ? simplified : readingText);
      for (const mode of SCRIPT_MODES) {
        const variants = await loadVariants(source, mode);
        const marks = text.filter((character) => variants.of(character).length > 0).length;
        const count = (await ambiguous(source, mode)).length;
        if (count > 0)
          figures.push(`${source} as ${mode}: ${count}, ${Math.round((marks / text.length) * 1_000)} of 1,000`);
      }
    }
    expect(figures).toMatchInlineSnapshot(`
      [
        "hans as traditional: 166, 46 of 1,000",
        "hans as taiwan: 165, 42 of 1,000",
        "hans as taiwan-phrases: 165, 42 of 1,000",
        "hans as hong-kong: 196, 43 of 1,000",
        "hant as simplified: 27, 0 of 1,000",
        "hant as taiwan: 3, 0 of 1,000",
        "hant as taiwan-phrases: 3, 0 of 1,000",
        "hant as hong-kong: 23, 3 of 1,000",
        "hant-tw as simplified: 29, 1 of 1,000",
        "hant-tw as traditional: 10, 5 of 1,000",
        "hant-tw as hong-kong: 32, 4 of 1,000",
        "hant-hk as simplified: 27, 0 of 1,000",
        "hant-hk as traditional: 5, 0 of 1,000",
        "hant-hk as taiwan: 6, 0 of 1,000",
        "hant-hk as taiwan-phrases: 6, 0 of 1,000",
        "hant-from-hans as simplified: 29, 1 of 1,000",
        "hant-from-hans as traditional: 400, 47 of 1,000",
        "hant-from-hans as taiwan: 389, 42 of 1,000",
        "hant-from-hans as taiwan-phrases: 389, 42 of 1,000",
        "hant-from-hans as hong-kong: 420, 44 of 1,000",
      ]
    `);
  });

  it('are shown in nothing but their counterparts where a character stands alone', async () => {
    for (const source of SOURCE_SCRIPTS) {
      for (const mode of SCRIPT_MODES) {
        const projector = await loadProjector(source, mode);
        const variants = await loadVariants(source, mode);
        for (const character of await ambiguous(source, mode)) {
          expect(variants.of(character), `${source} ${mode} ${character}`).toContain(
            projector.project(character).display,
          );
        }
      }
    }
  });

  it('have each counterpart once, and more than one', async () => {
    for (const character of await ambiguous('hant-from-hans', 'hong-kong')) {
      const forms = (await loadVariants('hant-from-hans', 'hong-kong')).of(character);
      expect(new Set(forms).size).toBe(forms.length);
      expect(forms.length).toBeGreaterThan(1);
    }
  });

  it('are none where nothing is converted, and nothing is loaded for that', async () => {
    for (const source of SOURCE_SCRIPTS) expect(await loadVariants(source, 'original')).toBe(NO_VARIANTS);
    expect(await loadVariants('hant-tw', 'taiwan-phrases')).toBe(NO_VARIANTS);
    for (const odd of ['', '𠮷', '\ud800', 'a', '。', '👩‍👩‍👧']) {
      expect((await loadVariants('hans', 'traditional')).of(odd)).toEqual([]);
    }
  });

  it('are counted in little time', async () => {
    vi.resetModules();
    const { loadPreset } = await import('#core/script/preset');
    const { loadVariants: loadAfresh } = await import('#core/script/variants');
    await loadPreset('cn2t');
    (await loadAfresh('hans', 'taiwan')).of('后');
    // Some 70 ms on a machine of its own, beside which the conversion's own dictionaries are being compiled anyway.
  });
});
