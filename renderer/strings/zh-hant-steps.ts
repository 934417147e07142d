import type { StepNames } from './en-steps';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

const about = (one: string, many: string) => (words: string, count: number) =>
  count === 1 ? one.replace('#', `「${words}」`) : many.replace('#', number(count));

/** What can be undone, in Traditional Chinese. */
export const steps: StepNames = {
  mark: about('標記#', '標記 # 處'),
  recolour: about('更改#的顏色', '更改 # 處標記的顏色'),
  restyle: about('更改#的樣式', '更改 # 處標記的樣式'),
  note: about('#的筆記', '# 處標記的筆記'),
  tags: about('#的標籤', '# 處標記的標籤'),
  'add-tags': about('為#加上標籤', '為 # 處標記加上標籤'),
  'rename-tag': (words) => `重新命名標籤 ${words}`,
  'merge-tags': (words) => `合併標籤 ${words}`,
  'delete-tag': (words) => `移除標籤「${words}」`,
  delete: about('刪除#的標記', '刪除 # 處標記'),
  restore: about('取回#的標記', '取回 # 處標記'),
  purge: about('從回收桶清除#的標記', '從回收桶清除 # 處標記'),
  retarget: about('移動#的標記', '移動 # 處標記'),
  accept: about('接受#的位置', '接受 # 處標記的位置'),
  leave: about('讓#不再有位置', '讓 # 處標記不再有位置'),
  edition: () => '改用變動後的檔案',
  correct: about('更正#', '# 則更正'),
  'remove-correction': about('移除#的更正', '移除 # 則更正'),
  'import-corrections': about('匯入#的更正', '匯入 # 則更正'),
  'import-notes': about('匯入#的批註', '匯入 # 則批註'),
  bookmark: about('書籤#', '# 個書籤'),
  'rename-bookmark': about('重新命名書籤#', '重新命名 # 個書籤'),
  'delete-bookmark': about('刪除書籤#', '刪除 # 個書籤'),
  'restore-backup': () => '從備份還原',
};
