import type { Strings } from './en';
import { anchors } from './zh-hant-anchors';
import { backups } from './zh-hant-backups';
import { check } from './zh-hant-check';
import { commands } from './zh-hant-commands';
import { corrections } from './zh-hant-corrections';
import { exporting } from './zh-hant-export';
import { markKeys, marks } from './zh-hant-marks';
import { noteStrings } from './zh-hant-notes';
import { reading } from './zh-hant-reading';
import { find } from './zh-hant-find';
import { about } from './zh-hant-head';
import { importing } from './zh-hant-import';
import { safety } from './zh-hant-safety';
import { steps } from './zh-hant-steps';
import { type } from './zh-hant-type';
import { voice } from './zh-hant-voice';
import { windows } from './zh-hant-windows';
import { numberIn } from './numbers';

const number = numberIn('zh-Hant');

/** All that the page says, in Traditional Chinese with the terms of Taiwan. */
export const zhHant: Strings = {
  app: {
    loading: '開啟中…',
    showContents: '目錄欄',
    showNotes: '批註欄',
    couldNotOpen: '無法開啟這份文本',
    tryAgain: '再試一次',
    closed: 'Zhupi 發生錯誤，為保護您的批註而停止。已儲存的內容都在。',
    reload: '重新載入頁面',
    databaseTitle: '無法開啟您的批註',
    databaseAdvice:
      '這個設定檔的資料庫沒有回應。請關閉其他 Zhupi 視窗並騰出一些磁碟空間，然後再試一次。沒有任何內容被刪除。',
    newerAdvice: '這個設定檔由較新版的 Zhupi 寫成，請用該版本開啟。沒有任何內容被更動。',
    noTexts: '目前沒有可讀的文本。',
    couldNotKeepSettings: '更動無法儲存，只在關閉 Zhupi 之前有效。',
    undo: '復原',
    undone: (what) => `已復原：${what}。`,
    redone: (what) => `已重做：${what}。`,
    notUndone: (what) => `無法復原：${what}。請再試一次。`,
    nothingToUndo: '沒有可復原的動作。',
    nothingToRedo: '沒有可重做的動作。',
  },
  files: {
    missing: (file) => `找不到檔案「${file}」。請重新安裝 Zhupi 以恢復。`,
    truncated: (file) => `檔案「${file}」不完整，缺了一部分。請換上完整的檔案。`,
    'not-utf8': (file) => `檔案「${file}」不是 UTF-8 文字。請另存為 UTF-8 再開啟。`,
    changed: (file) => `檔案「${file}」不是原來的那一份。請重新安裝 Zhupi 以恢復。`,
    unreadable: (file) => `無法讀取檔案「${file}」。請確認您有開啟的權限。`,
  },
  reader: {
    text: '正文',
    script: '繁簡',
    modes: {
      original: '原文',
      simplified: '簡體',
      traditional: '繁體',
      taiwan: '臺灣',
      'taiwan-phrases': '臺灣用語',
      'hong-kong': '香港',
    },
    scriptFailed: '無法載入這種繁簡轉換，顯示維持不變。',
    beside: '正文旁',
    said: '關於此處',
    aids: '閱讀輔助',
    glosses: '夾注',
    repairs: '校正',
    variants: '一簡多繁',
    sourceScripts: {
      hans: '簡體',
      hant: '繁體',
      'hant-tw': '繁體（臺灣）',
      'hant-hk': '繁體（香港）',
      'hant-from-hans': '繁體（由簡體逐字轉來）',
    },
    about,
    repair: {
      mojibake: '位元組錯位造成的亂碼',
      'folded-punctuation': '全形標點被改成半形',
      says: (found) => `檔案作「${found}」`,
      suspect: (perhaps) => `疑當作「${perhaps}」，未改`,
      suspectWhy: '逐字轉換留下的字',
    },
    variant: {
      name: '這個字的其他寫法',
      says: (source, shown) => `${source} → ${shown}`,
      instead: '改作',
      others: (forms) => `也可能作 ${forms}`,
      show: (form) => `此處改作 ${form}`,
    },
  },
  selection: { name: '選取', note: '加批註', copy: '複製', copied: '已複製', copyFailed: '無法複製。', menu: '字句' },
  colours: { yellow: '黃', red: '紅', green: '綠', blue: '藍', purple: '紫' },
  annotations: {
    card: '批註',
    note: '筆記',
    notePlaceholder: '寫下筆記…',
    tags: '標籤',
    tagsPlaceholder: '標籤，以逗號分隔',
    colour: '顏色',
    delete: '刪除',
    close: '關閉',
    deleted: '已刪除標記。',
    undo: '取回',
    saving: '儲存中…',
    saved: (time) => `已儲存 ${time}`,
    here: (index, count) => `此處第 ${number(index)} 個標記，共 ${number(count)} 個`,
    next: '此處的下一個標記',
    failed: {
      full: '未儲存：磁碟已滿。文字仍在這裡，請騰出空間再試一次。',
      forbidden: '未儲存：批註所在的資料夾不允許寫入。文字仍在這裡，請允許寫入後再試。',
      closed: '未儲存：資料庫已關閉。文字仍在這裡，請再試一次。',
      gone: '未儲存：這個標記已不存在。關閉前請先複製文字。',
      other: '未儲存。文字仍在這裡，請再試一次。',
    },
    pane: '批註',
    filter: '篩選批註',
    filterPlaceholder: '字詞或標籤，簡繁皆可',
    list: '批註清單',
    none: '還沒有批註。選取正文中的字句即可標記。',
    noneFound: (words) => `沒有批註含「${words}」。`,
    found: (count, all) => `${number(all)} 則中的 ${number(count)} 則`,
    today: (time) => `今天 ${time}`,
    inColour: (colour) => `${colour}色標記`,
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
  library: { name: '書架', contents: '目錄' },
  export: exporting,
  settings: {
    open: '設定',
    title: '設定',
    theme: '主題',
    themes: { system: '跟隨系統', light: '淺色', sepia: '米黃', dark: '深色', contrast: '高對比' },
    contrastShort: '高對比',
    language: '語言',
    languages: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
    careful: '謹慎轉換',
    carefulHint: '避免跨詞誤轉：「一个中国」轉為「一個中國」，不作「一箇中國」。',
    close: '關閉',
    credits: '字型：思源宋體 Noto Serif（SIL 開放字型授權）。轉換：OpenCC 詞典（Apache 授權 2.0）。',
  },
  keyboard: {
    title: '鍵盤快速鍵',
    close: '關閉',
    rows: {
      arrows: '移動游標；加 Shift 選取，加 Ctrl 或 Alt 以詞或段落為單位',
      menu: '游標所在字詞的選單，如同按右鍵',
      ...markKeys,
    },
  },
};
