import { beforeAll, describe, expect, it } from 'vitest';
import { whichText, type TextHere } from '#core/import/which-text';
import { loadFold, type Fold } from '#core/search/fold';
import { incomingNote } from '../../support/incoming';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

const text = (id: string, titles: readonly string[], hashes: readonly string[] = []): TextHere => ({
  ...{ id, titles, hashes },
});
const onTitle = (title: string) => incomingNote('甲', { source: { title } });

describe('the text that a note is on', () => {
  it('is found by its title in any script, width, case and spacing, unless several have it', () => {
    const which = whichText(
      [text('a', ['软件 ABC', '軟體 ABC']), text('b', ['論語']), text('c', ['论语'])],
      () => undefined,
      fold,
    );
    for (const title of ['軟件ABC', '软体 ａｂｃ', ' 軟體ABC ']) expect(which.of(onTitle(title))).toBe('a');
    for (const title of ['論語', '孟子', ' ', '']) expect(which.of(onTitle(title))).toBeUndefined();
  });

  it('is found by id and hash, by hash, by id, by its mark, in this order', () => {
    const here = [text('a', ['甲'], ['1', '2']), text('b', ['乙'], ['2', '3'])];
    const which = whichText(here, (markId) => (markId === 'm' ? 'b' : 'gone'), fold);
    const note = (source: object, markId?: string) => incomingNote('甲', { source, ...(markId && { markId }) });
    expect(which.of(note({ textId: 'a', hash: '2' }))).toBe('a');
    expect(which.of(note({ textId: 'a', hash: '3' }))).toBe('b');
    expect(which.of(note({ textId: 'a', hash: '9' }, 'm'))).toBe('a');
    expect(which.of(note({ textId: 'z', title: '甲' }, 'm'))).toBe('b');
    expect(which.of(note({ textId: 'z', title: '甲' }, 'n'))).toBe('a');
  });

  it('is found for thousands of titles among hundreds of texts in no time to speak of', () => {
    const texts = Array.from({ length: 200 }, (_each, index) =>
      text(
        String(index),
        Array.from({ length: 6 }, (_title, script) => `第${index}本書的標題${script}`),
      ),
    );
    const began = performance.now();
    const which = whichText(texts, () => undefined, fold);
    for (let index = 0; index < 2_000; index++) which.of(onTitle(`另一本書的標題${index}`));
    expect(which.of(onTitle('第7本书的标题3'))).toBe('7');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
