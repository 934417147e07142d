import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { AppUrls } from './app-url';
import { CHROMIUM_ARGS, systemChromium } from './chromium';
import { encode } from './codec';
import { applyPermissions } from './host-permissions';
import { routeRequest } from './host-routing';
import {
  applySize,
  createWindow,
  deliverName,
  withoutFragment,
  type HostWindow,
  type WindowParts,
} from './host-window';
import type { Answers, Link } from './link';
import type { ChildOps, HostOps } from './messages';
import { pdfOptions } from './pdf-options';

/** For a window on a display: no tabs and no address, since it stands for the app's own. */
const WINDOW_ARGS = [
  ...CHROMIUM_ARGS,
  '--test-type',
  '--window-size=1296,880',
  '--app=data:text/html,<title>Zhupi</title>',
];

/** How the browser behind an app is started. */
export interface BrowserOptions {
  readonly executablePath?: string;
  readonly locale: string;
  readonly browser?: Browser;
  readonly headless: boolean;
}

/** What the pages need of their app. */
export interface PagesParts {
  readonly link: () => Link<ChildOps, HostOps>;
  readonly options: BrowserOptions;
  readonly userData: () => Promise<string>;
  readonly blocked: string[];
  readonly errors: string[];
  readonly emit: (event: string, value?: unknown) => void;
  readonly hasExited: () => boolean;
}

/** The browser behind an app: a page for each of its windows, and the answers to what main asks of them. */
export class HostPages {
  /** How long starting the browser took, in milliseconds. */
  startMs: number | undefined;
  readonly #parts: PagesParts;
  readonly #urls = new AppUrls();
  readonly #windows = new Map<number, HostWindow>();
  readonly #created = new Map<number, HostOps['win.create']['args']>();
  readonly #key = Math.random().toString(36).slice(2);
  readonly #partitions = new Map<string, Promise<BrowserContext>>();
  #starting: Promise<BrowserContext> | undefined;
  #memory: Promise<Browser> | undefined;
  #context: BrowserContext | undefined;
  #contextId: string | undefined;
  #cdp: CDPSession | undefined;
  #creating = 0;
  #colorScheme: 'light' | 'dark' | null = null;

  constructor(parts: PagesParts) {
    this.#parts = parts;
  }

