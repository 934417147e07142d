/** What is said of the type of the page, in English. */
export const type = {
  title: 'Type',
  face: 'Font',
  faces: { serif: 'Serif', kai: 'Kai', sans: 'Sans', system: 'System' },
  measures: { typeSize: 'Size', leading: 'Line height', measure: 'Line length', rubySize: 'Gloss size' },
  values: {
    typeSize: (value: number) => `${value} px`,
    leading: (value: number) => value.toFixed(1),
    measure: (value: number) => `${value} characters`,
    rubySize: (value: number) => `${Math.round(value * 100)}%`,
  },
  steps: {
    typeSize: { more: 'Larger type', less: 'Smaller type' },
    leading: { more: 'Higher lines', less: 'Lower lines' },
    measure: { more: 'Longer lines', less: 'Shorter lines' },
    rubySize: { more: 'Larger glosses', less: 'Smaller glosses' },
  },
  paragraphs: 'Paragraphs',
  paragraphNames: { indent: 'Indented', space: 'Blank line' },
  quotes: 'Quotation marks',
  quoteNames: { 'as-shown': 'As in text', 'by-script': 'By script', curly: '“”', corner: '「」' },
  paper: 'Paper',
  papers: { theme: 'From theme', white: 'White', rice: 'Rice', celadon: 'Celadon', grey: 'Grey' },
  ownPaper: 'This theme has a paper of its own.',
  justified: 'Justified',
  focus: 'Focus mode',
  reset: 'Reset type',
};
