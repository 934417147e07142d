import type { check as english } from './en-check';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

const all = (notes: number): string => (notes === 0 ? '还没有批注，其他内容都' : `全部 ${number(notes)} 条批注都`);

/** What is said when everything that is kept is checked, in Simplified Chinese. */
export const check: typeof english = {
  title: '检查我的批注',
  checking: '正在从两份副本读取每一条批注…',
  failed: '数据库无法读取。请关闭其他的 Zhupi，再重新启动。没有任何内容被删除。',
  details: '检查结果',
  said: '已完成的操作',
  verdicts: {
    well: (notes) => `${all(notes)}完好，在磁盘上存有两份。`,
    differing: (notes) => `${all(notes)}在数据库中完好，但变更记录的内容不一致。请重新启动 Zhupi，两者就会合而为一。`,
    'no-journal': (notes) => `${all(notes)}在数据库中完好，但变更记录无法读取：目前在磁盘上只有一份。`,
    'journal-damaged': (notes) => `${all(notes)}在数据库中完好。第二份副本有损坏，请尽快导出批注或创建备份。`,
  },
  damagedVerdict: (bad, notes) =>
    `有 ${number(bad)} 条记录需要留意${notes === 0 ? '' : `；${number(notes)} 条批注完好`}。请重新启动 Zhupi，变更记录中还有的内容就会回来。`,
  tables: {
    annotations: '批注',
    bookmarks: '书签',
    corrections: '更正',
    editions: '版本',
    texts: '文本',
    positions: '阅读位置',
    settings: '设置',
  },
  kinds: {
    annotations: '一条批注',
    bookmarks: '一个书签',
    corrections: '一条更正',
    editions: '文本的一个版本',
    texts: '一篇文本',
    positions: '一处阅读位置',
    settings: '一项设置',
  },
  damaged: (kind, name) => `${kind}已损坏：${name}。`,
  withoutText: (name) => `${name}所在的文本不见了。`,
  astray: (name) => `${name}的位置上是别的文字。`,
  inexact: {
    moved: (name) => `${name}已随文本移动，请看看位置对不对。`,
    review: (name) => `${name}的位置还等您确认。`,
    orphan: (name) => `${name}在目前的文本中没有位置，仍留在列表里。`,
  },
  more: (count) => `另有 ${number(count)} 条同类的情况。`,
  database: (what) => `数据库中有：${what}。`,
  journal: (records, files) => `变更记录中有：${number(files)} 个文件，共 ${number(records)} 条。`,
  noJournal: '变更记录没有响应。',
  snapshots: (count) => `${number(count)} 份快照完好。`,
  differing: (what) => `数据库与变更记录不一致的有：${what}。`,
  damagedLine: (file, line) => `变更记录文件“${file}”的第 ${number(line)} 行已损坏。`,
  missing: (count) => `变更记录中有 ${number(count)} 条找不到。`,
  damagedSnapshot: (file) => `快照“${file}”已损坏。`,
  showLog: '显示程序日志文件夹',
  logNotShown: '无法显示程序日志文件夹。',
  copyReport: '复制报告',
  copied: '已复制，其中没有任何批注的文字。',
  notCopied: '报告无法复制。',
  close: '关闭',
};
