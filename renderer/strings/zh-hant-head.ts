import { hanNumeral } from '#core/text/han-numeral';
import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** What is said above a text, in Traditional Chinese with the terms of Taiwan. */
export const about: Strings['reader']['about'] = {
  name: '關於這份文本',
  glosses: (count) => `${number(count)} 處夾注`,
  repairs: (count) => `${number(count)} 處校正`,
  inColumns: {
    glosses: (count) => `${hanNumeral(count, 'traditional')}處夾注`,
    repairs: (count) => `${hanNumeral(count, 'traditional')}處校正`,
  },
};
