import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** What is said of finding words in the text, in Simplified Chinese. */
export const find: Strings['find'] = {
  name: '在文中查找',
  field: '查找',
  placeholder: '字词，繁简皆可',
  count: (hit, all) => `第 ${number(hit)} 处，共 ${number(all)} 处`,
  nothing: '未找到',
  passed: { end: '已过文末，从头再找', start: '已过文首，从末尾再找' },
  next: '下一处',
  previous: '上一处',
  exact: '区分繁简',
  exactHint: '只找现在显示的字词，繁简须与输入的相同。',
  pinyin: '拼音',
  pinyinHint: '也按读音查找：fa zhan、fazhan 或 fā zhǎn。',
  pinyinMissing: '无法加载读音。请关闭“拼音”再打开，重试一次。',
  list: '全部结果',
  listName: '查找结果',
  paragraph: (number) => `¶ ${number}`,
  close: '关闭查找',
};
