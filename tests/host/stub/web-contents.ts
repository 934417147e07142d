import { EventEmitter } from 'node:events';
import { decode, encode } from '../codec';
import type { PdfOptions } from '../messages';
import type { StubContext } from './context';
import { strict } from './strict';

/** The options of printToPDF that the host passes on. */
const PDF_OPTIONS: ReadonlySet<string> = new Set([
  'printBackground',
  'landscape',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
  'pageSize',
]);

/** What a window of a page tells its contents. */
export interface ContentsWindow {
  readonly id: number;
  isDestroyed(): boolean;
  focus(): void;
  loadURL(url: string): Promise<void>;
}

const originOf = (address: string): string => {
  try {
    const url = new URL(address);
    return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin;
  } catch {
    return 'null';
  }
};

/** The frame of a page at this address. */
export const frameAt = (url: string): object =>
  strict('WebFrameMain', {
    url,
    origin: originOf(url),
    frameTreeNodeId: 1,
    processId: 1,
    routingId: 1,
    name: '',
    parent: null,
    top: null,
    detached: false,
    isDestroyed: () => false,
  });

type OpenHandler = (details: object) => { action: string } | undefined;

/** The stand-in for WebContents. Members with two underscores are for the other parts of the stand-in. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: object;
  __url = '';
  __title = '';
  __loading = false;
  __crashed = false;
  __open: OpenHandler = () => ({ action: 'allow' });
  readonly #window: ContentsWindow;
  readonly #context: StubContext;
  #zoom = 1;

  constructor(window: ContentsWindow, session: object, context: StubContext) {
    super();
    this.id = window.id;
    this.session = session;
    this.#window = window;
    this.#context = context;
  }

  get mainFrame(): object {
    return frameAt(this.__url);
  }

  getURL(): string {
    return this.__url;
  }

  getTitle(): string {
    return this.__title;
  }

  getType(): string {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.#window.isDestroyed();
  }

  isLoading(): boolean {
    return this.__loading;
  }

  isCrashed(): boolean {
    return this.__crashed;
  }

  forcefullyCrashRenderer(): void {
    this.#context.link.tell('win.crash', { id: this.id });
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.__open = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    if (!this.isDestroyed()) this.#context.link.tell('win.send', { id: this.id, channel, payload: encode(args) });
  }

  loadURL(url: string): Promise<void> {
    return this.#window.loadURL(url);
  }

  reload(): void {
    this.#context.link.tell('win.reload', { id: this.id });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return decode(await this.#context.link.ask('win.exec', { id: this.id, code }));
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    for (const key of Object.keys(options)) {
      if (!PDF_OPTIONS.has(key)) throw new Error(`test host: printToPDF with ${key} is not emulated`);
    }
    return Buffer.from(await this.#context.link.ask('win.pdf', { id: this.id, options }));
  }

  async capturePage(): Promise<object> {
    const bytes = Buffer.from(await this.#context.link.ask('win.shot', { id: this.id }));
    return strict('NativeImage', { toPNG: () => bytes, isEmpty: () => bytes.length === 0 });
  }

  /** Prints on a printer that takes everything. The words of the page are recorded, and how it was to be printed. */
  print(options: object, done: (isPrinted: boolean, reason: string) => void): void {
    void this.executeJavaScript('document.body.innerText').then((words) => {
      this.#context.record('webContents.print', options, words);
      done(true, '');
    });
  }

  setZoomFactor(factor: number): void {
    if (factor === this.#zoom) return;
    this.#zoom = factor;
    this.#context.link.tell('win.zoom', { id: this.id, factor });
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  focus(): void {
    this.#window.focus();
  }
}
