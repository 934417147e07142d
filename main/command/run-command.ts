import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { byteMakers } from '../export/byte-makers';
import { printer } from '../export/pdf-of';
import { APP_SCHEME } from '../protocol/app-protocol';
import { refuseToLeave } from '../window/lock-down';
import { HELP, parseCommand } from './arguments';
import { exportNotes } from './export-notes';

/** Exit codes: written, not written, not understood. */
const [DONE, FAILED, MISUSED] = [0, 1, 2];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`zhupi: ${line}\n`);
};

async function codeOf(args: readonly string[]): Promise<number> {
  const asked = parseCommand(args);
  if (!asked.ok) {
    complain(`${asked.reason}\nTry: zhupi export --help`);
    return MISUSED;
  }
  switch (asked.value.kind) {
    case 'help':
      process.stdout.write(HELP);
      return DONE;
    case 'version':
      say(app.getVersion());
      return DONE;
    case 'export': {
      const out = join(__dirname, '..');
      const makers = byteMakers(out, printer(join(out, 'renderer')).pdf);
      const outcome = await exportNotes(asked.value.command, { version: app.getVersion(), makers });
      if (outcome.ok) say(outcome.value);
      else complain(outcome.reason);
      return outcome.ok ? DONE : FAILED;
    }
  }
}

/**
 * Runs a command and ends the program with its exit code. No window is shown, the lock of the one instance is not asked
 * for, and the profile is left alone: what Chromium writes goes to a folder that is removed.
 */
export async function runCommand(args: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-command-'));
  app.setPath('userData', folder);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  refuseToLeave(app);
  // A window that printed something closes before the program is done.
  app.on('window-all-closed', () => undefined);
  // An icon in the Dock would come and go.
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  // What is printed needs Chromium, and a program that ends before it is there ends without a word.
  await app.whenReady();
  const code = await codeOf(args).catch((error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    return FAILED;
  });
  // Chromium may still hold files in it; the system clears what is left.
  app.once('quit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  // A pipe may not have taken all of it yet.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  app.exit(code);
}
