import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Journal } from '../../main/journal/journal';
import { filesIn } from '../../main/journal/files';
import { timesOf, type Times } from './time-run';

/** How often a process asks the disk to write while something is done. Undefined where it cannot be watched. */
export async function countSyncs(pid: number, act: () => Promise<void>): Promise<number | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-syncs-'));
  const file = join(folder, 'trace');
  try {
    const strace = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', file, '-p', String(pid)]);
    const gone = once(strace, 'exit').catch(() => undefined);
    await wait(1_000);
    if (strace.pid === undefined || strace.exitCode !== null) return undefined;
    await act();
    strace.kill('SIGINT');
    await gone;
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /\bf(?:data)?sync\(/.test(line)).length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a change costs in the journal with no way to it: in the process that writes it. */
export async function timeJournal(count: number): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-journal-'));
  const journal = new Journal({
    files: filesIn(join(folder, 'journal')),
    snapshots: filesIn(join(folder, 'snapshots')),
    clock: () => Date.now(),
    log: () => undefined,
  });
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const begun = performance.now();
    await journal.append([{ table: 'settings', record: { key: 'faults', value: 'x'.repeat(600) } }]);
    times.push(performance.now() - begun);
  }
  rmSync(folder, { recursive: true, force: true });
  return timesOf(times);
}
