import { hanNumeral } from '#core/text/han-numeral';
import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** What is said above a text, in Simplified Chinese with the terms of the mainland. */
export const about: Strings['reader']['about'] = {
  name: '关于这份文本',
  glosses: (count) => `${number(count)} 处夹注`,
  repairs: (count) => `${number(count)} 处校正`,
  inColumns: {
    glosses: (count) => `${hanNumeral(count, 'simplified')}处夹注`,
    repairs: (count) => `${hanNumeral(count, 'simplified')}处校正`,
  },
};