  get all(): Page[] {
    return [...this.#windows.values()].map(({ page }) => page);
  }

  get context(): BrowserContext | undefined {
    return this.#context;
  }

  /** The window that this page stands for. */
  windowOf(page: Page): HostWindow | undefined {
    return [...this.#windows.values()].find((window) => window.page === page);
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    await this.#closePartitions();
  }

  /** The answers to what main asks. */
  answers(): Answers<HostOps> {
    const page = (id: number): Page => {
      const window = this.#windows.get(id);
      if (window === undefined) throw new Error(`host: window ${id} is gone`);
      return window.page;
    };
    return {
      scheme: ({ scheme, privileges }) => {
        this.#urls.add(scheme);
        if (privileges?.standard === true && privileges.secure === true) return;
        this.#parts.errors.push(`scheme ${scheme} is not registered as standard and secure`);
      },
      crashed: ({ error }) => {
        this.#parts.errors.push(error);
        this.#parts.emit('main-error', error);
      },
      theme: async ({ source }) => {
        this.#colorScheme = source === 'system' ? null : source;
        await Promise.all(this.all.map((each) => each.emulateMedia({ colorScheme: this.#colorScheme })));
      },
      permissions: () => this.#applyPermissions(),
      'win.create': (args) => this.#create(args),
      'win.load': ({ id, url }) => this.#load(id, url),
      'win.send': async ({ id, channel, payload }) => {
        const name = deliverName(this.#key);
        const call = `globalThis[${JSON.stringify(name)}]?.(${JSON.stringify(channel)}, ${JSON.stringify(payload)})`;
        await this.#windows
          .get(id)
          ?.page.evaluate(call)
          .catch(() => undefined);
      },
      'win.exec': async ({ id, code }) => encode(await page(id).evaluate(code)),
      'win.pdf': async ({ id, options }) => new Uint8Array(await page(id).pdf(pdfOptions(options))),
      'win.shot': async ({ id }) => new Uint8Array(await page(id).screenshot()),
      'win.reload': ({ id }) => this.#reload(id),
      'win.crash': ({ id }) => {
        this.#crash(id);
      },
      'win.size': ({ id, ...size }) => {
        this.#resize(id, { size });
      },
      'win.zoom': ({ id, factor }) => {
        this.#resize(id, { zoom: factor });
      },
      'win.close': ({ id }) => this.#windows.get(id)?.page.close({ runBeforeUnload: false }) as Promise<undefined>,
      quit: async () => {
        await this.#context?.close();
        await this.#closePartitions();
        return undefined;
      },
    };
  }

  #resize(id: number, changes: Partial<Pick<HostWindow, 'size' | 'zoom'>>): void {
    const window = this.#windows.get(id);
    if (window?.size !== undefined) void applySize(Object.assign(window, changes)).catch(() => undefined);
  }

  async #load(id: number, url: string): Promise<{ error?: string }> {
    const window = this.#windows.get(id);
    const address = this.#urls.toPage(url);
    window?.expected.add(withoutFragment(address));
    try {
      await window?.page.goto(address, { waitUntil: 'load' });
      return {};
    } catch (error) {
      return { error: /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED' };
    }
  }

  #browser(): Promise<BrowserContext> {
    return (this.#starting ??= this.#startBrowser());
  }

  async #startBrowser(): Promise<BrowserContext> {
    const started = performance.now();
    const { browser, executablePath, locale, headless } = this.#parts.options;
    const common = { locale, colorScheme: this.#colorScheme, acceptDownloads: false };
    const userData = await this.#parts.userData();
    const context = browser
      ? await browser.newContext(common)
      : await chromium.launchPersistentContext(join(userData, 'host-chromium'), {
          ...common,
          executablePath: executablePath ?? systemChromium(),
          args: headless ? CHROMIUM_ARGS : WINDOW_ARGS,
          headless,
          chromiumSandbox: false,
          ...(!headless && { viewport: null }),
        });
    await this.#guard(context, undefined);
    context.on('close', () => {
      if (!this.#parts.hasExited() && this.#windows.size > 0) this.#parts.emit('browser-gone');
    });
    this.startMs = performance.now() - started;
    return (this.#context = context);
  }

  /** Lets main answer what the pages of a session ask for, and keeps pop-ups away. */
  async #guard(context: BrowserContext, partition: string | undefined): Promise<void> {
    const { blocked, errors } = this.#parts;
    const windowOf = (page: Page) => this.windowOf(page);
    const parts = { link: this.#parts.link(), urls: this.#urls, errors, blocked, windowOf, partition };
    await context.route('**/*', (route) =>
      routeRequest(route, parts).catch(() => route.abort().catch(() => undefined)),
    );
    // A pop-up: its load was refused on the way.
    context.on('page', (page) => {
      if (this.#creating === 0 && this.windowOf(page) === undefined) void page.close().catch(() => undefined);
    });
  }

  /** A session in memory. It is not in the browser of the profile, where that has one: nothing of it may be touched. */
  async #inMemory(partition: string, javaScriptEnabled: boolean): Promise<BrowserContext> {
    const { browser, executablePath, locale } = this.#parts.options;
    this.#memory ??= browser
      ? Promise.resolve(browser)
      : chromium.launch({
          executablePath: executablePath ?? systemChromium(),
          args: CHROMIUM_ARGS,
          chromiumSandbox: false,
        });
    const context = await (await this.#memory).newContext({ locale, acceptDownloads: false, javaScriptEnabled });
    await this.#guard(context, partition);
    return context;
  }

  #session({ partition, javaScript }: HostOps['win.create']['args']): Promise<BrowserContext> {
    if (partition === undefined) return this.#browser();
    const known = this.#partitions.get(partition) ?? this.#inMemory(partition, javaScript);
    this.#partitions.set(partition, known);
    return known;
  }

  async #closePartitions(): Promise<void> {
    for (const context of this.#partitions.values()) await (await context).close().catch(() => undefined);
    if (this.#parts.options.browser === undefined) await (await this.#memory)?.close().catch(() => undefined);
  }

  async #create(args: HostOps['win.create']['args']): Promise<undefined> {
    this.#creating++;
    const context = await this.#session(args);
    const spare = context.pages().find((page) => this.windowOf(page) === undefined);
    const page = spare ?? (await context.newPage());
    const window = await createWindow(context, page, args, this.#windowParts());
    this.#windows.set(args.id, window);
    this.#created.set(args.id, args);
    this.#creating--;
    await page.emulateMedia({ colorScheme: this.#colorScheme });
    if (args.partition === undefined) {
      this.#contextId = (await window.cdp.send('Target.getTargetInfo')).targetInfo.browserContextId;
      await this.#applyPermissions();
    }
    this.#parts.emit('window', page);
  }

  #windowParts(): WindowParts {
    return {
      link: this.#parts.link(),
      urls: this.#urls,
      errors: this.#parts.errors,
      key: this.#key,
      onClosed: ({ id, page }) => {
        // Another page has taken the place of one that died.
        if (this.#windows.get(id)?.page !== page) return;
        this.#windows.delete(id);
        this.#parts.link().tell('win.closed', { win: id });
      },
      emulatesSize: this.#parts.options.headless,
    };
  }

  async #reload(id: number): Promise<undefined> {
    const window = this.#windows.get(id);
    if (window?.isCrashed === true) await this.#revive(id);
    else await window?.page.reload();
  }

  #crash(id: number): void {
    // The page does not live to answer.
    const crashing = this.#windows.get(id)?.cdp.send('Page.crash');
    crashing?.catch(() => undefined);
  }

  /** A new page in the place of one that died: Playwright has no way to go on with that one. */
  async #revive(id: number): Promise<void> {
    const dead = this.#windows.get(id);
    const args = this.#created.get(id);
    if (dead === undefined || args === undefined) return;
    this.#creating++;
    const context = await this.#browser();
    const page = await context.newPage();
    const window = await createWindow(context, page, { ...args, ...dead.size }, this.#windowParts(), dead.session);
    await applySize(Object.assign(window, { zoom: dead.zoom }));
    this.#windows.set(id, window);
    this.#creating--;
    await page.emulateMedia({ colorScheme: this.#colorScheme });
    void dead.page.close().catch(() => undefined);
    this.#parts.emit('window', page);
    const address = dead.page.url();
    window.expected.add(withoutFragment(address));
    await page.goto(address, { waitUntil: 'load' });
  }

  async #applyPermissions(): Promise<undefined> {
    const browser = this.#context?.browser();
    if (!browser || this.#contextId === undefined) return;
    // Kept open: detaching would drop the overrides.
    this.#cdp ??= await browser.newBrowserCDPSession();
    const parts = { link: this.#parts.link(), urls: this.#urls, errors: this.#parts.errors };
    await applyPermissions(this.#cdp, this.#contextId, parts);
  }
}
