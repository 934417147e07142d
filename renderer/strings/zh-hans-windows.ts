import type { windows as en } from './en-windows';

/** What is said of windows, panes, zoom and printing, and at the first start. */
export const windows: typeof en = {
  edges: { contents: '目录栏宽度', notes: '批注栏宽度' },
  zoomed: (percent) => `缩放 ${percent}`,
  libraryMenu: '文本',
  open: '打开',
  openInNew: '在新窗口中打开',
  placeMenus: {
    section: '章节',
    bookmark: '书签',
    of: (name) => `“${name}”的菜单`,
    short: '菜单',
    go: '前往此处',
    keep: '在此添加书签',
    copyHeading: '复制标题',
    copyWords: '复制文字',
  },
  hint: {
    name: '开始使用',
    lines: (command) => [
      '在上方工具栏选择习惯的简体或繁体。',
      '选中文字，即可标记或写下批注。',
      `按 ? 查看快捷键，按 ${command}K 查看命令。`,
    ],
    dismiss: '关闭开始使用的提示',
  },
  print: {
    title: '打印',
    what: '打印内容',
    choices: { notes: '文本、标记与批注', marks: '文本与标记', plain: '仅文本' },
    about: {
      horizontal: (script) => `按当前的繁简打印：${script}。打印机和纸张在下一步选择。`,
      vertical: (script) => `按当前的繁简打印：${script}；竖排，从右到左，纸张横放。打印机和纸张在下一步选择。`,
    },
    go: '打印…',
    cancel: '取消',
    preparing: '正在准备页面…',
    printed: '已发送到打印机。',
    failed: '无法打印。请检查打印机后再试一次。',
  },
};
