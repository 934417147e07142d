import type { VoiceStrings } from './en-voice';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** What is said to who listens and does not see it, in Traditional Chinese. */
export const voice: VoiceStrings = {
  described: (count) => `${number(count)} 處標記。`,
  mark: (looks, quote) => `${looks}：「${quote}」。`,
  more: (count) => `另有 ${number(count)} 處。`,
  marked: (looks, quote) => `已標記：${looks}。「${quote}」`,
  changed: (looks, quote) => `已改為${looks}：「${quote}」`,
  changedAll: (looks, count) => `${number(count)} 處標記已改為${looks}。`,
  script: (name) => `繁簡：${name}`,
  opened: (title) => `已開啟《${title}》。`,
  shown: { contentsPane: '已顯示目錄欄', notesPane: '已顯示批註欄', parallel: '已顯示對照' },
  hidden: { contentsPane: '已收起目錄欄', notesPane: '已收起批註欄', parallel: '已關閉對照' },
  selected: (words) => `已選取：${words}`,
  read: (character, reading) => `${character}，${reading}`,
  endOfParagraph: '段落結尾',
};
