import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersOfBlock, readingOf } from '#core/text/layers';
import type { Text } from '#core/text/text';
import facts from '../../fixtures/facts.json';
import { bundledSource, bundledText, readingText } from '../../support/bundled-text';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const points = (text: string): string[] => Array.from(text);

let text: Text;
beforeAll(async () => {
  text = await bundledText();
});

describe('the bundled source', () => {
  it('is the one that the facts were checked against', () => {
    expect(bundledSource.byteLength).toBe(facts.source.bytes);
    expect(points(bundledSource.toString('utf8'))).toHaveLength(facts.source.codePoints);
    expect(sha256(bundledSource)).toBe(facts.source.sha256);
  });
});

describe('the text with all repairs', () => {
  it('is the reading text, character by character', () => {
    expect(readingOf(text)).toBe(readingText);
  });

  it('has the size, the characters and the hash of the facts', () => {
    const reading = readingOf(text);
    const han = reading.match(/\p{Script=Han}/gu) ?? [];
    expect(Buffer.byteLength(reading)).toBe(facts.readingText.bytes);
    expect(points(reading)).toHaveLength(facts.readingText.codePoints);
    expect(han).toHaveLength(facts.readingText.han);
    expect(new Set(han).size).toBe(facts.readingText.distinctHan);
    expect(sha256(reading)).toBe(facts.readingText.sha256);
  });

  it('has as many code points as without them', () => {
    expect(points(text.canonical)).toHaveLength(facts.readingText.codePoints);
    for (const { found, reading } of text.repairs) expect(points(found)).toHaveLength(points(reading).length);
  });

  it('has its paragraphs where the facts say, and the six projects in the fourth', () => {
    const paragraphs = text.blocks.map(({ span }) => ({ start: span.start, codePoints: span.end - span.start }));
    expect(paragraphs).toEqual(facts.readingText.paragraphs);
    expect(text.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
    const reading = points(readingOf(text)).join('');
    const places = ['一是', '二是', '三是', '四是', '五是', '六是'].map((words) => reading.indexOf(`${words}實施`));
    expect(places).toEqual(facts.readingText.sixProjects);
  });
});

describe('the glosses', () => {
  it('are those of the facts, each with its place in the text and in the file', () => {
    const found = text.glosses.map(({ at, rawAt, base, reading }) => ({ at, raw: rawAt, base, pinyin: reading }));
    expect(found).toEqual(facts.glosses.items);
    expect(found).toHaveLength(facts.glosses.count);
    expect(new Set(found.map(({ base, pinyin }) => base + pinyin)).size).toBe(facts.glosses.distinctPairs);
  });

  it('stand over the characters that they belong to', () => {
    const characters = points(text.canonical);
    for (const { at, base } of text.glosses) expect(characters[at]).toBe(base);
  });
});

describe('the repairs', () => {
  it('mend the one stretch of mojibake', () => {
    const mojibake = text.repairs.filter(({ reason }) => reason === 'mojibake');
    expect(mojibake.map(({ span, found, reading }) => ({ at: span.start, found, repaired: reading }))).toEqual(
      facts.mojibake.map(({ at, found, repaired }) => ({ at, found, repaired })),
    );
    const raw = points(bundledSource.toString('utf8')).slice(facts.mojibake[0]?.raw);
    expect(raw.join('').startsWith(facts.mojibake[0]?.found ?? '-')).toBe(true);
  });

  it('unfold the punctuation that was folded, sign by sign', () => {
    const counts: Record<string, number> = {};
    for (const { found, reason } of text.repairs) {
      if (reason === 'folded-punctuation') counts[found] = (counts[found] ?? 0) + 1;
    }
    expect(counts).toEqual(facts.asciiPunctuation);
  });

  it('are found again block by block', () => {
    const all = text.blocks.map((_block, index) => layersOfBlock(text, index));
    expect(all.flatMap(({ repairs }) => repairs)).toEqual(text.repairs);
    expect(all.flatMap(({ glosses }) => glosses)).toEqual(text.glosses);
    expect(all.flatMap(({ suspects }) => suspects)).toEqual(text.suspects);
  });
});

describe('the suspects', () => {
  it('are all that conversion itself reveals, and no other', () => {
    const revealed = facts.suspects.filter(({ found }) => found !== '薄');
    expect(revealed).toHaveLength(13);
    expect(text.suspects.map(({ at, found, perhaps }) => ({ at, found, perhaps }))).toEqual(
      revealed.map(({ at, found, perhaps }) => ({ at, found, perhaps })),
    );
  });
});
