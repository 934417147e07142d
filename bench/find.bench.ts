import type { ScriptMode } from '#core/script/mode';
import { SCRIPT_MODES } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { loadFold, type Fold } from '#core/search/fold';
import { wordMatcher } from '#core/search/matcher';
import { pinyinMatchers } from '#core/search/pinyin-matcher';
import { loadReadings } from '#core/search/pinyin-readings';
import { TextSearch, type Query } from '#core/search/text-search';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { say } from '../scripts/run';
import { hansCorpus } from '../tests/support/corpus';
import { textOfLines } from '../tests/support/searched';
import { figure, median, missed, printTable, times, type Limit } from './table';
import { runMain } from '../scripts/run-main';

// What finding words in a million characters takes: the scan against `indexOf` on the same text, whole searches with
// what each script shows, pinyin, and what has to be done once.

const LENGTH = 1_000_000;
const RUNS = 25;

/** Most that a scan may take, for what `indexOf` takes. */
const MOST_TIMES = 2;
/** Most milliseconds that a search may take. */
const MOST_MS = 50;

/** Words that are looked for, in Traditional, though the text is Simplified. */
const WORDS: readonly (readonly [kind: string, words: string])[] = [
  ['common', '發展'],
  ['longer', '國際科技創新中心'],
  ['rare', '飛盤'],
  ['in no text', '齉齉齉'],
  ['many hits', '的'],
  ['most hits', '，'],
];

const MODES: readonly ScriptMode[] = SCRIPT_MODES.filter((mode) => mode !== 'original' && mode !== 'simplified');

function countIndexOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

/** The scan alone, with the places of all hits. */
function scan(text: string, words: string): number[] {
  const starts: number[] = [];
  wordMatcher(words).forEach({ folded: text, plain: text }, (from) => starts.push(from));
  return starts;
}

function benchScan(text: Text, fold: Fold): Limit[] {
  const { canonical } = text;
  const folded = fold.fold(canonical);
  const limits: Limit[] = [];
  const rows = WORDS.map(([kind, words]) => {
    // `indexOf` looks for the words as this text has them, so that both find the same.
    const simplified = fold.fold(words) === ',' ? '，' : fold.fold(words);
    const [plain = [], ours = []] = times(RUNS, [
      () => countIndexOf(canonical, simplified),
      () => scan(folded, fold.fold(words)),
    ]);
    const ratio = median(ours) / median(plain);
    limits.push({ name: `scan for ${words} against indexOf`, ratio, most: MOST_TIMES });
    const found = [scan(folded, fold.fold(words)).length, countIndexOf(canonical, simplified)];
    limits.push({
      name: `hits of ${words} that indexOf finds too`,
      ratio: (found[0] ?? 0) - (found[1] ?? 0),
      least: 0,
    });
    return [`${kind}: ${words}`, String(found[0]), figure(median(plain)), figure(median(ours)), `${figure(ratio)}×`];
  });
  printTable(`The scan, medians of ${RUNS}, ms`, [['words', 'hits', 'indexOf', 'ours', 'ratio'], ...rows]);
  return limits;
}

async function takenUp(text: Text, fold: Fold): Promise<TextSearch> {
  const rows: string[][] = [];
  const [folding = []] = times(RUNS, [() => fold.fold(text.canonical)]);
  rows.push(['folding the text', figure(median(folding))]);
  const search = new TextSearch(text, fold);
  for (const mode of SCRIPT_MODES) {
    const begun = performance.now();
    const projector = await loadProjector(text.script, mode);
    const loaded = performance.now();
    search.addMode({ mode, projector, fixedIn: () => [] });
    while (search.step());
    rows.push([`taking up ${mode}`, figure(performance.now() - loaded), figure(loaded - begun)]);
  }
  printTable('Once for a text, in slices, ms', [['', 'ms', 'dictionaries'], ...rows]);
  return search;
}

async function benchSearch(text: Text, search: TextSearch): Promise<Limit[]> {
  const readings = await loadReadings();
  const begun = performance.now();
  while (readings.step());
  say(`\nlooking up the readings of all characters, once, in slices: ${figure(performance.now() - begun)} ms`);
  const limits: Limit[] = [];
  const timed = (name: string, query: Query): string[] => {
    const [taken = []] = times(RUNS, [() => search.find(query)]);
    limits.push({ name: `${name}, ms`, ratio: median(taken), most: MOST_MS });
    return [name, String(search.find(query).count), figure(median(taken))];
  };
  const rows = MODES.flatMap((mode) =>
    WORDS.map(([, words]) => timed(`${words} in ${mode}`, { words, modes: [mode] })),
  );
  const shownWords = ['網際網路', '最佳化', '軟體', '人工智慧'];
  rows.push(...shownWords.map((words) => timed(`${words} in taiwan-phrases`, { words, modes: ['taiwan-phrases'] })));
  rows.push(...shownWords.map((words) => timed(`${words} in original`, { words, modes: ['original'] })));
  for (const mode of ['original', 'taiwan-phrases'] as const) {
    const shown = new ShownText(text, await loadProjector(text.script, mode), true);
    for (const words of ['发展', '發展', '的'])
      rows.push(timed(`exactly ${words} in ${mode}`, { words, modes: [mode], exactly: shown }));
  }
  for (const words of ['fazhan', 'fa zhan', 'de', 'guojikejichuangxin', 'xian', 'zuijiahua'])
    rows.push(timed(`pinyin ${words}`, { words, modes: ['taiwan-phrases'], readings }));
  printTable(`Whole searches, medians of ${RUNS}`, [['', 'hits', 'ms'], ...rows]);
  say(`ways to split xian: ${pinyinMatchers('xian', readings).length}`);
  return limits;
}

async function main(): Promise<number> {
  const fold = await loadFold();
  const text = textOfLines((await hansCorpus(LENGTH)).trimEnd());
  say(`${text.canonical.length} characters in ${text.blocks.length} paragraphs; Node ${process.version}`);
  const limits = benchScan(text, fold);
  const search = await takenUp(text, fold);
  return missed([...limits, ...(await benchSearch(text, search))]);
}

runMain(main);
