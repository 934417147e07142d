import type { Format } from '../format';
import { htmlDocument } from './html-document';

/** A text with its marks and notes as one HTML file. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  words: {
    en: { name: 'Web page', description: 'The text with its marks, notes beside it, in one file for any browser.' },
    'zh-Hant': { name: '網頁', description: '正文連同標記，批註列於旁；單一檔案，任何瀏覽器皆可開啟。' },
    'zh-Hans': { name: '网页', description: '正文连同标记，批注列于旁；单个文件，任何浏览器都能打开。' },
  },
  options: ['notes', 'quotes', 'citation', 'glosses'],
  // A page of the web is read by scrolling it down, however the lines of the app run.
  write: (model, options) => ({ kind: 'text', parts: htmlDocument(model, { ...options, lines: 'horizontal' }, true) }),
};
