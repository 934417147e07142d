import { spawnSync } from 'node:child_process';
import { commandFile, ROOT, say } from './run';

/** Fewer modules than this, or no dependency at all, would mean that the gate looked at nothing. */
const FEWEST_MODULES = 60;

interface Outcome {
  readonly summary: {
    readonly totalCruised: number;
    readonly totalDependenciesCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

function main(): number {
  const folders = ['core', 'main', 'preload', 'renderer'];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [commandFile('dependency-cruiser', 'depcruise'), '--output-type', 'json', ...folders],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (stdout === '') {
    say(stderr);
    return 1;
  }
  const { summary } = JSON.parse(stdout) as Outcome;
  const { totalCruised, totalDependenciesCruised, violations } = summary;
  say(`${totalCruised} modules, ${totalDependenciesCruised} dependencies, ${violations.length} violations`);
  for (const { from, to, rule } of violations) say(`  ${rule.name}: ${from} → ${to}`);
  if (totalCruised >= FEWEST_MODULES && totalDependenciesCruised > 0) return violations.length === 0 ? 0 : 1;
  say('The gate checked nothing.');
  return 1;
}

process.exitCode = main();
