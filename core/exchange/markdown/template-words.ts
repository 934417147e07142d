import type { Language } from '../../ipc/language';

/**
 * Why a template cannot be used. `syntax`: something in it cannot be read. `unclosed`: a tag or a variable has no end.
 * `unknown-…`: there is none of this name. `files`: it asks for another file. `too-long`: it has too many characters.
 * `too-much`: it goes on and on, or makes more than a file can be.
 */
export type TemplateFaultKind =
  'syntax' | 'unclosed' | 'unknown-tag' | 'unknown-filter' | 'unknown-variable' | 'files' | 'too-long' | 'too-much';

/** What is wrong with a template, and where. */
export interface TemplateFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly kind: TemplateFaultKind;
  /** The name that is unknown, or what is not closed; else empty. */
  readonly name: string;
}

interface FaultWords {
  readonly at: (line: number, column: number, sentence: string) => string;
  readonly kinds: Readonly<Record<TemplateFaultKind, (name: string) => string>>;
}

const FAULTS: Readonly<Record<Language, FaultWords>> = {
  en: {
    at: (line, column, sentence) => `Template, line ${line}, column ${column}: ${sentence}`,
    kinds: {
      syntax: () => 'this cannot be read.',
      unclosed: (name) => `${name} is not closed.`,
      'unknown-tag': (name) => `there is no tag “${name}”.`,
      'unknown-filter': (name) => `there is no filter “${name}”.`,
      'unknown-variable': (name) => `there is no variable “${name}”.`,
      files: () => 'a template cannot use other files.',
      'too-long': () => 'the template is too long.',
      'too-much': () => 'the template does too much and was stopped.',
    },
  },
  'zh-Hant': {
    at: (line, column, sentence) => `範本第 ${line} 行第 ${column} 字：${sentence}`,
    kinds: {
      syntax: () => '這裡無法解讀。',
      unclosed: (name) => `${name} 沒有結尾。`,
      'unknown-tag': (name) => `沒有「${name}」這個標籤。`,
      'unknown-filter': (name) => `沒有「${name}」這個篩選器。`,
      'unknown-variable': (name) => `沒有「${name}」這個變數。`,
      files: () => '範本不能使用其他檔案。',
      'too-long': () => '範本太長。',
      'too-much': () => '範本執行過久或產生過多內容，已停止。',
    },
  },
  'zh-Hans': {
    at: (line, column, sentence) => `模板第 ${line} 行第 ${column} 字：${sentence}`,
    kinds: {
      syntax: () => '这里无法解读。',
      unclosed: (name) => `${name} 没有结尾。`,
      'unknown-tag': (name) => `没有“${name}”这个标签。`,
      'unknown-filter': (name) => `没有“${name}”这个过滤器。`,
      'unknown-variable': (name) => `没有“${name}”这个变量。`,
      files: () => '模板不能使用其他文件。',
      'too-long': () => '模板太长。',
      'too-much': () => '模板运行过久或产生过多内容，已停止。',
    },
  },
};

/** What is wrong with a template, as a sentence. */
export function templateSentence({ line, column, kind, name }: TemplateFault, language: Language): string {
  const { at, kinds } = FAULTS[language];
  return at(line, column, kinds[kind](name));
}

/** A variable or a filter of a template, and what it is in one line. */
export interface TemplateName {
  /** As it is written in a template: `note.quote`, `markdown`. */
  readonly name: string;
  readonly words: Readonly<Record<Language, string>>;
}

const named = (name: string, en: string, hant: string, hans: string): TemplateName => ({
  name,
  words: { en, 'zh-Hant': hant, 'zh-Hans': hans },
});

