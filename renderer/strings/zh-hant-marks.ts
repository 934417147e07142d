import type { MarkKeys, MarkStrings } from './en-marks';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** What is said of marks, in Traditional Chinese. */
export const marks: MarkStrings = {
  styles: { highlight: '螢光標示', underline: '底線', wavy: '波浪線', outline: '外框', strikethrough: '刪除線' },
  style: '樣式',
  styleNow: (style) => `樣式：${style}`,
  ownColour: (number) => `自訂色 ${number}`,
  labelled: (colour, label) => `${colour}，${label}`,
  looks: (colour, style) => `${colour}；${style}`,
  walked: (index, count, looks) => `標記 ${number(index)}/${number(count)}：${looks}。`,
  quoted: (words) => `「${words}」`,
  noted: (note) => `筆記：${note}`,
  noNote: '沒有筆記',
  here: '此處的標記',
  beside: '目前的標記',
  open: '開啟',
  resize: '調整範圍',
  handles: { start: '標記的起點', end: '標記的終點' },
  moving: { start: '移動起點', end: '移動終點' },
  movingKeys: '← → 逐字，按住 Ctrl 或 Alt 逐詞 · Tab：另一端 · Enter：確定 · Esc：取消',
  setToSelection: '把標記改到選取的字句',
  noMark: '沒有選取的標記。請先前往一個標記。',
  item: '批註',
  picked: {
    name: '選取的批註',
    count: (count) => `已選取 ${number(count)} 則批註`,
    selected: '已選取',
    tags: '加上標籤',
    tagsPlaceholder: '加上標籤，按 Enter',
    clear: '取消選取',
    export: '匯出…',
    deleted: (count) => `已刪除 ${number(count)} 處標記。`,
  },
  palette: {
    title: '標記',
    hint: '說明寫下這個顏色對您的意思，會出現在提到顏色的各處，匯出時也在。',
    label: (colour) => `${colour}的說明`,
    labelPlaceholder: '例如「存疑」',
    name: (colour) => `${colour}的名稱`,
    namePlaceholder: '取個名字',
    look: (colour) => `選擇${colour}的顏色`,
    add: '新增顏色',
    full: '最多八種，已經用滿。',
    remove: (colour) => `移除${colour}`,
    retired: '不再供選用，已有的標記保留此色。',
    offer: (colour) => `再次提供${colour}`,
  },
};

/** What the keys of marks do, in Traditional Chinese. */
export const markKeys: MarkKeys = {
  tabs: '逐個前往標記，再到頁面對正文的說明，然後離開；先按 Esc 則立即離開',
  pick: '在清單中選取多則批註，逐則或全部',
};
