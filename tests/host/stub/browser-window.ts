import { EventEmitter } from 'node:events';
import type { StubContext } from './context';
import { preventable, strict } from './strict';
import { WebContents } from './web-contents';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Options of a window, as far as the host looks at them. */
export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & {
    readonly preload?: string;
    readonly session?: object;
  };
}

/** What the host emulates, and nothing weaker. */
const SAFE_PREFERENCES: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
};

/** What windows need of the parts around them. */
export interface WindowSurroundings {
  readonly context: StubContext;
  readonly session: object;
  /** The name of a session that is not the default one. */
  readonly partitionOf: (session: object) => string | undefined;
  readonly isReady: () => boolean;
  readonly announce: (window: BrowserWindow) => void;
  readonly onError: (error: unknown) => void;
}

/** All windows that are open. */
export class WindowList {
  readonly open = new Map<number, BrowserWindow>();
  focused: BrowserWindow | null = null;
  count = 0;
}

/** The stand-in for BrowserWindow: a page of Chromium in the test process. */
export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  __closing = false;
  __gone = false;
  __shownOnce = false;
  readonly #around: WindowSurroundings;
  readonly #list: WindowList;
  readonly #made: Promise<undefined>;
  readonly #bounds: Bounds;
  readonly #is = { visible: true, minimized: false, maximized: false, fullScreen: false };
  #title: string;
  #background: string;

  constructor(options: WindowOptions, around: WindowSurroundings, list: WindowList) {
    super();
    if (!around.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    for (const [key, safe] of Object.entries(SAFE_PREFERENCES)) {
      if ((preferences[key] ?? safe) !== safe) throw new Error(`test host: webPreferences.${key} is not emulated`);
    }
    this.#around = around;
    this.#list = list;
    this.id = ++list.count;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#is.visible = options.show !== false;
    this.#title = options.title ?? '';
    this.#background = options.backgroundColor ?? '#FFFFFF';
    const session = preferences.session ?? around.session;
    this.webContents = strict('webContents', new WebContents(this, session, around.context));
    this.#made = around.context.link.ask('win.create', {
      ...{ id: this.id, preload: preferences.preload, width, height },
      partition: around.partitionOf(session),
      javaScript: preferences['javascript'] !== false,
    });
    this.#made.catch(around.onError);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.__loading = true;
    await this.#made;
    const { error } = await this.#around.context.link.ask('win.load', { id: this.id, url });
    this.webContents.__loading = false;
    if (error !== undefined) throw Object.assign(new Error(`${error} loading '${url}'`), { code: error });
  }

  close(): void {
    if (this.__gone) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    this.__closing = true;
    // There may be no page yet to be closed.
    const close = (): void => {
      this.#around.context.link.tell('win.close', { id: this.id });
    };
    this.#made.then(close, close);
  }

  isDestroyed(): boolean {
    return this.__gone;
  }

  show(): void {
    this.#is.visible = true;
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.#is.visible = false;
    this.emit('hide');
  }

  focus(): void {
    this.#list.focused = this.#list.open.get(this.id) ?? null;
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.#is.visible;
  }

  isFocused(): boolean {
    return this.#list.focused?.id === this.id;
  }

  minimize(): void {
    this.#is.minimized = true;
    this.emit('minimize');
  }

  restore(): void {
    this.#is.minimized = false;
    this.emit('restore');
  }

  maximize(): void {
    this.#is.maximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#is.maximized = false;
    this.emit('unmaximize');
  }

  isMinimized(): boolean {
    return this.#is.minimized;
  }

  isMaximized(): boolean {
    return this.#is.maximized;
  }

  isFullScreen(): boolean {
    return this.#is.fullScreen;
  }

  setFullScreen(on: boolean): void {
    this.#is.fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }

  getBounds(): Bounds {
    return { ...this.#bounds };
  }

  getNormalBounds(): Bounds {
    return { ...this.#bounds };
  }

  getContentBounds(): Bounds {
    return { ...this.#bounds };
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setBounds(bounds: Partial<Bounds>): void {
    Object.assign(this.#bounds, bounds);
    const { width, height } = this.#bounds;
    this.#around.context.link.tell('win.size', { id: this.id, width, height });
    this.emit('resize');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  // The page paints over it; upper case is how Electron gives a colour back.
  setBackgroundColor(colour: string): void {
    this.#background = colour;
  }

  getBackgroundColor(): string {
    return this.#background.toUpperCase();
  }

  setMenuBarVisibility(): void {
    // Chromium's pages have no menu bar.
  }
}

/** The class as the app sees it: constructed with options alone, and with Electron's static functions. */
export function browserWindowClass(around: WindowSurroundings, list: WindowList): object {
  return class extends BrowserWindow {
    constructor(options: WindowOptions = {}) {
      super(options, around, list);
      const self = strict('BrowserWindow', this);
      list.open.set(this.id, self);
      // A hidden window takes the focus from nobody.
      if (options.show !== false || list.focused === null) list.focused = self;
      around.announce(self);
      return self;
    }

    static getAllWindows(): BrowserWindow[] {
      return [...list.open.values()];
    }

    static getFocusedWindow(): BrowserWindow | null {
      return list.focused;
    }

    static fromId(id: number): BrowserWindow | null {
      return list.open.get(id) ?? null;
    }

    static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
      return list.open.get(contents.id) ?? null;
    }
  };
}
