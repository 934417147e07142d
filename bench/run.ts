import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ROOT, runNode, say } from '../scripts/run';
import { runMain } from '../scripts/run-main';

// `npm run bench` runs every bench, each in a process of its own; `npm run bench -- engine` those whose name holds
// that. Benches are bundled first, as the app is: unbundled, every constant of another module is a call.

const OUT = join(ROOT, 'out/bench');

/** Tells each file where it lay before it was bundled. */
const knowsItsFolder: Plugin = {
  name: 'knows its folder',
  setup: (build) => {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('__dirname', JSON.stringify(dirname(path)))
        .replaceAll('__filename', JSON.stringify(path)),
      loader: 'ts',
    }));
  },
};

async function main(): Promise<number> {
  const [wanted = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
  const sources = readdirSync(join(ROOT, 'bench')).filter((file) => file.endsWith('.ts'));
  const benches = sources.filter((file) => file.endsWith('.bench.ts') && file.includes(wanted)).sort();
  if (benches.length === 0) {
    say(`There is no bench whose name holds “${wanted}”.`);
    return 1;
  }
  await build({
    entryPoints: sources.filter((file) => file !== 'run.ts').map((file) => join(ROOT, 'bench', file)),
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '#core': join(ROOT, 'core') },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    plugins: [knowsItsFolder],
    logLevel: 'error',
  });
  return Math.max(...benches.map((file) => runNode(join(OUT, file.replace(/\.ts$/, '.mjs')), process.argv.slice(2))));
}

runMain(main);
