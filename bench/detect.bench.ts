import { loadConversion } from '#core/script/conversion';
import { loadScriptDetector } from '#core/script/detect-script';
import { hansCorpus } from '../tests/support/corpus';
import { figure, median, printTable } from './table';

const LENGTH = 1_000_000;
const RUNS = 5;

const timed = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

async function main(): Promise<void> {
  const begun = performance.now();
  const detector = await loadScriptDetector();
  const loading = performance.now() - begun;
  const hans = await hansCorpus(LENGTH);
  const hant = (await loadConversion('s2tw')).convert(hans).display;
  const rows = [hans, hant].map((text, index) => {
    const paragraphs = text.split('\n');
    const runs = (run: () => unknown): string => figure(median(Array.from({ length: RUNS }, () => timed(run))));
    return [
      ['Simplified', 'Taiwan'][index] ?? '',
      runs(() => detector.ofText(text)),
      runs(() => detector.ofParagraphs(paragraphs)),
    ];
  });
  printTable(`Script detection, ms per million characters; dictionaries loaded in ${figure(loading)} ms`, [
    ['text', 'whole', 'paragraph by paragraph'],
    ...rows,
  ]);
}

void main();
