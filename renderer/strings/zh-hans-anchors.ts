import type { Strings } from './en';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** What is said of marks whose text came again in a changed edition, in Simplified Chinese. */
export const anchors: Strings['anchors'] = {
  unplaced: '尚无位置',
  section: '待核对',
  toCheck: (count) => `待核对（${number(count)}）`,
  list: '待核对的标记',
  states: { moved: '有变动', review: '待确认', orphan: '无位置' },
  why: {
    moved: '原文的字句或位置变了',
    review: '可能属于这里',
    orphan: '这个文本里没有它的字句',
  },
  was: '原为',
  now: '现为',
  perhaps: '或为',
  actionsFor: (quote) => `“${quote}”的标记`,
  goTo: '前往',
  accept: '接受',
  reattach: '重新定位…',
  leave: '搁置',
  acceptMoved: (count) => `接受 ${number(count)} 处变动`,
  more: (count) => `再显示一些（${number(count)}）`,
  reattachBar: '重新定位标记',
  selectWords: '请选取这个标记所属的字句。',
  confirmWords: '标记属于这些字句吗？',
  attachHere: '定在这里',
  cancel: '取消',
  accepted: (count) => (count === 1 ? '已接受这个位置。' : `已接受 ${number(count)} 处标记的位置。`),
  left: '标记留在列表中，不再有位置。',
  reattached: '标记已重新定位。',
  changed: (file, { exact, moved, review, orphan }) => {
    const parts = [
      exact > 0 && `${number(exact)} 处标记仍在原处`,
      moved > 0 && `${number(moved)} 处有变动`,
      review > 0 && `${number(review)} 处待确认`,
      orphan > 0 && `${number(orphan)} 处无位置`,
    ].filter((part) => part !== false);
    return `文件“${file}”有过变动${parts.length === 0 ? '。' : `：${parts.join('，')}。`}`;
  },
  showThem: '显示',
  kept: (file) => `文件“${file}”有过变动。现在显示的是变动之前的文本。`,
  takeChanged: '改读变动后的文件',
  taken: (file) => `现在重新显示变动后的文件“${file}”。`,
};
