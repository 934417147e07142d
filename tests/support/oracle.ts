import { Converter } from 'opencc-js';
import type { Conversion } from '#core/script/conversion-table';

type Locale = 'cn' | 't' | 'tw' | 'twp' | 'hk';

const LOCALES: Readonly<Record<string, Locale>> = { s: 'cn', t: 't', tw: 'tw', twp: 'twp', hk: 'hk' };

/** What opencc-js itself makes of a text. It hangs on long runs of ideographic description characters. */
export function oracle(conversion: Conversion): (text: string) => string {
  // Its names say at the end what vocabulary the region has, also where the region is what is converted from.
  if (conversion === 'tw2sp') return Converter({ from: 'twp', to: 'cn' });
  const [from = '', to = ''] = conversion.split('2');
  return Converter({ from: LOCALES[from] ?? 't', to: LOCALES[to] ?? 't' });
}
