import type { Strings } from './en';
import { numberIn, percentIn } from './numbers';

const number = numberIn('zh-Hant');
const share = percentIn('zh-Hant');

const paragraphs = (first: number, last: number): string => `第 ${first === last ? first : `${first}–${last}`} 段`;

/** What is said of finding one's way in a text, in Traditional Chinese. */
export const reading: Strings['reading'] = {
  layout: {
    name: '版式',
    horizontal: '橫排',
    vertical: '直排',
  },
  pages: {
    name: '翻頁',
    turning: '閱讀方式',
    scroll: '捲動',
    pages: '翻頁',
    before: '上一頁',
    next: '下一頁',
  },
  parallel: {
    name: '對照',
    column: '第二欄',
    script: '對照欄繁簡',
    close: '關閉對照',
  },
  contents: {
    fold: (section) => `收合「${section}」`,
    unfold: (section) => `展開「${section}」`,
    share,
    read: (percent) => `已讀 ${share(percent)}`,
    where: (percent, paragraph, count, section) =>
      `已讀 ${percent}% · 第 ${number(paragraph)} 段，共 ${number(count)} 段${section === '' ? '' : ` · ${section}`}`,
  },
  bookmarks: {
    title: '書籤',
    add: '加入書籤',
    none: (key) => (key === undefined ? '還沒有書籤。' : `按 ${key} 記住目前位置。`),
    nameOf: '書籤名稱',
    rename: (name) => `重新命名「${name}」`,
    remove: (name) => `刪除「${name}」`,
    renameShort: '重新命名',
    removeShort: '刪除',
    unnamed: '書籤',
    there: (name) => `這裡已有書籤「${name}」。`,
    failed: {
      full: '書籤未儲存：磁碟已滿。請騰出空間再試。',
      forbidden: '書籤未儲存：批註所在的資料夾不允許寫入。',
      closed: '書籤未儲存：資料庫已關閉。請再試一次。',
      gone: '書籤未儲存：它已不存在。',
      other: '書籤未儲存。請再試一次。',
    },
    done: {
      added: (name) => `已加入書籤「${name}」。`,
      removed: (name) => `已刪除書籤「${name}」。`,
    },
  },
  copying: {
    citation: '複製並附出處',
    source: '複製原文',
    link: '複製標記連結',
    noMark: '請先選取標記，或選取它的文字。',
    copiedCitation: '已複製，並附出處',
    copiedSource: '已複製原文',
    copiedLink: '已複製連結',
    cite: (quote, title, first, last) => `「${quote}」——《${title}》，${paragraphs(first, last)}`,
  },
  links: {
    title: '前往連結',
    field: '標記連結',
    placeholder: 'zhupi://mark/…',
    go: '前往',
    cancel: '取消',
    problems: {
      'no-link': '這不是標記連結。標記連結以 zhupi://mark/ 開頭。',
      'no-mark': '這個連結所指的標記不在此書架中，開啟的文本裡也找不到它的文字。',
      'no-text': '這個連結所指的文本不在書架中。',
    },
    deleted: '這個標記已刪除。這是它所在的文字。',
    missing: '這個標記不在此書架中。這是它所在的文字。',
  },
};
