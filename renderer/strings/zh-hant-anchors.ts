import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** What is said of marks whose text came again in a changed edition, in Traditional Chinese. */
export const anchors: Strings['anchors'] = {
  unplaced: '尚無位置',
  section: '待核對',
  toCheck: (count) => `待核對（${number(count)}）`,
  list: '待核對的標記',
  states: { moved: '有變動', review: '待確認', orphan: '無位置' },
  why: {
    moved: '原文的字句或位置變了',
    review: '可能屬於這裡',
    orphan: '正文中沒有它的字句',
  },
  was: '原為',
  now: '現為',
  perhaps: '或為',
  actionsFor: (quote) => `「${quote}」的標記`,
  goTo: '前往',
  accept: '接受',
  reattach: '重新定位…',
  leave: '擱置',
  acceptMoved: (count) => `接受 ${number(count)} 處變動`,
  more: (count) => `再顯示一些（${number(count)}）`,
  reattachBar: '重新定位標記',
  selectWords: '請選取這個標記所屬的字句。',
  confirmWords: '標記屬於這些字句嗎？',
  attachHere: '定在這裡',
  cancel: '取消',
  accepted: (count) => (count === 1 ? '已接受這個位置。' : `已接受 ${number(count)} 處標記的位置。`),
  left: '標記留在清單中，不再有位置。',
  reattached: '標記已重新定位。',
  changed: (file, { exact, moved, review, orphan }) => {
    const parts = [
      exact > 0 && `${number(exact)} 處標記仍在原處`,
      moved > 0 && `${number(moved)} 處有變動`,
      review > 0 && `${number(review)} 處待確認`,
      orphan > 0 && `${number(orphan)} 處無位置`,
    ].filter((part) => part !== false);
    return `檔案「${file}」變動過${parts.length === 0 ? '。' : `：${parts.join('，')}。`}`;
  },
  showThem: '顯示',
  kept: (file) => `檔案「${file}」變動過。現在顯示的是變動之前的正文。`,
  takeChanged: '改讀變動後的檔案',
  taken: (file) => `現在重新顯示變動後的檔案「${file}」。`,
};
