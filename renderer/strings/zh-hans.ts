import type { Strings } from './en';
import { anchors } from './zh-hans-anchors';
import { backups } from './zh-hans-backups';
import { check } from './zh-hans-check';
import { commands } from './zh-hans-commands';
import { corrections } from './zh-hans-corrections';
import { exporting } from './zh-hans-export';
import { markKeys, marks } from './zh-hans-marks';
import { noteStrings } from './zh-hans-notes';
import { reading } from './zh-hans-reading';
import { find } from './zh-hans-find';
import { about } from './zh-hans-head';
import { importing } from './zh-hans-import';
import { safety } from './zh-hans-safety';
import { steps } from './zh-hans-steps';
import { type } from './zh-hans-type';
import { voice } from './zh-hans-voice';
import { windows } from './zh-hans-windows';
import { numberIn } from './numbers';

const number = numberIn('zh-Hans');

/** All that the page says, in Simplified Chinese with the terms of the mainland. */
export const zhHans: Strings = {
  app: {
    loading: '正在打开…',
    showContents: '目录栏',
    showNotes: '批注栏',
    couldNotOpen: '无法打开这份文本',
    tryAgain: '重试',
    closed: 'Zhupi 出现错误，为保护您的批注而停止。已保存的内容都在。',
    reload: '重新加载页面',
    databaseTitle: '无法打开您的批注',
    databaseAdvice:
      '此用户数据的数据库没有响应。请关闭其他 Zhupi 窗口并腾出一些磁盘空间，然后重试。没有任何内容被删除。',
    newerAdvice: '此用户数据由较新版本的 Zhupi 写成，请用该版本打开。没有任何内容被更改。',
    noTexts: '目前没有可读的文本。',
    couldNotKeepSettings: '更改无法保存，只在关闭 Zhupi 之前有效。',
    undo: '撤销',
    undone: (what) => `已撤销：${what}。`,
    redone: (what) => `已重做：${what}。`,
    notUndone: (what) => `无法撤销：${what}。请再试一次。`,
    nothingToUndo: '没有可撤销的操作。',
    nothingToRedo: '没有可重做的操作。',
  },
  files: {
    missing: (file) => `找不到文件“${file}”。请重新安装 Zhupi 以恢复。`,
    truncated: (file) => `文件“${file}”不完整，缺了一部分。请换上完整的文件。`,
    'not-utf8': (file) => `文件“${file}”不是 UTF-8 文本。请另存为 UTF-8 再打开。`,
    changed: (file) => `文件“${file}”不是原来的那一份。请重新安装 Zhupi 以恢复。`,
    unreadable: (file) => `无法读取文件“${file}”。请确认您有打开的权限。`,
  },
  reader: {
    text: '正文',
    script: '繁简',
    modes: {
      original: '原文',
      simplified: '简体',
      traditional: '繁体',
      taiwan: '台湾',
      'taiwan-phrases': '台湾用语',
      'hong-kong': '香港',
    },
    scriptFailed: '无法加载这种繁简转换，显示保持不变。',
    beside: '正文旁',
    said: '关于此处',
    aids: '阅读辅助',
    glosses: '夹注',
    repairs: '校正',
    variants: '一简多繁',
    sourceScripts: {
      hans: '简体',
      hant: '繁体',
      'hant-tw': '繁体（台湾）',
      'hant-hk': '繁体（香港）',
      'hant-from-hans': '繁体（由简体逐字转来）',
    },
    about,
    repair: {
      mojibake: '字节错位造成的乱码',
      'folded-punctuation': '全角标点被改成半角',
      says: (found) => `文件作“${found}”`,
      suspect: (perhaps) => `疑当作“${perhaps}”，未改`,
      suspectWhy: '逐字转换留下的字',
    },
    variant: {
      name: '这个字的其他写法',
      says: (source, shown) => `${source} → ${shown}`,
      instead: '改作',
      others: (forms) => `也可能作 ${forms}`,
      show: (form) => `此处改作 ${form}`,
    },
  },
  selection: { name: '选取', note: '加批注', copy: '复制', copied: '已复制', copyFailed: '无法复制。', menu: '字句' },
  colours: { yellow: '黄', red: '红', green: '绿', blue: '蓝', purple: '紫' },
  annotations: {
    card: '批注',
    note: '笔记',
    notePlaceholder: '写下笔记…',
    tags: '标签',
    tagsPlaceholder: '标签，以逗号分隔',
    colour: '颜色',
    delete: '删除',
    close: '关闭',
    deleted: '已删除标记。',
    undo: '取回',
    saving: '正在保存…',
    saved: (time) => `已保存 ${time}`,
    here: (index, count) => `此处第 ${number(index)} 个标记，共 ${number(count)} 个`,
    next: '此处的下一个标记',
    failed: {
      full: '未保存：磁盘已满。文字仍在这里，请腾出空间再试。',
      forbidden: '未保存：批注所在的文件夹不允许写入。文字仍在这里，请允许写入后再试。',
      closed: '未保存：数据库已关闭。文字仍在这里，请重试。',
      gone: '未保存：这个标记已不存在。关闭前请先复制文字。',
      other: '未保存。文字仍在这里，请重试。',
    },
    pane: '批注',
    filter: '筛选批注',
    filterPlaceholder: '字词或标签，简繁皆可',
    list: '批注列表',
    none: '还没有批注。选取正文中的字句即可标记。',
    noneFound: (words) => `没有批注含“${words}”。`,
    found: (count, all) => `${number(all)} 条中的 ${number(count)} 条`,
    today: (time) => `今天 ${time}`,
    inColour: (colour) => `${colour}色标记`,
  },
  anchors,
  backups,
  check,
  commands,
  corrections,
  marks,
  notes: noteStrings,
  reading,
  find,
  importing,
  safety,
  steps,
  type,
  voice,
  windows,
  library: { name: '书架', contents: '目录' },
  export: exporting,
  settings: {
    open: '设置',
    title: '设置',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', sepia: '米黄', dark: '深色', contrast: '高对比度' },
    contrastShort: '高对比度',
    language: '语言',
    languages: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
    careful: '谨慎转换',
    carefulHint: '避免跨词误转：“一个中国”转为“一個中國”，不作“一箇中國”。',
    close: '关闭',
    credits: '字体：思源宋体 Noto Serif（SIL 开放字体许可）。转换：OpenCC 词典（Apache 许可 2.0）。',
  },
  keyboard: {
    title: '键盘快捷键',
    close: '关闭',
    rows: {
      arrows: '移动光标；加 Shift 选取，加 Ctrl 或 Alt 以词或段落为单位',
      menu: '光标所在字词的菜单，如同点击右键',
      ...markKeys,
    },
  },
};
