/** What is said of windows, panes, zoom and printing, and at the first start. */
export const windows = {
  edges: { contents: 'Width of the contents pane', notes: 'Width of the notes pane' },
  zoomed: (percent: string) => `Zoom ${percent}`,
  libraryMenu: 'Text',
  open: 'Open',
  openInNew: 'Open in New Window',
  placeMenus: {
    section: 'Section',
    bookmark: 'Bookmark',
    of: (name: string) => `Menu of ${name}`,
    short: 'Menu',
    go: 'Go there',
    keep: 'Bookmark here',
    copyHeading: 'Copy heading',
    copyWords: 'Copy words',
  },
  hint: {
    name: 'First steps',
    lines: (command: string) => [
      'Read in your script: choose it in the bar above.',
      'Select words to mark them or write a note.',
      `Press ? for the keys, ${command}K for every command.`,
    ],
    dismiss: 'Close the first steps',
  },
  print: {
    title: 'Print',
    what: 'What is printed',
    choices: { notes: 'Text with marks and notes', marks: 'Text with marks', plain: 'Text alone' },
    about: {
      horizontal: (script: string) => `In the script shown: ${script}. You choose printer and paper next.`,
      vertical: (script: string) =>
        `In the script shown: ${script}, in columns from right to left, on paper laid across. You choose printer and paper next.`,
    },
    go: 'Print…',
    cancel: 'Cancel',
    preparing: 'Preparing the pages…',
    printed: 'Sent to the printer.',
    failed: 'It could not be printed. Check the printer and try again.',
  },
};
