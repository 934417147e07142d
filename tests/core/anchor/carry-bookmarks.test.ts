import { beforeAll, describe, expect, it } from 'vitest';
import { Alignments, carryToEdition } from '#core/anchor/carry-to-edition';
import { newBookmark, offsetIn, type Bookmark } from '#core/bookmark/bookmark';
import { loadFold, type Fold } from '#core/search/fold';
import type { Text } from '#core/text/text';
import { spanOf, textOf } from '../../support/editions';

const ONE = '北京市發展人工智能產業，建設國際科技創新中心。';
const TWO = '第二天下雨，孩子們都留在家裡讀書寫字。';
const THREE = '河邊的老樹開花了，漁夫把船停在樹下等客人。';

const FIRST = textOf('h1', ONE, TWO, THREE);
const CHANGED = textOf('h2', '報道', ONE.replace('創新', '創業'), `${THREE}後來，孩子們都走了。`);

const placeOf = (text: Text, words: string): number => spanOf(text, words).start;

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

/** The bookmarks after these editions took each other's place, less what every change counts. */
function carried(bookmarks: readonly Bookmark[], ...editions: readonly Text[]): Omit<Bookmark, 'rev'>[] {
  let now = [...bookmarks];
  const known = new Map([[FIRST.sourceHash, FIRST]]);
  for (const text of editions) {
    const on = { annotations: [], bookmarks: now, corrections: [] };
    const changed = new Map(
      carryToEdition(on, new Alignments(text, known, fold), 2).drafts.flatMap((draft) =>
        draft.table === 'bookmarks' ? [[draft.record.id, draft.record] as const] : [],
      ),
    );
    now = now.map((bookmark) => changed.get(bookmark.id) ?? bookmark);
    known.set(text.sourceHash, text);
  }
  return now.map(({ rev: _rev, ...rest }) => rest);
}

const at = (words: string): Bookmark => newBookmark(FIRST, placeOf(FIRST, words), words, 1);

describe('a bookmark whose text comes again in a changed edition', () => {
  it('goes with its words, and comes back to its very place with its own edition', () => {
    const made = ['國際', '創新', '第二', '孩子', '讀書', '樹下'].map(at);
    const third = textOf('h3', '別的', ONE.replace('建設國際', ''));
    expect(carried([at('國際')], CHANGED)).toMatchObject([{ textHash: 'h2', offset: placeOf(CHANGED, '國際') }]);
    for (const between of [[CHANGED], [third], [CHANGED, third], [third, CHANGED]]) {
      expect(carried(made, ...between, FIRST)).toEqual(carried(made));
    }
  });

  it('waits as it is where its words are gone, and is shown beside what stood before them', () => {
    const [waiting] = carried([at('讀書')], textOf('h2', ONE, THREE));
    expect(waiting).toEqual(carried([at('讀書')])[0]);
    const cut = textOf('h2', TWO.slice(0, TWO.indexOf('讀書')), THREE);
    expect(offsetIn(cut, newBookmark(textOf('h1', TWO, THREE), placeOf(textOf('', TWO), '讀書'), 'b', 1))).toBe(14);
  });

  it('is called by words that do not cross the end of their paragraph', () => {
    const [bookmark] = carried([at('讀書寫字')], textOf('h2', ONE, '孩子們都留在家裡讀書', THREE));
    expect(bookmark).toMatchObject({ offset: 32, quote: { exact: '讀書' } });
  });
});
