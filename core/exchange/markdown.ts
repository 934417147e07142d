import type { Format } from './format';
import { obsidianParts } from './markdown-obsidian';

/** Notes as Markdown. */
export const markdown: Format = {
  id: 'markdown',
  extension: 'md',
  words: {
    en: { name: 'Markdown', description: 'Plain text for Obsidian, Logseq and any other notebook.' },
    'zh-Hant': { name: 'Markdown', description: '純文字，適用於 Obsidian、Logseq 與其他筆記軟體。' },
    'zh-Hans': { name: 'Markdown', description: '纯文本，适用于 Obsidian、Logseq 和其他笔记软件。' },
  },
  options: ['layout', 'template', 'quotes', 'citation'],
  write: (model, options) => ({ kind: 'text', parts: obsidianParts(model, options) }),
};
