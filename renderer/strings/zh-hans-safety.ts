import type { safety as english } from './en-safety';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

const counted = (count: number, unit: string): string => `${number(count)} ${unit}`;

/** What is said of the two copies of everything, in Simplified Chinese. */
export const safety: typeof english = {
  bar: '关于您的批注',
  dismiss: '关闭',
  counted: {
    annotations: (count) => counted(count, '条批注'),
    bookmarks: (count) => counted(count, '个书签'),
    corrections: (count) => counted(count, '条更正'),
    other: (count) => counted(count, '条其他记录'),
  },
  quoted: (words) => `“${words}”`,
  restored: (what) => `数据库丢失了一些内容，已从变更记录取回：${what}。`,
  copied: (count) => `变更记录缺少 ${counted(count, '条')}，已重新写入。`,
  journalNew: '此配置的变更记录不见了，已用数据库的全部内容重新建立。',
  damaged: (quotes) => `这些标记最后写入的内容在两份副本中都已损坏：${quotes}。能读出的部分都在。`,
  missing: (count) => `变更记录中有 ${counted(count, '条')}找不到，备份中也许还有。`,
  failed: '两份副本之一无法修复。请腾出磁盘空间，再重新启动 Zhupi。',
  unreadable:
    '此配置的变更记录无法读取，因此无法保存新的内容。请确认您可以读写批注所在的文件夹，再重新启动 Zhupi。没有任何内容被删除。',
};
