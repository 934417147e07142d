import type { Strings } from './en';
import { numberIn, percentIn } from './numbers';

const number = numberIn('zh-Hans');
const share = percentIn('zh-Hans');

const paragraphs = (first: number, last: number): string => `第 ${first === last ? first : `${first}–${last}`} 段`;

/** What is said of finding one's way in a text, in Simplified Chinese. */
export const reading: Strings['reading'] = {
  layout: {
    name: '版式',
    horizontal: '横排',
    vertical: '竖排',
  },
  pages: {
    name: '翻页',
    turning: '阅读方式',
    scroll: '滚动',
    pages: '翻页',
    before: '上一页',
    next: '下一页',
  },
  parallel: {
    name: '对照',
    column: '第二栏',
    script: '对照栏繁简',
    close: '关闭对照',
  },
  contents: {
    fold: (section) => `收起“${section}”`,
    unfold: (section) => `展开“${section}”`,
    share,
    read: (percent) => `已读 ${share(percent)}`,
    where: (percent, paragraph, count, section) =>
      `已读 ${percent}% · 第 ${number(paragraph)} 段，共 ${number(count)} 段${section === '' ? '' : ` · ${section}`}`,
  },
  bookmarks: {
    title: '书签',
    add: '添加书签',
    none: (key) => (key === undefined ? '还没有书签。' : `按 ${key} 记住当前位置。`),
    nameOf: '书签名称',
    rename: (name) => `重命名“${name}”`,
    remove: (name) => `删除“${name}”`,
    renameShort: '重命名',
    removeShort: '删除',
    unnamed: '书签',
    there: (name) => `这里已有书签“${name}”。`,
    failed: {
      full: '书签未保存：磁盘已满。请腾出空间后再试。',
      forbidden: '书签未保存：批注所在的文件夹不允许写入。',
      closed: '书签未保存：数据库已关闭。请再试一次。',
      gone: '书签未保存：它已不存在。',
      other: '书签未保存。请再试一次。',
    },
    done: {
      added: (name) => `已添加书签“${name}”。`,
      removed: (name) => `已删除书签“${name}”。`,
    },
  },
  copying: {
    citation: '复制并附出处',
    source: '复制原文',
    link: '复制标记链接',
    noMark: '请先选中标记，或选中它的文字。',
    copiedCitation: '已复制，并附出处',
    copiedSource: '已复制原文',
    copiedLink: '已复制链接',
    cite: (quote, title, first, last) => `“${quote}”——《${title}》，${paragraphs(first, last)}`,
  },
  links: {
    title: '前往链接',
    field: '标记链接',
    placeholder: 'zhupi://mark/…',
    go: '前往',
    cancel: '取消',
    problems: {
      'no-link': '这不是标记链接。标记链接以 zhupi://mark/ 开头。',
      'no-mark': '这个链接所指的标记不在此书架中，打开的文本里也找不到它的文字。',
      'no-text': '这个链接所指的文本不在书架中。',
    },
    deleted: '这个标记已删除。这是它所在的文字。',
    missing: '这个标记不在此书架中。这是它所在的文字。',
  },
};
