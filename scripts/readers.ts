import { missingReaders } from '../tests/readers/programs';
import { aptInstall, mayInstall } from './debian';
import { commandFile, ROOT, runNode, say } from './run';
import { join } from 'node:path';

/** Installs the programs that read what we write, where that can be done, and says which are not here. */
function prepare(): void {
  const wanted = missingReaders();
  if (wanted.length > 0 && mayInstall()) {
    const packages = wanted.map(({ debian }) => debian);
    say(`Installing ${packages.join(', ')}…`);
    if (!aptInstall(packages)) say('They could not all be installed.');
  }
  for (const { name, debian } of missingReaders()) {
    say(`SKIPPED: everything that ${name} would check, since it is not installed (Debian: ${debian}).`);
  }
}

prepare();
process.exitCode = runNode(commandFile('vitest'), [
  'run',
  '--config',
  join(ROOT, 'vitest.readers.config.mts'),
  ...process.argv.slice(2),
]);
