import type { check as english } from './en-check';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

const all = (notes: number): string => (notes === 0 ? '還沒有批註，其他內容都' : `全部 ${number(notes)} 則批註都`);

/** What is said when everything that is kept is checked, in Traditional Chinese. */
export const check: typeof english = {
  title: '檢查我的批註',
  checking: '正在從兩份副本讀取每一則批註…',
  failed: '資料庫無法讀取。請關閉其他的 Zhupi，再重新啟動。沒有任何內容被刪除。',
  details: '檢查結果',
  said: '已完成的動作',
  verdicts: {
    well: (notes) => `${all(notes)}完好，在磁碟上存有兩份。`,
    differing: (notes) => `${all(notes)}在資料庫中完好，但變更紀錄的內容不一致。請重新啟動 Zhupi，兩者就會合而為一。`,
    'no-journal': (notes) => `${all(notes)}在資料庫中完好，但變更紀錄無法讀取：目前在磁碟上只有一份。`,
    'journal-damaged': (notes) => `${all(notes)}在資料庫中完好。第二份副本有損壞，請盡快匯出批註或建立備份。`,
  },
  damagedVerdict: (bad, notes) =>
    `有 ${number(bad)} 筆紀錄需要留意${notes === 0 ? '' : `；${number(notes)} 則批註完好`}。請重新啟動 Zhupi，變更紀錄中還有的內容就會回來。`,
  tables: {
    annotations: '批註',
    bookmarks: '書籤',
    corrections: '更正',
    editions: '版本',
    texts: '文本',
    positions: '閱讀位置',
    settings: '設定',
  },
  kinds: {
    annotations: '一則批註',
    bookmarks: '一個書籤',
    corrections: '一則更正',
    editions: '文本的一個版本',
    texts: '一篇文本',
    positions: '一處閱讀位置',
    settings: '一項設定',
  },
  damaged: (kind, name) => `${kind}已損壞：${name}。`,
  withoutText: (name) => `${name}所在的文本不見了。`,
  astray: (name) => `${name}的位置上是別的文字。`,
  inexact: {
    moved: (name) => `${name}已隨文本移動，請看看位置對不對。`,
    review: (name) => `${name}的位置還等您確認。`,
    orphan: (name) => `${name}在目前的文本中沒有位置，仍留在清單裡。`,
  },
  more: (count) => `另有 ${number(count)} 筆同類的情況。`,
  database: (what) => `資料庫中有：${what}。`,
  journal: (records, files) => `變更紀錄中有：${number(files)} 個檔案，共 ${number(records)} 筆。`,
  noJournal: '變更紀錄沒有回應。',
  snapshots: (count) => `${number(count)} 份快照完好。`,
  differing: (what) => `資料庫與變更紀錄不一致的有：${what}。`,
  damagedLine: (file, line) => `變更紀錄檔「${file}」的第 ${number(line)} 行已損壞。`,
  missing: (count) => `變更紀錄中有 ${number(count)} 筆找不到。`,
  damagedSnapshot: (file) => `快照「${file}」已損壞。`,
  showLog: '顯示記錄檔資料夾',
  logNotShown: '無法顯示記錄檔資料夾。',
  copyReport: '複製報告',
  copied: '已複製，其中沒有任何批註的文字。',
  notCopied: '報告無法複製。',
  close: '關閉',
};
