import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRuns } from '#core/text/block-runs';
import { unitSpan } from '#core/support/offset';
import { uprightInTitle, uprightNumbers } from '#core/text/upright-numbers';

const found = (display: string): string[] => uprightNumbers(display).map(({ start, end }) => display.slice(start, end));

describe('numbers that stand upright in a column', () => {
  it.each([
    ['12月25日', ['12', '25']],
    ['2021年1月24日', ['1', '24']],
    ['第3章共10節', ['3', '10']],
    ['（12）', ['12']],
    ['“十四五”期間的18項', ['18']],
    ['到了12.', ['12']],
    ['10、20、30', ['10', '20', '30']],
    ['𠀀12𠀁', ['12']],
    // Part of something longer: all of it lies on its side.
    ['2020', []],
    ['100', []],
    ['3.5', []],
    ['12.50元', []],
    ['1,234', []],
    ['90%', []],
    ['5‰', []],
    ['A4', []],
    ['4K', []],
    ['U12型', []],
    ['COVID-19', []],
    ['10-12', []],
    ['24/7', []],
    ['12:30', []],
    ['$12', []],
    ['36°', []],
    ['１２', []],
    ['二十', []],
    ['', []],
  ])('in %s', (display, numbers) => {
    expect(found(display)).toEqual(numbers);
  });

  it.each([
    ['2021年北京18項', ['2021', '18']],
    ['1984', ['1984']],
    ['第100回', ['100']],
    ['10086號', []],
    ['1Q84', []],
    ['2020-2021年', []],
    ['1,234頁', []],
    ['3.5版', []],
  ])('in the title %s, where years do too', (title, numbers) => {
    expect(uprightInTitle(title).map(({ start, end }) => title.slice(start, end))).toEqual(numbers);
  });

  it('are one or two digits, in order, with no digit and no letter beside them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', '年', '.', ',', 'A', '%', '𠀀', '、') }), (display) => {
        let last = 0;
        for (const { start, end } of uprightNumbers(display)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(display.slice(start, end)).toMatch(/^[0-9]{1,2}$/);
          expect(`${display.slice(0, start).at(-1)}${display[end]}`).not.toMatch(/[0-9A%]/);
          last = end;
        }
      }),
    );
  });

  it('cut the runs of a block without loss, but no reading and no notice', () => {
    const display = '第12章12頁12';
    const numbers = uprightNumbers(display);
    const reading = { span: unitSpan(4, 6), reading: 'shí’èr' };
    const notice = { kind: 'suspect', span: unitSpan(6, 8), found: '頁', perhaps: '页' } as const;
    const pieces = blockRuns(display, [reading], [notice], numbers).flatMap((run) => run.pieces);
    expect(pieces.map(({ text }) => text).join('')).toBe(display);
    expect(pieces.filter(({ upright }) => upright).map(({ text }) => text)).toEqual(['12']);
    expect(pieces.find((piece) => piece.reading !== undefined)?.text).toBe('12');
  });

  it('lose nothing of any block', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', '年', '𠀀') }), fc.nat(5), (display, at) => {
        const rubies = display.length > at ? [{ span: unitSpan(at, at + 1), reading: 'x' }] : [];
        const runs = blockRuns(display, rubies, [], uprightNumbers(display));
        const pieces = runs.flatMap((run) => run.pieces);
        expect(pieces.map(({ text }) => text).join('')).toBe(display);
        for (const { text, upright } of pieces) if (upright) expect(text).toMatch(/^[0-9]{1,2}$/);
      }),
    );
  });
});
