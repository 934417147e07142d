import { once } from 'node:events';
import { HostApp, type HostOptions } from './host';

/** What a command said, and its exit code. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the app in the host as a command that ends by itself. */
export async function runCommandInHost(options: HostOptions): Promise<CommandOutcome> {
  const app = await HostApp.launch(options);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) app.on(name, (text: string) => (said[name] += text));
  const child = app.process();
  // Not `exit`: output may come after it.
  if (child.exitCode === null || child.stdout?.readableEnded !== true) await once(child, 'close');
  return { code: child.exitCode ?? 1, ...said };
}
