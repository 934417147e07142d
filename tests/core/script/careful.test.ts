import { describe, expect, it } from 'vitest';
import { vetoesOf } from '#core/script/careful';
import { loadProjector } from '#core/script/projector';
import { codePointSpan, unitSpan } from '#core/support/offset';

describe('careful conversion', () => {
  // Probes on which the dictionaries err: what is shown without and with care. The last three are beyond its reach,
  // since no phrase but a single character is what errs there.
  it.each([
    ['一个中国', '一箇中國', '一個中國'],
    ['但是只有', '但是隻有', '但是只有'],
    ['和面对', '和麪對', '和面對'],
    ['一块面积', '一塊麪積', '一塊面積'],
    ['被干扰', '被幹擾', '被干擾'],
    ['余先生', '餘先生', '餘先生'],
    ['范先生', '範先生', '範先生'],
    ['台积电', '臺積電', '臺積電'],
  ])('shows %s, else %s, as %s', async (source, plain, careful) => {
    expect((await loadProjector('hans', 'traditional')).project(source).display).toBe(plain);
    expect((await loadProjector('hans', 'traditional', true)).project(source).display).toBe(careful);
  });

  it('does not take back what the dictionaries get right', async () => {
    const projector = await loadProjector('hans', 'traditional', true);
    for (const [source, shown] of [
      ['头发很长', '頭髮很長'],
      ['皇后在后面', '皇后在後面'],
      ['几个月后', '幾個月後'],
      ['她说了算', '她說了算'],
      ['准备好了', '準備好了'],
      ['演示了', '演示了'],
      ['他穿著衣服', '他穿著衣服'],
    ] as const) {
      expect(projector.project(source).display).toBe(shown);
    }
  });

  it('keeps the map exact before and after a phrase that was not taken', async () => {
    const projection = (await loadProjector('hans', 'taiwan-phrases', true)).project('内存和一个中国内存');
    expect(projection.display).toBe('記憶體和一個中國記憶體');
    expect(projection.toDisplay(codePointSpan(0, 1))).toEqual(unitSpan(0, 3));
    expect(projection.toCanonical(unitSpan(1, 2))).toEqual(codePointSpan(0, 2));
    expect(projection.toDisplay(codePointSpan(4, 6))).toEqual(unitSpan(5, 7));
    expect(projection.toCanonical(unitSpan(9, 10))).toEqual(codePointSpan(7, 9));
  });

  it('cuts words anywhere in a long text without an end to it', () => {
    const text = '一个中国'.repeat(50_000);
    const vetoes = vetoesOf(text);
    expect(vetoes.length).toBe(text.length + 1);
    expect(vetoes.subarray(199_980).includes(1)).toBe(true);
  });

  it('vetoes the offsets inside words, and no edge', () => {
    expect([...vetoesOf('一个中国')]).toEqual([0, 1, 0, 1, 0]);
    expect([...vetoesOf('')]).toEqual([0]);
  });
});
