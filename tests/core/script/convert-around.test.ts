import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProjector } from '#core/script/projector';
import { codePointSpan, unitSpan } from '#core/support/offset';
import { chineseText } from '../../support/chinese';

describe('a fixed stretch', () => {
  it('wins over the dictionaries, and no phrase is matched across it', async () => {
    const projector = await loadProjector('hans', 'traditional');
    expect(projector.project('一个中国').display).toBe('一箇中國');
    const { display } = projector.project('一个中国', [{ span: codePointSpan(1, 2), reading: '個' }]);
    expect(display).toBe('一個中國');
  });

  it('is a unit of its own where it changes the length', async () => {
    const projector = await loadProjector('hant-from-hans', 'taiwan-phrases');
    const projection = projector.project('現代化建設全局中的核心', [{ span: codePointSpan(5, 7), reading: '大局面' }]);
    expect(projection.display).toBe('現代化建設大局面中的核心');
    expect(projection.toDisplay(codePointSpan(6, 7))).toEqual(unitSpan(5, 8));
    expect(projection.toCanonical(unitSpan(8, 9))).toEqual(codePointSpan(7, 8));
  });

  it('leaves the words before and after it where they are, whatever stands there', async () => {
    const projector = await loadProjector('hans', 'taiwan-phrases');
    fc.assert(
      fc.property(chineseText(6), chineseText(6), fc.constantFrom('后', '𠮷', '内存'), (before, after, words) => {
        const start = Array.from(before).length;
        const span = codePointSpan(start, start + Array.from(words).length);
        const projection = projector.project(before + words + after, [{ span, reading: '後來' }]);
        const { display } = projection;
        expect(display).toBe(projector.project(before).display + '後來' + projector.project(after).display);
        const shown = projection.toDisplay(span);
        expect(display.slice(shown.start, shown.end)).toContain('後來');
      }),
    );
  });

  it('is passed over where it is empty or begins within another', async () => {
    const projector = await loadProjector('hans', 'traditional');
    const fixed = [
      { span: codePointSpan(0, 0), reading: '無' },
      { span: codePointSpan(0, 2), reading: '甲乙' },
      { span: codePointSpan(1, 3), reading: '丙丁' },
    ];
    expect(projector.project('发展中', fixed).display).toBe('甲乙中');
  });
});
