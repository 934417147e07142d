import type { windows as en } from './en-windows';

/** What is said of windows, panes, zoom and printing, and at the first start. */
export const windows: typeof en = {
  edges: { contents: '目錄欄寬度', notes: '批註欄寬度' },
  zoomed: (percent) => `縮放 ${percent}`,
  libraryMenu: '文本',
  open: '開啟',
  openInNew: '在新視窗中開啟',
  placeMenus: {
    section: '章節',
    bookmark: '書籤',
    of: (name) => `「${name}」的選單`,
    short: '選單',
    go: '前往此處',
    keep: '在此加入書籤',
    copyHeading: '複製標題',
    copyWords: '複製文字',
  },
  hint: {
    name: '開始使用',
    lines: (command) => [
      '在上方工具列選擇慣用的繁體或簡體。',
      '選取文字，即可標記或寫下批註。',
      `按 ? 查看快速鍵，按 ${command}K 查看指令。`,
    ],
    dismiss: '關閉開始使用的提示',
  },
  print: {
    title: '列印',
    what: '列印內容',
    choices: { notes: '文本、標記與批註', marks: '文本與標記', plain: '僅文本' },
    about: {
      horizontal: (script) => `以目前的繁簡列印：${script}。印表機與紙張在下一步選擇。`,
      vertical: (script) => `以目前的繁簡列印：${script}；直排，由右至左，紙張橫放。印表機與紙張在下一步選擇。`,
    },
    go: '列印…',
    cancel: '取消',
    preparing: '正在準備頁面…',
    printed: '已送往印表機。',
    failed: '無法列印。請檢查印表機後再試一次。',
  },
};
