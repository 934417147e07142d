import { describe, expect, it } from 'vitest';
import { loadProjector } from '#core/script/projector';
import { loadFold } from '#core/search/fold';
import { wordMatcher } from '#core/search/matcher';
import { ShownLayer } from '#core/search/shown-layer';

/** What a layer of two blocks gives for some words: the block, and the words around the match. */
async function matches(words: string): Promise<[number, string][]> {
  const fold = await loadFold();
  const projector = await loadProjector('hans', 'taiwan-phrases');
  const layer = new ShownLayer();
  ['发展的体系', '的互联网的优化的', '的', '软件的体系'].forEach((block, number) => {
    const projection = projector.project(block);
    layer.add(number, projection, fold.fold(projection.display), fold.fold(block));
  });
  const found: [number, string][] = [];
  layer.forEachMatch(wordMatcher(fold.fold(words)), ({ block, projection: { display }, span }) => {
    found.push([
      block,
      `${display.slice(0, span.start)}[${display.slice(span.start, span.end)}]${display.slice(span.end)}`,
    ]);
  });
  return found;
}

describe('a layer', () => {
  it.each<[string, [number, string][]]>([
    ['的', []],
    ['系', []],
    ['化', [[1, '的網際網路的最佳[化]的']]],
    [
      '网',
      [
        [1, '的[網]際網路的最佳化的'],
        [1, '的網際[網]路的最佳化的'],
      ],
    ],
    ['路的最', [[1, '的網際網[路的最]佳化的']]],
    ['體', [[3, '軟[體]的體系']]],
    ['軟', []],
    ['發展', []],
  ])('gives for %s only what canonical words do not', async (words, expected) => {
    expect(await matches(words)).toEqual(expected);
  });
});
