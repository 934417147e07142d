import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveText, type DerivationTools } from '#core/text/derive-text';
import { isPinyinSyllable, readGlosses } from '#core/text/gloss-reader';
import { readingOf } from '#core/text/layers';
import { punctuationRepairs } from '#core/text/punctuation-repairs';
import { findSuspects } from '#core/text/suspects';
import type { Text } from '#core/text/text';
import { derivationTools } from '../../support/bundled-text';

let tools: DerivationTools;
beforeAll(async () => {
  tools = await derivationTools();
});
const derive = (content: string): Text =>
  deriveText({ id: 't', title: 't', hash: '0'.repeat(64), content, script: 'hant' }, tools);

describe('a syllable of pinyin', () => {
  it.each(['huì', 'lǜ', 'zhuāng', 'ér', 'nǚ', 'ài', 'xiōng', 'le', 'de', 'yuǎn', 'hui\u0300'])('is %s', (text) => {
    expect(isPinyinSyllable(text)).toBe(true);
  });

  it.each(['WTO', 'ok', 'a', 'note', 'huìyì', 'hùì', 'bcd', 'é́', 'vǐ', ''])('is not %s', (text) => {
    expect(isPinyinSyllable(text)).toBe(false);
  });
});

describe('a gloss', () => {
  it.each([
    ['會(huì)議', '會議', ['會huì']],
    ['會（huì）議', '會議', ['會huì']],
    ['(來(lái)源:科技部)', '(來源:科技部)', ['來lái']],
    ['世貿(WTO)會(huì)', '世貿(WTO)會', ['會huì']],
    ['𠮷(jí)野', '𠮷野', ['𠮷jí']],
    ['Peking (běi)', 'Peking (běi)', []],
  ])('is taken out of %s', (line, text, readings) => {
    const read = readGlosses(line);
    expect(read.text).toBe(text);
    expect(read.glosses.map(({ base, reading }) => base + reading)).toEqual(readings);
    for (const { at, rawAt, base } of read.glosses) {
      expect(Array.from(read.text)[at]).toBe(base);
      expect(Array.from(line)[rawAt]).toBe(base);
    }
  });

  it('comes back wherever it was put, and nothing of it stays in the text', () => {
    const han = fc.array(fc.constantFrom(...Array.from('會議發布學術關𠮷國的。，')), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(han, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (characters, glossed) => {
        const isGlossed = (index: number): boolean =>
          glossed[index] === true && /\p{Script=Han}/u.test(characters[index] ?? '');
        const line = characters.map((c, index) => (isGlossed(index) ? `${c}(xué)` : c)).join('');
        const read = readGlosses(line);
        expect(read.text).toBe(characters.join(''));
        expect(read.glosses.map(({ at }) => at)).toEqual(characters.map((_c, index) => index).filter(isGlossed));
        expect(readGlosses(read.text).glosses).toEqual([]);
      }),
    );
  });
});

describe('folded punctuation', () => {
  it.each([
    ['24日,北京', '24日，北京'],
    ['“十四五”,建', '“十四五”，建'],
    ['好!(來源:部)', '好！（來源：部）'],
    ['世貿(WTO)是', '世貿（WTO）是'],
    ['2.9萬家, 12:30, 1,000', '2.9萬家， 12:30, 1,000'],
    ['Hello, world (really)!', 'Hello, world (really)!'],
    ['他說“Yes,” he said; “no,” she said!', '他說“Yes,” he said; “no,” she said!'],
    ['見 http://a.b/?c,d 吧', '見 http://a.b/?c,d 吧'],
    ['好)壞', '好)壞'],
  ])('in %s is repaired to %s', (line, expected) => {
    const characters = Array.from(line);
    for (const { start, found, reading } of punctuationRepairs(line)) {
      expect(characters[start]).toBe(found);
      characters[start] = reading;
    }
    expect(characters.join('')).toBe(expected);
  });
});

describe('deriving a text', () => {
  it('makes a block of every line that says something, whatever ends it', () => {
    const text = derive('\ufeff# 題目\r\n\r\n　　第一段。  \n \n第二段。\u2028第三段。');
    expect(text.canonical).toBe('題目\n第一段。\n第二段。\n第三段。');
    expect(text.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('says where in the file each gloss stands', () => {
    const content = '\ufeff　　𠮷(jí)\r\n會(huì)';
    for (const { rawAt, base } of derive(content).glosses) expect(Array.from(content)[rawAt]).toBe(base);
  });

  it('keeps the blocks and layers of any text within it, and every repair as long as what it replaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('\n', '\r\n', '會(huì),\n'),
        (a, b) => {
          const text = derive(a + b + a);
          const points = Array.from(text.canonical);
          expect(readingOf(text).length).toBeGreaterThanOrEqual(0);
          expect(Array.from(readingOf(text))).toHaveLength(points.length);
          const joined = text.blocks.map(({ span }) => points.slice(span.start, span.end).join('')).join('\n');
          expect(joined).toBe(text.canonical);
        },
      ),
    );
  });

  it('is linear: a million characters in five thousand paragraphs are all there', () => {
    const line = '許強(qiáng)表示,北京建設國際科技創新中心意義重大。'.repeat(8);
    const text = derive(`${line}\n`.repeat(5000));
    expect(text.blocks).toHaveLength(5000);
    expect(text.glosses).toHaveLength(40_000);
    expect(text.repairs).toHaveLength(40_000);
  });
});

it('deriving does not mind how many glosses stand on one line', () => {
  expect(derive('會(huì)'.repeat(200_000)).glosses).toHaveLength(200_000);
});

describe('a suspect', () => {
  it('is a character that comes back as another', () => {
    expect(findSuspects('并回答', () => '並回答')).toEqual([{ start: 0, found: '并', perhaps: '並' }]);
  });

  it('is not looked for where the way there and back changes the length', () => {
    expect(findSuspects('并回答', () => '並且回答')).toEqual([]);
  });
});
