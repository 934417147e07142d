import type { Format } from '../format';
import { htmlDocument } from './html-document';

/** A text with its marks and notes, ready to be printed. */
export const pdf: Format = {
  id: 'pdf',
  extension: 'pdf',
  words: {
    en: { name: 'PDF', description: 'The page as shown, with or without notes, to print or to pass on.' },
    'zh-Hant': { name: 'PDF', description: '依畫面所示的頁面，可附批註，便於列印或分享。' },
    'zh-Hans': { name: 'PDF', description: '与所见一致的页面，可附批注，便于打印或分享。' },
  },
  options: ['notes', 'quotes', 'citation', 'glosses', 'lines'],
  write: (model, options) => ({ kind: 'pdf', parts: htmlDocument(model, options, false), lines: options.lines }),
};
