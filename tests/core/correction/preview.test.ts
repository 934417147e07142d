import { beforeAll, describe, expect, it } from 'vitest';
import { correctAt, liveAfter } from '#core/correction/changes';
import type { Correction, CorrectionScope } from '#core/correction/correction';
import { correctableAt, type Correctable } from '#core/correction/places';
import { correctionOf, modesErringAlike, placeOf, previewer, wantedBy } from '#core/correction/preview';
import { resolverOf } from '#core/correction/resolver';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { bundledText } from '../../support/bundled-text';
import { correction } from '../../support/corrections';

const MODE = 'taiwan-phrases';
let text: Text;
let plain: ShownText;

const showIn = async (mode: ScriptMode): Promise<ShownText> =>
  new ShownText(text, await loadProjector(text.script, mode), true);

beforeAll(async () => {
  text = await bundledText();
  plain = await showIn(MODE);
});

const spanOf = (words: string, from = 0): CodePointSpan => {
  const at = text.canonical.indexOf(words, from);
  return codePointSpan(at, at + words.length);
};
const withAll = (live: readonly Correction[]): ShownText => plain.withFixed(resolverOf(live, MODE, text).fixedIn);
const wordsAt = (live: readonly Correction[], span: CodePointSpan): Correctable => {
  const words = correctableAt(withAll(live), span);
  if (words === undefined) throw new Error('no words there');
  return words;
};
const preview = (live: readonly Correction[], span: CodePointSpan, right: string, scope: CorrectionScope) =>
  previewer(withAll(live), MODE, live, { words: wordsAt(live, span), scope })(right);

describe('a preview', () => {
  it('shows the words around, and in how many places of the text the form will show', () => {
    const span = spanOf('優化');
    const places = text.canonical.split('優化').length - 1;
    expect(places).toBeGreaterThan(1);
    expect(preview([], span, '優化', 'text')).toEqual({
      before: '三是實施創新範式',
      words: '優化',
      after: '工程。搭建人工智',
      count: places,
      showsHere: true,
      isIdle: false,
    });
    expect(preview([], span, '優化', 'occurrence')).toMatchObject({ count: 1, showsHere: true });
    expect(preview([], span, '', 'text')).toMatchObject({ words: '最佳化', count: places, isIdle: false });
  });

  it('is what is shown once the correction is made, for every reach, over corrections of any reach', () => {
    const span = spanOf('優化');
    const scopes: CorrectionScope[] = ['occurrence', 'text', 'everywhere'];
    for (const before of scopes) {
      for (const scope of scopes) {
        const making = { newId: () => `${before}-${scope}`, at: 1 };
        const make = (live: readonly Correction[], right: string, reach: CorrectionScope) => {
          const shown = withAll(live);
          const words = wordsAt(live, span);
          const wanted = wantedBy(shown, { words, right, scope: reach, modes: [MODE] });
          return liveAfter(live, correctAt(live, wanted, placeOf(shown, words), { ...making, newId: () => right }), 2);
        };
        const live = make([], '甲', before);
        const expected = preview(live, span, '乙丙丁', scope);
        const after = make(live, '乙丙丁', scope);
        expect(expected).toMatchObject({ words: '乙丙丁', showsHere: true, isIdle: false });
        expect(withAll(after).displayOf(span)).toBe('乙丙丁');
        const block = withAll(after).pointOf(span.start).block;
        expect(withAll(after).block(block).display).toContain(`${expected.before}乙丙丁${expected.after}`);
      }
    }
  });

  it('has nothing to do where the form is shown already, unless a correction is to reach further', () => {
    const span = spanOf('全局');
    for (const scope of ['occurrence', 'text', 'everywhere'] as const) {
      expect(preview([], span, '全域性', scope).isIdle).toBe(true);
    }
    const globally = correction('全局', '全局', { modes: [MODE] });
    expect(preview([globally], span, '全局', 'everywhere').isIdle).toBe(true);
    expect(preview([globally], span, '全局', 'text').isIdle).toBe(false);
    expect(preview([globally], span, '全域性', 'occurrence').isIdle).toBe(false);
    expect(correctionOf(withAll([globally]), MODE, [globally], span)).toBe(globally);
    expect(correctionOf(plain, MODE, [], span)).toBeUndefined();
  });

  it('holds in the modes of its direction that err alike', async () => {
    expect(await modesErringAlike(plain, MODE, spanOf('全局'), showIn)).toEqual([MODE]);
    const traditional = await showIn('traditional');
    expect(await modesErringAlike(traditional, 'traditional', spanOf('全局'), showIn)).toEqual([
      'traditional',
      'taiwan',
      'hong-kong',
    ]);
    const simplified = await showIn('simplified');
    expect(await modesErringAlike(simplified, 'simplified', spanOf('全局'), showIn)).toEqual(['simplified']);
    const failing = (): Promise<ShownText> => Promise.reject(new Error('no dictionary'));
    expect(await modesErringAlike(traditional, 'traditional', spanOf('全局'), failing)).toEqual(['traditional']);
  });
});
