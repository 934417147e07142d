import { Converter } from 'opencc-js';
import type { Conversion } from '#core/script/conversion-table';

const LOCALES: Readonly<Record<string, 'cn' | 't' | 'tw' | 'twp' | 'hk'>> = {
  s: 'cn',
  t: 't',
  tw: 'tw',
  twp: 'twp',
  hk: 'hk',
};

/** What opencc-js itself makes of a text. It hangs on long runs of ideographic description characters. */
export function oracle(conversion: Conversion): (text: string) => string {
  const [from = '', to = ''] = conversion.split('2');
  const source = LOCALES[from] ?? 't';
  return Converter({ from: source === 'twp' ? 'tw' : source, to: LOCALES[to] ?? 't' });
}