/** Every variable that a template knows. `text` is one of `texts`, `note` one of `text.notes`. */
export const TEMPLATE_VARIABLES: readonly TemplateName[] = [
  named(
    'title',
    'Title of the text, or of all texts',
    '文本的標題；有多個文本時為全部標題',
    '文本的标题；有多个文本时为全部标题',
  ),
  named('texts', 'The texts, each with its notes', '各文本及其批註', '各文本及其批注'),
  named('count', 'How many notes there are', '批註的總數', '批注的总数'),
  named('exported', 'When this was exported (ISO 8601)', '匯出的時間（ISO 8601）', '导出的时间（ISO 8601）'),
  named('language', 'Language of the interface', '介面語言', '界面语言'),
  named('script', 'The script that quotes are displayed in', '引文顯示所用的繁簡', '引文显示所用的繁简'),
  named('version', 'Version of Zhupi', 'Zhupi 的版本', 'Zhupi 的版本'),
  named('text.title', 'Title in the script chosen', '標題，依所選繁簡', '标题，依所选繁简'),
  named('text.source_title', 'Title as in the source', '標題，依原文', '标题，依原文'),
  named('text.language', 'Language tag of the quotes (BCP 47)', '引文的語言標籤（BCP 47）', '引文的语言标签（BCP 47）'),
  named(
    'text.source_language',
    'Language tag of the source (BCP 47)',
    '原文的語言標籤（BCP 47）',
    '原文的语言标签（BCP 47）',
  ),
  named('text.hash', 'SHA-256 of the source', '原始檔的 SHA-256', '源文件的 SHA-256'),
  named('text.id', 'Id of the text in the library', '文本在書架中的識別碼', '文本在书架中的标识'),
  named('text.count', 'How many notes the text has', '這個文本的批註數', '这个文本的批注数'),
  named('text.notes', 'The notes, in reading order', '批註，依閱讀順序', '批注，按阅读顺序'),
  named('note.quote', 'The marked words in the script chosen', '標記的文字，依所選繁簡', '标记的文字，依所选繁简'),
  named('note.displayed', 'The marked words as displayed', '標記的文字，依顯示', '标记的文字，依显示'),
  named('note.source', 'The marked words as in the source', '標記的文字，依原文', '标记的文字，依原文'),
  named('note.note', 'Your note, in Markdown', '您的批註（Markdown）', '您的批注（Markdown）'),
  named('note.tags', 'Its tags', '標籤', '标签'),
  named('note.colour', 'Name of its colour', '顏色名稱', '颜色名称'),
  named('note.label', 'What the colour means to you', '您為顏色取的名稱', '您给颜色起的名称'),
  named('note.style', 'Style of the mark', '標記的樣式', '标记的样式'),
  named('note.citation', 'Title and paragraph, as words', '出處：標題與段落', '出处：标题与段落'),
  named('note.paragraph', 'Number of its first paragraph', '起始段落的編號', '起始段落的编号'),
  named('note.last_paragraph', 'Number of its last paragraph', '結束段落的編號', '结束段落的编号'),
  named('note.section', 'Section in which it begins', '所在的章節', '所在的章节'),
  named('note.link', 'Link that opens the mark in Zhupi', '在 Zhupi 中開啟此標記的連結', '在 Zhupi 中打开此标记的链接'),
  named('note.id', 'Id of the mark', '標記的識別碼', '标记的标识'),
  named('note.created', 'When it was made (ISO 8601)', '建立時間（ISO 8601）', '创建时间（ISO 8601）'),
  named('note.modified', 'When it was last changed (ISO 8601)', '修改時間（ISO 8601）', '修改时间（ISO 8601）'),
  named('note.made_in', 'The script that it was made in', '建立時所用的繁簡', '创建时所用的繁简'),
];

/** Filters that make words safe in what they are put into, and the one for dates. */
export const TEMPLATE_FILTERS: readonly TemplateName[] = [
  named(
    'markdown',
    'Words that come out as these very words in Markdown',
    '在 Markdown 中原樣顯示的文字',
    '在 Markdown 中原样显示的文字',
  ),
  named(
    'note',
    'A note’s Markdown, less what would reach out of it',
    '批註的 Markdown，不影響其外的內容',
    '批注的 Markdown，不影响其外的内容',
  ),
  named('quote', 'Each line after “> ”', '每行前加「> 」', '每行前加“> ”'),
  named('indent', 'Each line after so many spaces: indent: 4', '每行前加空格：indent: 4', '每行前加空格：indent: 4'),
  named('one_line', 'Everything on one line', '併為一行', '并为一行'),
  named('html', 'For HTML', '用於 HTML', '用于 HTML'),
  named('json', 'For JSON, in quotes', '用於 JSON，含引號', '用于 JSON，含引号'),
  named(
    'csv',
    'A field of CSV, in quotes, never a formula',
    'CSV 的欄位，含引號，不成為公式',
    'CSV 的字段，含引号，不成为公式',
  ),
  named('yaml', 'A value of YAML, in quotes', 'YAML 的值，含引號', 'YAML 的值，含引号'),
  named('tag', 'A tag that Obsidian takes', 'Obsidian 可用的標籤', 'Obsidian 可用的标签'),
  named(
    'date',
    'A time as you like it: date: "%Y-%m-%d"',
    '依格式顯示時間：date: "%Y-%m-%d"',
    '按格式显示时间：date: "%Y-%m-%d"',
  ),
];
