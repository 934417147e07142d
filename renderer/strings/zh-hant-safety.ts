import type { safety as english } from './en-safety';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

const counted = (count: number, unit: string): string => `${number(count)} ${unit}`;

/** What is said of the two copies of everything, in Traditional Chinese. */
export const safety: typeof english = {
  bar: '關於您的批註',
  dismiss: '關閉',
  counted: {
    annotations: (count) => counted(count, '則批註'),
    bookmarks: (count) => counted(count, '個書籤'),
    corrections: (count) => counted(count, '則更正'),
    other: (count) => counted(count, '筆其他紀錄'),
  },
  quoted: (words) => `「${words}」`,
  restored: (what) => `資料庫遺失了一些內容，已從變更紀錄取回：${what}。`,
  copied: (count) => `變更紀錄缺少 ${counted(count, '筆')}，已重新寫入。`,
  journalNew: '此設定檔的變更紀錄不見了，已用資料庫的全部內容重新建立。',
  damaged: (quotes) => `這些標記最後寫入的內容在兩份副本中都已損壞：${quotes}。能讀出的部分都在。`,
  missing: (count) => `變更紀錄中有 ${counted(count, '筆')}找不到，備份中也許還有。`,
  failed: '兩份副本之一無法修復。請騰出磁碟空間，再重新啟動 Zhupi。',
  unreadable:
    '此設定檔的變更紀錄無法讀取，因此無法儲存新的內容。請確認您可以讀寫批註所在的資料夾，再重新啟動 Zhupi。沒有任何內容被刪除。',
};
