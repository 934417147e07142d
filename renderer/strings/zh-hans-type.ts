/** What is said of the type of the page, in Simplified Chinese. */
export const type = {
  title: '版面字体',
  face: '字体',
  faces: { serif: '宋体', kai: '楷体', sans: '黑体', system: '系统' },
  measures: { typeSize: '字号', leading: '行高', measure: '每行字数', rubySize: '夹注字号' },
  values: {
    typeSize: (value: number) => `${value} 像素`,
    leading: (value: number) => value.toFixed(1),
    measure: (value: number) => `${value} 字`,
    rubySize: (value: number) => `${Math.round(value * 100)}%`,
  },
  steps: {
    typeSize: { more: '放大文字', less: '缩小文字' },
    leading: { more: '加大行高', less: '缩小行高' },
    measure: { more: '加长每行', less: '缩短每行' },
    rubySize: { more: '放大夹注', less: '缩小夹注' },
  },
  paragraphs: '段落',
  paragraphNames: { indent: '首行缩进', space: '段间空行' },
  quotes: '引号',
  quoteNames: { 'as-shown': '依原文', 'by-script': '依字形', curly: '“”', corner: '「」' },
  paper: '纸色',
  papers: { theme: '随主题', white: '白纸', rice: '宣纸', celadon: '青瓷', grey: '灰纸' },
  ownPaper: '这个主题有自己的纸色。',
  justified: '两端对齐',
  focus: '专注模式',
  reset: '还原版面设置',
};
