import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** What is said of finding words in the text, in Traditional Chinese. */
export const find: Strings['find'] = {
  name: '在文中尋找',
  field: '尋找',
  placeholder: '字詞，繁簡皆可',
  count: (hit, all) => `第 ${number(hit)} 處，共 ${number(all)} 處`,
  nothing: '找不到',
  passed: { end: '已過文末，從頭再找', start: '已過文首，從末尾再找' },
  next: '下一處',
  previous: '上一處',
  exact: '區分繁簡',
  exactHint: '只找現在顯示的字詞，繁簡須與輸入的相同。',
  pinyin: '拼音',
  pinyinHint: '也按讀音尋找：fa zhan、fazhan 或 fā zhǎn。',
  pinyinMissing: '無法載入讀音。請關閉「拼音」再開啟，重試一次。',
  list: '全部結果',
  listName: '尋找結果',
  paragraph: (number) => `¶ ${number}`,
  close: '關閉尋找',
};
