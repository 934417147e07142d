import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { APPEARANCES } from '#core/ipc/theme';
import { coloursOf, over, readPalettes } from '../../support/palettes';

const SHEET = `\n${readFileSync(join(__dirname, '../../../renderer/app/theme.css'), 'utf8')}`;

/** The value of a property in the rule for a selector. */
function valueOf(selector: string, property: string): string {
  const [, rest = ''] = SHEET.split(`\n${selector} {`);
  return new RegExp(`--${property}:\\s*([^;]+);`).exec(rest.split('}')[0] ?? '')?.[1] ?? '';
}

describe('the words of the interface', () => {
  it.each([
    ['zh-Hans', ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'], ['PingFang TC', 'Noto Sans CJK TC']],
    ['zh-Hant', ['PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC'], ['PingFang SC', 'Noto Sans CJK SC']],
  ])('in %s are in a face of that script first', (language, own, others) => {
    const families = valueOf(`:root:lang(${language})`, 'sans');
    const places = (names: readonly string[]): number[] => names.map((name) => families.indexOf(`'${name}'`));
    expect(Math.min(...places(own))).toBeGreaterThan(0);
    expect(Math.max(...places(own))).toBeLessThan(Math.min(...places(others)));
  });

  it.each(APPEARANCES)(
    'that are an example in a field are told from what is typed, and are 4.5:1, in %s',
    (appearance) => {
      const share = Number(/ink\) (\d+)%/.exec(valueOf(':root', 'example'))?.[1]) / 100;
      const colour = coloursOf(readPalettes(), appearance);
      const isContrast = appearance.startsWith('contrast');
      const example = isContrast ? colour('faint') : over({ ...colour('ink'), alpha: share }, colour('raised'));
      const contrast = wcagContrast(example, colour('raised'));
      expect(contrast).toBeGreaterThanOrEqual(4.5);
      if (!isContrast) expect(contrast).toBeLessThan(wcagContrast(colour('faint'), colour('raised')) - 1);
    },
  );
});
