import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron';
import { parseChangedKeys } from '#core/command/changed-keys';
import type { Command } from '#core/command/commands';
import { keymapOf } from '#core/command/keymap';
import { platformOf } from '#core/command/platform';
import { isZoom, ZOOMS } from '#core/command/zoom';
import type { Handlers } from '#core/ipc/contract';
import { languageOf, type Language } from '#core/ipc/language';
import { AutomaticBackups } from './backup/automatic-backups';
import { backupHandlers } from './backup/handlers';
import { faultInWords, faultOf } from '#core/support/fault';
import { openCorrections } from './corrections/open-corrections';
import { byteMakers } from './export/byte-makers';
import { exportHandlers } from './export/handlers';
import { printer } from './export/pdf-of';
import { printHandler } from './export/print-handler';
import { writeExport } from './export/save-export';
import { FileDialogs } from './files/dialogs';
import { importHandlers } from './import/handlers';
import { isOwnFrame } from './ipc/own-frames';
import { serve } from './ipc/serve';
import { filesIn } from './journal/files';
import { Journal } from './journal/journal';
import { journalHandlers } from './journal/journal-handlers';
import { openLibrary } from './library/library';
import { FileLog, logFile } from './log';
import { reportsInto } from './log-reports';
import { dockTemplate, menuTemplate } from './menu/app-menu';
import { mainStrings } from './menu/strings';
import { APP_SCHEME, serveApp } from './protocol/app-protocol';
import { Backdrop } from './window/backdrop';
import { LastSight } from './window/last-sight';
import { refuseToLeave, restrictPermissions } from './window/lock-down';
import { preloadFile } from './window/main-window';
import { Windows } from './window/windows';

// The composition root: everything is built and wired here, and it reads from top to bottom.

const now = (): number => Date.now();
const HOUR_MS = 60 * 60 * 1000;

const switchValue = (name: string): string | undefined => {
  const value = app.isPackaged ? '' : app.commandLine.getSwitchValue(name);
  return value === '' ? undefined : value;
};

const profile = switchValue('user-data-dir');
if (profile !== undefined) app.setPath('userData', profile);
// macOS keeps logs in a place of their own; a profile that was chosen has its own everywhere.
const logFolder =
  process.platform === 'darwin' && profile === undefined ? app.getPath('logs') : join(app.getPath('userData'), 'logs');
const fileLog = new FileLog({
  clock: now,
  echo: app.isPackaged ? undefined : (line) => process.stderr.write(line),
});
const log = fileLog.write;
// The monitor leaves what happens next to Electron, which tells the person.
process.on('uncaughtExceptionMonitor', (error) => {
  log(`a fault of main: ${faultInWords(faultOf(error))}`);
});
process.on('unhandledRejection', (reason) => {
  log(`a promise of main failed: ${faultInWords(faultOf(reason))}`);
});
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
refuseToLeave(app);

const outFolder = join(__dirname, '..');
const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');
const library = openLibrary(join(resources, 'texts'), switchValue('texts'), log);

const journal = new Journal({
  files: filesIn(join(app.getPath('userData'), 'journal')),
  snapshots: filesIn(join(app.getPath('userData'), 'snapshots')),
  clock: now,
  log,
});

const reportFault = reportsInto(log, () => performance.now());

const backdrop = new Backdrop(join(app.getPath('userData'), 'theme.json'), nativeTheme, log);
const lastSight = new LastSight({
  file: join(app.getPath('userData'), 'sight.json'),
  page: join(outFolder, 'renderer', 'index.html'),
  version: app.getVersion(),
  log,
});
let language: Language = languageOf(app.getPreferredSystemLanguages());
let keys = keymapOf({}, platformOf(process.platform));
let quitting = false;

const windows = new Windows({
  preload: preloadFile(outFolder),
  stateFile: join(app.getPath('userData'), 'window.json'),
  backgroundColor: () => backdrop.colour(),
  strings: () => mainStrings(language),
  isQuitting: () => quitting,
  quit: () => {
    app.quit();
  },
  stay: () => {
    quitting = false;
  },
  log,
});

/** Carries out a command of the menu: what is about windows here, all else in the page of the current one. */
function run(command: Command): void {
  if (command === 'new-window') windows.open();
  else if (isZoom(command)) windows.zoom(ZOOMS[command]);
  else windows.current?.webContents.send('menu.command', command);
}

