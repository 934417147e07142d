import { resolverOf } from '#core/correction/resolver';
import { newCorrection, type Correction } from '#core/correction/correction';
import { loadProjector } from '#core/script/projector';
import { loadPreset } from '#core/script/preset';
import { codePointSpan } from '#core/support/offset';
import { hansCorpus, seeded } from '../tests/support/corpus';
import { figure, median, printTable } from './table';

// What corrections cost while a text is shown: compiling them, and finding them in a million characters.

const LENGTH = 1_000_000;
const RUNS = 5;

/** Finding 10,000 corrections may cost so many conversions of the same text: a search of all everywhere costs far more. */
const MOST = 6;

const timed = (task: () => void): number => {
  const begun = performance.now();
  task();
  return performance.now() - begun;
};

async function corrections(count: number): Promise<Correction[]> {
  const { configs } = await loadPreset('cn2t');
  const [phrases = ''] = configs['s2t']?.conversionChain[0] ?? [];
  const random = seeded(count);
  const sources = phrases.split('|').map((entry) => entry.slice(0, entry.indexOf(' ')));
  const reach = { scope: 'everywhere' } as const;
  return sources
    .map((source) => ({ source, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ source }, index) =>
      newCorrection({ reach, source, wrong: '', right: source, modes: ['traditional'] }, String(index), 0),
    );
}

async function main(): Promise<void> {
  const text = await hansCorpus(LENGTH);
  const blocks = text.split('\n');
  const subject = { id: 't', sourceHash: 'h', script: 'hans' } as const;
  const projector = await loadProjector('hans', 'traditional');
  const plain = median(
    Array.from({ length: RUNS }, () =>
      timed(() => {
        blocks.forEach((block) => projector.project(block));
      }),
    ),
  );
  const rows = [['corrections', 'compile, ms', 'find, ms', 'places', 'find : convert']];
  for (const count of [100, 1_000, 10_000, 49_000]) {
    const all = await corrections(count);
    const compile = median(Array.from({ length: RUNS }, () => timed(() => resolverOf(all, 'traditional', subject))));
    const resolver = resolverOf(all, 'traditional', subject);
    let places = 0;
    const find = median(
      Array.from({ length: RUNS }, () =>
        timed(() => {
          places = 0;
          for (const block of blocks) places += resolver.placedIn(codePointSpan(0, block.length), block).length;
        }),
      ),
    );
    if (count === 10_000 && find / plain > MOST) process.exitCode = 1;
    rows.push([String(count), figure(compile), figure(find), String(places), figure(find / plain)]);
  }
  printTable(`Corrections in ${LENGTH} characters; converting them alone takes ${figure(plain)} ms`, rows);
}

void main();
