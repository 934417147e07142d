import { numberIn } from './numbers';

const number = numberIn('en');

/** What is said of marks, their colours and styles, in English. */
export const marks = {
  styles: {
    highlight: 'Highlight',
    underline: 'Underline',
    wavy: 'Wavy line',
    outline: 'Outline',
    strikethrough: 'Strikethrough',
  },
  style: 'Style',
  styleNow: (style: string) => `Style: ${style}`,
  ownColour: (number: number) => `Own colour ${number}`,
  labelled: (colour: string, label: string) => `${colour}, ${label}`,
  looks: (colour: string, style: string) => `${colour}; ${style}`,
  walked: (index: number, count: number, looks: string) => `Mark ${number(index)} of ${number(count)}: ${looks}.`,
  quoted: (words: string) => `“${words}”`,
  noted: (note: string) => `Note: ${note}`,
  noNote: 'No note',
  here: 'Marks here',
  beside: 'The current mark',
  open: 'Open',
  resize: 'Resize',
  handles: { start: 'Start of the mark', end: 'End of the mark' },
  moving: { start: 'Moving the start', end: 'Moving the end' },
  movingKeys: '← → by character, with Ctrl or Alt by word · Tab: the other end · Enter: keep · Esc: cancel',
  setToSelection: 'Set mark to selection',
  noMark: 'No mark is chosen. Go to one first.',
  item: 'Note',
  picked: {
    name: 'Selected notes',
    count: (count: number) => (count === 1 ? '1 note selected' : `${number(count)} notes selected`),
    selected: 'Selected',
    tags: 'Add tags',
    tagsPlaceholder: 'Add tags, then Enter',
    clear: 'Clear selection',
    export: 'Export…',
    deleted: (count: number) => (count === 1 ? '1 mark deleted.' : `${number(count)} marks deleted.`),
  },
  palette: {
    title: 'Marks',
    hint: 'A label says what a colour means to you. It stands wherever the colour is named, and in exports.',
    label: (colour: string) => `Label of ${colour}`,
    labelPlaceholder: 'such as “doubt”',
    name: (colour: string) => `Name of ${colour}`,
    namePlaceholder: 'Name it',
    look: (colour: string) => `Choose ${colour}`,
    add: 'Add a colour',
    full: 'There are eight, which is the most.',
    remove: (colour: string) => `Remove ${colour}`,
    retired: 'No longer offered. Marks that have it keep it.',
    offer: (colour: string) => `Offer ${colour} again`,
  },
};

/** What the keys of marks do, in English. */
export const markKeys = {
  tabs: 'From mark to mark, then to what the page says of its text, then on; Esc first leaves at once',
  pick: 'In the list: select several notes, one by one or all',
};

/** What is said of marks. */
export type MarkStrings = typeof marks;
/** What the keys of marks do. */
export type MarkKeys = typeof markKeys;
