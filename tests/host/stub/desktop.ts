import { EventEmitter } from 'node:events';
import type { StubContext } from './context';
import { strict } from './strict';

const DISPLAY = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  scaleFactor: 1,
};

const SOURCES = ['system', 'light', 'dark'] as const;
type Source = (typeof SOURCES)[number];

/** A dialog that a test did not answer for must fail loudly, not hang. */
const unscripted = (name: string) => (): Promise<never> =>
  Promise.reject(new Error(`test host: dialog.${name} was opened but the test did not script it`));

function makeNativeTheme({ link }: StubContext): object {
  let source: Source = 'system';
  const events = new EventEmitter();
  const theme = strict(
    'nativeTheme',
    Object.assign(events, {
      shouldUseHighContrastColors: false,
      shouldUseInvertedColorScheme: false,
      inForcedColorsMode: false,
      prefersReducedTransparency: false,
    }),
  );
  return Object.defineProperties(theme, {
    themeSource: {
      get: () => source,
      set: (value: Source) => {
        if (!SOURCES.includes(value)) throw new TypeError('bad themeSource');
        source = value;
        link.tell('theme', { source: value });
        queueMicrotask(() => events.emit('updated'));
      },
    },
    shouldUseDarkColors: { get: () => source === 'dark' },
  });
}

/** The stand-ins for what the desktop offers: dialogs, shell, clipboard, theme, screen. */
export function makeDesktop(context: StubContext): Record<string, object> {
  const { record } = context;
  const recorded = (api: string) => (value?: unknown) => {
    record(api, value);
    return Promise.resolve('');
  };
  let clipboardText = '';
  return {
    dialog: strict('dialog', {
      showSaveDialog: unscripted('showSaveDialog'),
      showOpenDialog: unscripted('showOpenDialog'),
      showMessageBox: unscripted('showMessageBox'),
      showErrorBox: (title: string, content: string) => {
        record('dialog.showErrorBox', title, content);
      },
    }),
    shell: strict('shell', {
      openExternal: recorded('shell.openExternal'),
      openPath: recorded('shell.openPath'),
      showItemInFolder: recorded('shell.showItemInFolder'),
      trashItem: recorded('shell.trashItem'),
      beep: () => undefined,
    }),
    // Asynchronous and shaped as in the W3C's interface since Electron 44.
    clipboard: strict('clipboard', {
      writeText: (text: string) => {
        clipboardText = text;
        return Promise.resolve();
      },
      readText: () => Promise.resolve(clipboardText),
      has: (type: string) => Promise.resolve(type === 'text/plain' && clipboardText !== ''),
      clear: () => {
        clipboardText = '';
      },
    }),
    nativeTheme: makeNativeTheme(context),
    screen: strict(
      'screen',
      Object.assign(new EventEmitter(), {
        getPrimaryDisplay: () => DISPLAY,
        getAllDisplays: () => [DISPLAY],
        getDisplayMatching: () => DISPLAY,
        getDisplayNearestPoint: () => DISPLAY,
      }),
    ),
    powerMonitor: new EventEmitter(),
    safeStorage: strict('safeStorage', { isEncryptionAvailable: () => false }),
  };
}
