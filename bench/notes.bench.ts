import { inReadingOrder, newAnnotation, type Annotation } from '#core/annotation/annotation';
import { isLetThrough, NO_FILTER } from '#core/annotation/note-filter';
import { NoteSearch, searchedWords } from '#core/annotation/note-search';
import { partsOfNote } from '#core/note/markup';
import { loadFold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import { hansCorpus, seeded } from '../tests/support/corpus';
import { HeldAnnotations } from '../renderer/storage/held-annotations';
import { figure, median, printTable } from './table';

// What the notes pane costs with 10,000 notes on a million characters: the first key of a search, each further one,
// the filters, and an edit of one note. One frame is 16.7 ms.

const NOTES = 10_000;
const RUNS = 9;
const FRAME_MS = 1_000 / 60;

/** A key may cost this many plain searches through the same words, and must leave half a frame to drawing. */
const MOST_PLAIN = 3;
const MOST_MS = FRAME_MS / 2;

const timed = (task: () => void): number => {
  const begun = performance.now();
  task();
  return performance.now() - begun;
};

function makeNotes(text: string): Annotation[] {
  const random = seeded(1);
  const at = (): number => Math.floor(random() * (text.length - 200));
  const colours = ['yellow', 'red', 'green', 'blue', 'purple'] as const;
  return Array.from({ length: NOTES }, (_note, number) => {
    const start = at();
    const from = at();
    const mark = newAnnotation({
      id: String(number).padStart(6, '0'),
      textId: 't',
      textHash: 'h',
      target: codePointSpan(start, start + 4 + Math.floor(random() * 30)),
      quote: { exact: text.slice(start, start + 20), prefix: '', suffix: '' },
      colour: colours[number % colours.length] ?? 'yellow',
      script: 'original',
      created: number,
    });
    const note = `**${text.slice(from, from + 10)}** ${text.slice(from + 10, from + 60)}`;
    return { ...mark, note, tags: number % 3 === 0 ? ['翻译', `第${number % 50}`] : [] };
  });
}

async function main(): Promise<void> {
  const text = await hansCorpus(1_000_000);
  const fold = await loadFold();
  const notes = inReadingOrder(makeNotes(text));
  const words = (note: Annotation): string => [note.quote.exact, note.note, ...note.tags].join('\n');
  const strings = notes.map(words);
  const quotes = { source: (note: Annotation) => note.quote.exact, displayed: (note: Annotation) => note.quote.exact };
  const search = new NoteSearch(fold, quotes);
  const first = timed(() => search.among(notes, searchedWords('發', fold)));
  const each = (task: () => void): number => median(Array.from({ length: RUNS }, () => timed(task)));
  const plain = each(() => strings.filter((string) => string.includes('发展')));
  const key = each(() => search.among(notes, searchedWords('發展', fold)));
  const none = each(() => search.among(notes, searchedWords('沒有這個', fold)));
  const filter = { ...NO_FILTER, colours: ['red' as const], tags: ['翻译'], note: 'with' as const, from: 100 };
  const filtered = each(() => notes.filter((note) => isLetThrough(filter, note)));
  const held = new HeldAnnotations();
  const load = timed(() => {
    held.take(notes);
  });
  const sort = timed(() => held.ofText('t'));
  let rev = 1;
  const edit = each(() => {
    const note = notes[5_000];
    if (note !== undefined) held.take([{ ...note, note: 'x', rev: ++rev }]);
    held.ofText('t');
  });
  const sorted = each(() => inReadingOrder(notes));
  const drawn = each(() => {
    for (const { note } of notes.slice(0, 20)) partsOfNote(note);
  });
  printTable(`The notes pane with ${NOTES} notes`, [
    ['', 'ms', 'of a frame', ': plain search', ': sorting'],
    ['a plain search, one script', figure(plain), figure(plain / FRAME_MS), '1', ''],
    ['the first key: all is folded', figure(first), figure(first / FRAME_MS), figure(first / plain), ''],
    ['a key: 發展 finds 发展', figure(key), figure(key / FRAME_MS), figure(key / plain), ''],
    ['a key that finds nothing', figure(none), figure(none / FRAME_MS), figure(none / plain), ''],
    ['colour, tag, note and date', figure(filtered), figure(filtered / FRAME_MS), figure(filtered / plain), ''],
    ['taking up all at the start', figure(load), figure(load / FRAME_MS), '', ''],
    ['the list of a text, made first', figure(sort), figure(sort / FRAME_MS), '', figure(sort / sorted)],
    ['an edit of one note', figure(edit), figure(edit / FRAME_MS), '', figure(edit / sorted)],
    ['20 notes read as Markdown', figure(drawn), figure(drawn / FRAME_MS), '', ''],
  ]);
  const isSlow = key > Math.max(MOST_PLAIN * plain, 1) || key > MOST_MS || edit > MOST_MS;
  if (isSlow) {
    process.stdout.write('A key or an edit costs more than it may.\n');
    process.exitCode = 1;
  }
}

void main();
