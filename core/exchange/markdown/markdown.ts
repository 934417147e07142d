import { assertNever } from '../../support/assert-never';
import type { ExportOptions, Format, Written } from '../format';
import { logseqParts } from './markdown-logseq';
import { obsidianParts } from './markdown-obsidian';
import { plainParts } from './markdown-plain';
import { templateParts } from './markdown-template';
import type { TemplateFault } from './template-words';
import type { NotesModel } from '../notes-model';

function byTemplate(model: NotesModel, options: ExportOptions): Written {
  let fault: TemplateFault | undefined;
  const parts = (function* () {
    fault = yield* templateParts(model, options);
  })();
  return { kind: 'text', parts, fault: () => fault };
}

function write(model: NotesModel, options: ExportOptions): Written {
  switch (options.layout) {
    case 'obsidian':
      return { kind: 'text', parts: obsidianParts(model, options) };
    case 'logseq':
      return { kind: 'text', parts: logseqParts(model, options) };
    case 'plain':
      return { kind: 'text', parts: plainParts(model, options) };
    case 'template':
      return byTemplate(model, options);
    default:
      return assertNever(options.layout);
  }
}

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
  write,
};
