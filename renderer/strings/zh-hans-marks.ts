import type { MarkKeys, MarkStrings } from './en-marks';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** What is said of marks, in Simplified Chinese. */
export const marks: MarkStrings = {
  styles: { highlight: '高亮', underline: '下划线', wavy: '波浪线', outline: '外框', strikethrough: '删除线' },
  style: '样式',
  styleNow: (style) => `样式：${style}`,
  ownColour: (number) => `自定义色 ${number}`,
  labelled: (colour, label) => `${colour}，${label}`,
  looks: (colour, style) => `${colour}；${style}`,
  walked: (index, count, looks) => `标记 ${number(index)}/${number(count)}：${looks}。`,
  quoted: (words) => `“${words}”`,
  noted: (note) => `笔记：${note}`,
  noNote: '没有笔记',
  here: '此处的标记',
  beside: '当前的标记',
  open: '打开',
  resize: '调整范围',
  handles: { start: '标记的起点', end: '标记的终点' },
  moving: { start: '移动起点', end: '移动终点' },
  movingKeys: '← → 逐字，按住 Ctrl 或 Alt 逐词 · Tab：另一端 · Enter：确定 · Esc：取消',
  setToSelection: '把标记改到选中的字句',
  noMark: '没有选中的标记。请先前往一个标记。',
  item: '批注',
  picked: {
    name: '选中的批注',
    count: (count) => `已选中 ${number(count)} 条批注`,
    selected: '已选中',
    tags: '加上标签',
    tagsPlaceholder: '加上标签，按 Enter',
    clear: '取消选中',
    export: '导出…',
    deleted: (count) => `已删除 ${number(count)} 处标记。`,
  },
  palette: {
    title: '标记',
    hint: '说明写下这个颜色对您的意思，会出现在提到颜色的各处，导出时也在。',
    label: (colour) => `${colour}的说明`,
    labelPlaceholder: '例如“存疑”',
    name: (colour) => `${colour}的名称`,
    namePlaceholder: '取个名字',
    look: (colour) => `选择${colour}的颜色`,
    add: '添加颜色',
    full: '最多八种，已经用满。',
    remove: (colour) => `移除${colour}`,
    retired: '不再供选用，已有的标记保留此色。',
    offer: (colour) => `再次提供${colour}`,
  },
};

/** What the keys of marks do, in Simplified Chinese. */
export const markKeys: MarkKeys = {
  tabs: '逐个前往标记，再到页面对正文的说明，然后离开；先按 Esc 则立即离开',
  pick: '在列表中选中多条批注，逐条或全部',
};
