import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Correction } from '#core/correction/correction';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadFold } from '#core/search/fold';
import { loadReadings } from '#core/search/pinyin-readings';
import type { CodePointSpan } from '#core/support/offset';
import { codePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import { canonicalOf } from '#core/text/text-index';
import { Finder } from '../../../../renderer/features/search/finder';
import type { FoundPage } from '../../../../renderer/features/search/found-in';
import { SearchBuilder } from '../../../../renderer/features/search/search-builder';
import { correction } from '../../../support/corrections';
import { textOfLines } from '../../../support/searched';

const TEXT = textOfLines('发展一，优化。\n发展二，软件。\n发展三，体系。\n发现四，优化。');

/** A page that notes what is done to it. */
class FakePage implements FoundPage {
  painted: CodePointSpan[] = [];
  revealed: CodePointSpan[] = [];
  left: (CodePointSpan | undefined)[] = [];
  place = 0;
  readonly paint: FoundPage['paint'] = (hits, current) => {
    this.painted = Array.from({ length: hits.count }, (_hit, at) => hits.span(at));
    if (current !== undefined) expect(this.painted).toContainEqual(current);
  };
  readonly reveal: FoundPage['reveal'] = (span) => {
    this.revealed.push(span);
    this.place = span.start;
  };
  readonly sees = (): boolean => true;
  readonly top = (): number => this.place;
  readonly leave: FoundPage['leave'] = (span) => this.left.push(span);
}

let page: FakePage;
let finder: Finder;
let builder: SearchBuilder;

beforeEach(() => {
  page = new FakePage();
  builder = new SearchBuilder({
    fold: loadFold,
    projector: (text, mode, careful) => loadProjector(text.script, mode, careful),
    readings: loadReadings,
    inSlices: (step) => {
      while (step());
      return Promise.resolve();
    },
  });
  finder = new Finder(builder);
  finder.attach(page);
});
afterEach(() => {
  finder.dispose();
});

async function show(mode: ScriptMode, corrections: readonly Correction[] = NONE): Promise<void> {
  const shown = new ShownText(TEXT, await loadProjector('hans', mode), true);
  finder.show({ shown, modes: [mode], careful: false, corrections });
}
const NONE: readonly Correction[] = [];

const done = (): Promise<void> =>
  vi.waitFor(() => {
    expect(finder.current().isSearching).toBe(false);
    expect(finder.current().hits.count).toBe(page.painted.length);
  });

/** Types words and waits until all was found. */
async function typed(words: string): Promise<string[]> {
  const before = finder.current().hits;
  finder.type(words);
  await vi.waitFor(() => {
    expect(finder.current().hits).not.toBe(before);
  });
  await done();
  return page.painted.map((span) => canonicalOf(TEXT, span));
}

const current = (): string => {
  const { hits, current: at, passed } = finder.current();
  return `${at + 1} of ${hits.count}${passed === undefined ? '' : `, past the ${passed}`}`;
};

describe('finding', () => {
  beforeEach(async () => {
    await show('simplified');
  });

  it('begins where the page stands, and goes round past both ends with a word about it', async () => {
    page.place = TEXT.blocks[1]?.span.start ?? 0;
    finder.open(undefined);
    expect(await typed('發展')).toEqual(['发展', '发展', '发展']);
    expect(current()).toBe('2 of 3');
    finder.step(1);
    expect(current()).toBe('3 of 3');
    finder.step(1);
    expect(current()).toBe('1 of 3, past the end');
    finder.step(1);
    expect(current()).toBe('2 of 3');
    finder.step(-1);
    finder.step(-1);
    expect(current()).toBe('3 of 3, past the start');
    expect(page.revealed.at(-1)).toEqual(finder.current().hits.span(2));
  });

  it('keeps to where it began while words grow, and to where the page was scrolled to', async () => {
    page.place = TEXT.blocks[1]?.span.start ?? 0;
    finder.open(undefined);
    await typed('发');
    expect(current()).toBe('2 of 4');
    await typed('发现');
    expect(current()).toBe('1 of 1');
    await typed('发');
    expect(current()).toBe('2 of 4');
    page.place = TEXT.blocks[2]?.span.start ?? 0;
    await typed('发展');
    expect(current()).toBe('3 of 3');
    await typed('优化');
    expect(current()).toBe('2 of 2');
    page.place = TEXT.blocks[3]?.span.end ?? 0;
    await typed('系');
    expect(current()).toBe('1 of 1, past the end');
  });

  it('takes what is selected for its words, and begins there', async () => {
    const selected = codePointSpan(8, 10);
    finder.open(selected);
    await vi.waitFor(() => {
      expect(current()).toBe('2 of 3');
    });
    expect(finder.current().words).toBe('发展');
    finder.close();
    expect(page.left).toEqual([selected]);
    expect(page.painted).toEqual([]);
    expect(finder.current().isOpen).toBe(false);
  });

  it('takes of a selection over two paragraphs only the first', async () => {
    finder.open(codePointSpan(4, 12));
    await vi.waitFor(() => {
      expect(finder.current().words).toBe('优化。');
    });
  });

  it('gives back what was selected where nothing was found', async () => {
    finder.open(codePointSpan(0, 2));
    await typed('沒有的');
    expect(current()).toBe('0 of 0');
    finder.step(1);
    finder.close();
    expect(page.left).toEqual([codePointSpan(0, 2)]);
  });

  it('goes on with the last words from what is selected after it was closed', async () => {
    finder.open(undefined);
    await typed('发展');
    finder.step(1);
    finder.close();
    const selected = page.left.at(-1);
    finder.step(1, selected);
    await vi.waitFor(() => {
      expect(current()).toBe('3 of 3');
    });
    finder.close();
    finder.step(-1, selected);
    await vi.waitFor(() => {
      expect(current()).toBe('1 of 3');
    });
    finder.close();
    finder.step(-1, codePointSpan(0, 2));
    await vi.waitFor(() => {
      expect(current()).toBe('3 of 3, past the start');
    });
  });

  it('looks only for the newest words', async () => {
    finder.open(undefined);
    await done();
    const { search } = builder;
    if (search === undefined) throw new Error('no search');
    const find = vi.spyOn(search, 'find');
    for (const words of ['发', '发展', '发展二']) finder.type(words);
    await vi.waitFor(() => {
      expect(current()).toBe('1 of 1');
    });
    expect(find.mock.calls.map(([query]) => query.words)).toEqual(['发展二']);
  });
});

describe('a change of what is shown', () => {
  it('leaves the hits on the same words, and finds what is displayed now as well', async () => {
    await show('taiwan-phrases');
    finder.open(undefined);
    expect(await typed('體')).toEqual(['件', '体']);
    finder.step(1);
    const before = finder.current().hits;
    await show('simplified');
    await vi.waitFor(() => {
      expect(finder.current().hits).not.toBe(before);
    });
    await done();
    expect(page.painted.map((span) => canonicalOf(TEXT, span))).toEqual(['件', '体']);
    expect(current()).toBe('2 of 2');
    expect(await typed('体')).toEqual(['体']);
    await show('taiwan-phrases');
    await vi.waitFor(() => {
      expect(page.painted.map((span) => canonicalOf(TEXT, span))).toEqual(['件', '体']);
    });
    expect(current()).toBe('2 of 2');
  });

  it('finds what a new correction shows', async () => {
    await show('traditional');
    finder.open(undefined);
    expect(await typed('改善')).toEqual([]);
    await show('traditional', [correction('优化', '改善')]);
    await vi.waitFor(() => {
      expect(page.painted.map((span) => canonicalOf(TEXT, span))).toEqual(['优化', '优化']);
    });
  });
});

describe('the options', () => {
  it('narrow to the script displayed, and widen to pinyin', async () => {
    await show('traditional');
    finder.open(undefined);
    expect(await typed('发展')).toHaveLength(3);
    finder.choose({ exact: true });
    await vi.waitFor(() => {
      expect(current()).toBe('0 of 0');
    });
    expect(await typed('發展')).toHaveLength(3);
    finder.choose({ exact: false, pinyin: true });
    expect(await typed('ruan jian')).toEqual(['软件']);
    expect(await typed('fa')).toHaveLength(4);
    finder.choose({ pinyin: false });
    await vi.waitFor(() => {
      expect(current()).toBe('0 of 0');
    });
  });

  it('say where pinyin cannot be loaded, and try again', async () => {
    let works = false;
    builder = new SearchBuilder({
      fold: loadFold,
      projector: (text, mode) => loadProjector(text.script, mode),
      readings: () => (works ? loadReadings() : Promise.reject(new Error('no'))),
      inSlices: (step) => {
        while (step());
        return Promise.resolve();
      },
    });
    finder = new Finder(builder);
    finder.attach(page);
    await show('original');
    finder.open(undefined);
    finder.type('fazhan');
    finder.choose({ pinyin: true });
    await vi.waitFor(() => {
      expect(finder.current().isPinyinMissing).toBe(true);
    });
    works = true;
    finder.choose({ pinyin: false });
    finder.choose({ pinyin: true });
    await vi.waitFor(() => {
      expect(current()).toBe('1 of 3');
    });
    expect(finder.current().isPinyinMissing).toBe(false);
  });
});
