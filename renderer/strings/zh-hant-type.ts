/** What is said of the type of the page, in Traditional Chinese. */
export const type = {
  title: '版面字型',
  face: '字型',
  faces: { serif: '明體', kai: '楷體', sans: '黑體', system: '系統' },
  measures: { typeSize: '字級', leading: '行高', measure: '每行字數', rubySize: '夾注字級' },
  values: {
    typeSize: (value: number) => `${value} 像素`,
    leading: (value: number) => value.toFixed(1),
    measure: (value: number) => `${value} 字`,
    rubySize: (value: number) => `${Math.round(value * 100)}%`,
  },
  steps: {
    typeSize: { more: '放大文字', less: '縮小文字' },
    leading: { more: '加大行高', less: '縮小行高' },
    measure: { more: '加長每行', less: '縮短每行' },
    rubySize: { more: '放大夾注', less: '縮小夾注' },
  },
  paragraphs: '段落',
  paragraphNames: { indent: '首行縮排', space: '段間空行' },
  quotes: '引號',
  quoteNames: { 'as-shown': '依原文', 'by-script': '依字形', curly: '“”', corner: '「」' },
  paper: '紙色',
  papers: { theme: '隨主題', white: '白紙', rice: '宣紙', celadon: '青瓷', grey: '灰紙' },
  ownPaper: '這個主題有自己的紙色。',
  justified: '左右對齊',
  focus: '專注模式',
  reset: '還原版面設定',
};
