import type { StepNames } from './en-steps';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

const about = (one: string, many: string) => (words: string, count: number) =>
  count === 1 ? one.replace('#', `“${words}”`) : many.replace('#', number(count));

/** What can be undone, in Simplified Chinese. */
export const steps: StepNames = {
  mark: about('标记#', '标记 # 处'),
  recolour: about('更改#的颜色', '更改 # 处标记的颜色'),
  restyle: about('更改#的样式', '更改 # 处标记的样式'),
  note: about('#的笔记', '# 处标记的笔记'),
  tags: about('#的标签', '# 处标记的标签'),
  'add-tags': about('为#加上标签', '为 # 处标记加上标签'),
  'rename-tag': (words) => `重命名标签 ${words}`,
  'merge-tags': (words) => `合并标签 ${words}`,
  'delete-tag': (words) => `移除标签“${words}”`,
  delete: about('删除#的标记', '删除 # 处标记'),
  restore: about('取回#的标记', '取回 # 处标记'),
  purge: about('从回收站清除#的标记', '从回收站清除 # 处标记'),
  retarget: about('移动#的标记', '移动 # 处标记'),
  accept: about('接受#的位置', '接受 # 处标记的位置'),
  leave: about('让#不再有位置', '让 # 处标记不再有位置'),
  edition: () => '改用变动后的文件',
  correct: about('更正#', '# 条更正'),
  'remove-correction': about('移除#的更正', '移除 # 条更正'),
  'import-corrections': about('导入#的更正', '导入 # 条更正'),
  'import-notes': about('导入#的批注', '导入 # 条批注'),
  bookmark: about('书签#', '# 个书签'),
  'rename-bookmark': about('重命名书签#', '重命名 # 个书签'),
  'delete-bookmark': about('删除书签#', '删除 # 个书签'),
  'restore-backup': () => '从备份恢复',
};
