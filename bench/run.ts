import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, ROOT, runNode, say } from '../scripts/run';

// `npm run bench` runs every bench, each in a process of its own; `npm run bench -- engine` those whose name holds that.

function main(): number {
  const [wanted = ''] = process.argv.slice(2);
  const benches = readdirSync(join(ROOT, 'bench')).filter(
    (file) => file.endsWith('.bench.ts') && file.includes(wanted),
  );
  if (benches.length === 0) {
    say(`There is no bench whose name holds “${wanted}”.`);
    return 1;
  }
  const codes = benches.sort().map((file) => runNode(commandFile('tsx'), [join(ROOT, 'bench', file)]));
  return Math.max(...codes);
}

process.exitCode = main();
