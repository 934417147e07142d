import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow } from 'electron';
import type { ZoomBy } from '#core/command/zoom';
import type { EventChannel } from '#core/ipc/channels';
import type { EventOf } from '#core/ipc/contract';
import { openMainWindow, stateOf, type MainWindow, type MainWindowParts } from './main-window';
import { quitTogether } from './quit-together';
import { readWindowState, writeWindowState } from './window-state';
import { zoomed } from './zoom';

/** What the windows need to know of the application around them. */
export interface WindowsParts extends Pick<MainWindowParts, 'preload' | 'strings' | 'quit' | 'stay' | 'log'> {
  readonly backgroundColor: () => string;
  /** Where it is kept how the last window was left. */
  readonly stateFile: string;
  /** True while the application, not just one window, is closing. */
  readonly isQuitting: () => boolean;
}

/**
 * The windows in which a person reads, any number of them on one profile. Each has its page, which is asked to write
 * before its window closes; the zoom is that of all.
 */
export class Windows {
  readonly #parts: WindowsParts;
  /** By the id of their contents. */
  readonly #open = new Map<number, MainWindow>();
  readonly #asking = new AsyncLocalStorage<number>();
  /** The window that had the focus last. */
  #last: number | undefined;
  #zoom: number;
  #isOurProfile = true;

  constructor(parts: WindowsParts) {
    this.#parts = parts;
    this.#zoom = readWindowState(parts.stateFile)?.zoom ?? 100;
  }

  /** How many there are. */
  get count(): number {
    return this.#open.size;
  }

  /** The window that has the focus, or had it last. */
  get current(): BrowserWindow | undefined {
    const [first] = this.#open.values();
    return (this.#open.get(this.#last ?? -1) ?? first)?.browserWindow;
  }

  /** The window whose page asked for what is being done; the current one where nothing was asked for. */
  readonly asking = (): BrowserWindow | undefined =>
    this.#open.get(this.#asking.getStore() ?? -1)?.browserWindow ?? this.current;

  /** Does what the page with these contents has asked for. A page that asks is awake. */
  readonly during = (contentsId: number, run: () => unknown): unknown => {
    this.#open.get(contentsId)?.wake();
    return this.#asking.run(contentsId, run);
  };

  /** Opens a window, beside the current one where there is one. */
  open(textId?: string): void {
    const { stateFile, isQuitting, backgroundColor, ...parts } = this.#parts;
    const opened = openMainWindow({
      ...parts,
      backgroundColor: backgroundColor(),
      kept: readWindowState(stateFile),
      beside: this.current,
      textId,
      stay: () => {
        this.#stay();
      },
      onReady: () => {
        if (isQuitting()) this.#goOnQuitting();
        else opened.closing.seal();
      },
      onFree: () => {
        if (isQuitting()) this.#goOnQuitting();
        else opened.browserWindow.close();
      },
      onAsking: () => {
        for (const { closing } of this.#open.values()) closing.unseal();
      },
      onClosing: () => {
        if (opened.browserWindow === this.current) this.#keepState();
      },
    });
    const { browserWindow } = opened;
    const { id } = browserWindow.webContents;
    this.#open.set(id, opened);
    browserWindow.on('focus', () => {
      this.#last = id;
    });
    browserWindow.on('closed', () => {
      this.#open.delete(id);
    });
    browserWindow.webContents.on('dom-ready', () => {
      browserWindow.webContents.setZoomFactor(this.#zoom / 100);
    });
    // Ctrl and the wheel, where the page has not taken it up.
    browserWindow.webContents.on('zoom-changed', (_event, direction) => {
      this.zoom(direction, browserWindow);
    });
  }

  /** Shows a window that may be minimised or hidden. */
  show(): void {
    const window = this.current;
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
  }

  /** Makes all windows larger or smaller, and tells the page of the one in which that was asked for. */
  zoom(by: ZoomBy, window = this.asking()): void {
    this.#zoom = zoomed(this.#zoom, by);
    for (const { browserWindow } of this.#open.values()) browserWindow.webContents.setZoomFactor(this.#zoom / 100);
    if (window === undefined) return;
    this.#keepState();
    this.#send(window, 'window.zoomed', { percent: this.#zoom });
  }

  /** The answer of the page that is asking to having been told to flush. */
  flushed(kept: boolean): void {
    this.#open.get(this.#asking.getStore() ?? -1)?.closing.flushed(kept);
  }

  /** Writes nothing of the profile from here on: it is of a newer version. */
  leaveProfile(): void {
    this.#isOurProfile = false;
  }

  #send<Channel extends EventChannel>(window: BrowserWindow, channel: Channel, payload: EventOf<Channel>): void {
    window.webContents.send(channel, payload);
  }

  /** Keeps how the current window stands. */
  #keepState(): void {
    const window = this.current;
    if (window === undefined || !this.#isOurProfile) return;
    writeWindowState(this.#parts.stateFile, { ...stateOf(window), zoom: this.#zoom });
  }

  /** A window of which something cannot be kept stays, and with it all others. */
  #stay(): void {
    if (this.#parts.isQuitting()) for (const { closing } of this.#open.values()) closing.stayOpen();
    this.#parts.stay();
  }

  #goOnQuitting(): void {
    quitTogether(
      [...this.#open.values()].map(({ closing }) => closing),
      this.#parts.quit,
    );
  }
}
