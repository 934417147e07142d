// Entry of the child process: installs the stand-in for `electron`, then runs the app's real built main.
import Module from 'node:module';
import { join, resolve } from 'node:path';
import type { ChildConfig } from './messages';
import { makeStub } from './stub/electron';

const config = JSON.parse(process.env['ELECTRON_HOST_CONFIG'] ?? '{}') as ChildConfig;
delete process.env['ELECTRON_HOST_CONFIG'];

const isPackaged = config.resourcesPath !== undefined;
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', {
  value: config.resourcesPath ?? join(config.root, 'node_modules/electron/dist/resources'),
});
if (!isPackaged) Object.defineProperty(process, 'defaultApp', { value: true });
const versions = { ...process.versions, electron: config.electronVersion, chrome: config.chromeVersion };
Object.defineProperty(process, 'versions', { value: Object.freeze(versions) });
process.argv = isPackaged ? [process.execPath, ...config.args] : [process.execPath, config.root, ...config.args];

const { electron, crashed, becomeReady } = makeStub(
  config,
  (message) => process.send?.(message),
  (receive) => process.on('message', receive),
);

// The loader's own hook: every `require('electron')` of the built main finds the stand-in.
type Load = (id: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load.bind(Module);
loader._load = (id, ...rest) =>
  ['electron', 'electron/main', 'electron/common'].includes(id) ? electron : load(id, ...rest);

const fatal = (error: unknown): void => {
  crashed(error);
  process.exitCode = 1;
};
process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);
// The test process died.
process.on('disconnect', () => process.exit(70));

try {
  Module.createRequire(join(config.root, 'package.json'))(resolve(config.root, config.main));
  becomeReady();
} catch (error) {
  fatal(error);
}