function showMenu(): void {
  const template = menuTemplate({ strings: mainStrings(language), platform: process.platform, keys, run });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  if (process.platform === 'darwin')
    app.dock?.setMenu(Menu.buildFromTemplate(dockTemplate(mainStrings(language), run)));
}

const automatic = new AutomaticBackups({
  stateFile: join(app.getPath('userData'), 'backups.json'),
  version: app.getVersion(),
  ...{ now, log },
});

const dialogs = new FileDialogs({
  dialog,
  window: windows.asking,
  documents: () => app.getPath('documents'),
});

const printing = printer(join(outFolder, 'renderer'));

const handlers: Handlers = {
  ...journalHandlers(journal, log),
  ...backupHandlers({
    dialogs,
    strings: () => mainStrings(language),
    automatic,
    profile: () => app.getPath('userData'),
    now,
  }),
  'library.list': () => library.list(),
  'library.read': ({ id }) => library.read(id),
  ...exportHandlers({ dialogs, language: () => language, makers: byteMakers(outFolder, printing.pdf), log }),
  'print.start': printHandler(printing.paper, windows.asking, log),
  ...importHandlers({ dialogs, strings: () => mainStrings(language) }),
  'corrections.save': async ({ suggestedName, text }) => {
    const { exportCorrections, plainText } = mainStrings(language);
    const filePath = await dialogs.place(exportCorrections, suggestedName, { name: plainText, extension: 'txt' });
    return filePath === undefined ? { kind: 'cancelled' } : writeExport(filePath, text);
  },
  'corrections.open': async () => {
    const { importCorrections, plainText, allFiles } = mainStrings(language);
    const filePath = await dialogs.file(importCorrections, [
      { name: plainText, extensions: ['txt'] },
      { name: allFiles, extensions: ['*'] },
    ]);
    return filePath === undefined ? { kind: 'cancelled' } : openCorrections(filePath);
  },
  'preferences.set': (preferences) => {
    backdrop.wear(preferences.theme, BrowserWindow.getAllWindows());
    if (preferences.language === language) return;
    language = preferences.language;
    showMenu();
  },
  'keys.set': ({ changed }) => {
    const platform = platformOf(process.platform);
    keys = keymapOf(parseChangedKeys(changed, platform), platform);
    showMenu();
  },
  'log.report': (fault) => {
    reportFault(fault);
  },
  'log.show': async () => {
    const file = logFile(logFolder);
    log('the log was asked for');
    if (existsSync(file)) shell.showItemInFolder(file);
    return { shown: existsSync(file) || (await shell.openPath(logFolder)) === '' };
  },
  'window.flushed': ({ kept }) => {
    windows.flushed(kept);
  },
  // Where several windows are open none of them is what the next start shows.
  'sight.keep': ({ sight }) => {
    lastSight.hold(windows.count === 1 ? sight : undefined);
  },
  'window.open': ({ textId }) => {
    windows.open(textId);
  },
  'window.zoom': ({ by }) => {
    windows.zoom(by);
  },
  'profile.refused': () => {
    windows.leaveProfile();
  },
};

async function start(): Promise<void> {
  fileLog.open(logFolder);
  log(`Zhupi ${app.getVersion()} starts on ${process.platform} with Electron ${process.versions.electron}`);
  await app.whenReady();
  restrictPermissions(session.defaultSession);
  lastSight.take(backdrop.appearance());
  serveApp(protocol, join(outFolder, 'renderer'), lastSight.serve);
  serve({
    ipcMain,
    handlers,
    isOurs: isOwnFrame,
    during: (event, answer) => windows.during(event.sender.id, answer),
    log,
  });
  showMenu();
  windows.open();
  // Who leaves the program open for weeks has snapshots too.
  setInterval(() => void journal.compact(), HOUR_MS).unref();
  // Read while the window opens; the page asks for it before it shows anything.
  await journal.state().catch(() => undefined);
}

app.on('before-quit', () => {
  quitting = true;
});
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin' || quitting) app.quit();
});
app.on('will-quit', () => {
  lastSight.write();
});
app.on('activate', () => {
  if (!app.isReady() || windows.count > 0) return;
  lastSight.hold(undefined);
  windows.open();
});
app.on('second-instance', () => {
  windows.show();
});

// Two programs must never write one database, so a second start shows the window of the first.
if (app.requestSingleInstanceLock()) {
  void start().catch((error: unknown) => {
    log(`could not start: ${faultInWords(faultOf(error))}`);
    dialog.showErrorBox('Zhupi', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
