import type { VoiceStrings } from './en-voice';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** What is said to who listens and does not see it, in Simplified Chinese. */
export const voice: VoiceStrings = {
  described: (count) => `${number(count)} 处标记。`,
  mark: (looks, quote) => `${looks}：“${quote}”。`,
  more: (count) => `另有 ${number(count)} 处。`,
  marked: (looks, quote) => `已标记：${looks}。“${quote}”`,
  changed: (looks, quote) => `已改为${looks}：“${quote}”`,
  changedAll: (looks, count) => `${number(count)} 处标记已改为${looks}。`,
  script: (name) => `繁简：${name}`,
  opened: (title) => `已打开《${title}》。`,
  shown: { contentsPane: '已显示目录栏', notesPane: '已显示批注栏', parallel: '已显示对照' },
  hidden: { contentsPane: '已收起目录栏', notesPane: '已收起批注栏', parallel: '已关闭对照' },
  selected: (words) => `已选中：${words}`,
  read: (character, reading) => `${character}，${reading}`,
  endOfParagraph: '段落结尾',
};
