import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { AppUrls } from './app-url';
import { hostBundle } from './bundle';
import { decode } from './codec';
import type { Link } from './link';
import type { ChildOps, HostOps } from './messages';
import type { ShimConfig } from './page-shim';

/** A page that stands for a BrowserWindow. */
export interface HostWindow {
  readonly id: number;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Addresses that main itself asked for, so that loading them is no navigation of the page's own. */
  readonly expected: Set<string>;
  /** Size of the window, whatever the zoom, in device-independent pixels; undefined for one on a display. */
  size: { readonly width: number; readonly height: number } | undefined;
  /** How much larger than its actual size the page is shown. */
  zoom: number;
  /** What the session's storage of the page holds. */
  readonly session: Map<string, string>;
  /** The page's process has died, and Playwright can do nothing with the page any more. */
  isCrashed: boolean;
}

/** What a window needs of its host. */
export interface WindowParts {
  readonly link: Link<ChildOps, HostOps>;
  readonly urls: AppUrls;
  readonly errors: string[];
  /** Part of the names of the functions between page and host, so that no page can guess them. */
  readonly key: string;
  readonly onClosed: (window: HostWindow) => void;
  /** False for a window on a display, which has a size of its own. */
  readonly emulatesSize: boolean;
}

/** The address without its fragment. */
export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

/** Name of the function through which events reach the preload. */
export const deliverName = (key: string): string => `__deliver${key}`;

function reportEvents(window: HostWindow, { link, urls, onClosed }: WindowParts): void {
  const { id, page } = window;
  const tell = (event: string, extra: object = {}): void => {
    link.tell('win.event', { win: id, event, ...extra });
  };
  page.on('domcontentloaded', () => {
    tell('dom-ready', { url: urls.toApp(page.url()) });
  });
  page.on('load', () => {
    void page
      .title()
      .catch(() => '')
      .then((title) => {
        tell('did-finish-load', { url: urls.toApp(page.url()), title });
      });
  });
  page.on('framenavigated', (frame) => {
    const url = urls.toApp(frame.url());
    if (frame === page.mainFrame()) tell('did-navigate', { url, args: [url] });
  });
  page.on('crash', () => {
    window.isCrashed = true;
    tell('render-process-gone', { args: [{ reason: 'crashed', exitCode: 1 }] });
  });
  page.on('close', () => {
    onClosed(window);
  });
}

async function refusePopups({ id, cdp }: HostWindow, { link, urls, errors }: WindowParts): Promise<void> {
  await cdp.send('Page.enable');
  cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    const details = { win: id, url: urls.toApp(url), frameName: windowName, features: windowFeatures.join(',') };
    void link.ask('win.open', details).then(({ action }) => {
      if (action !== 'deny') errors.push(`host: window.open(${url}) was allowed; child windows are not emulated`);
    });
  });
}

/** Keeps a change of the session's storage; the key is null where all was cleared, the value where it was removed. */
function keepSession(session: Map<string, string>, change: string): void {
  const [key, value] = JSON.parse(change) as [string | null, string | null];
  if (key === null) session.clear();
  else if (value === null) session.delete(key);
  else session.set(key, value);
}

async function installPreload({ id, page, session }: HostWindow, file: string, parts: WindowParts): Promise<void> {
  const { link, urls, errors, key } = parts;
  const config: ShimConfig = {
    binding: `__ask${key}`,
    deliver: deliverName(key),
    preloadPath: file,
    platform: process.platform,
  };
  await page.exposeBinding(config.binding, async ({ frame }, kind: string, channel: string, payload: string) => {
    const message = { win: id, url: urls.toApp(frame.url()), channel, payload };
    if (kind === 'invoke') return link.ask('ipc.invoke', message);
    if (kind === 'send') link.tell('ipc.send', message);
    else if (kind === 'context-menu') {
      link.tell('win.event', { win: id, event: 'context-menu', args: [JSON.parse(payload)] });
    } else if (kind === 'session') keepSession(session, payload);
    else errors.push(`preload ${channel}: ${String(decode(payload))}`);
    return undefined;
  });
  const preload = `function (require, exports, module, process) {${readFileSync(file, 'utf8')}\n}`;
  const content = `(() => {${hostBundle().shimSource}\nhostShim.runPreload(${JSON.stringify(config)}, ${preload});\n})();`;
  await page.addInitScript({ content });
}

/** Gives a page the session's storage of one that died, once. */
const giveSession = ({ page }: HostWindow, session: ReadonlyMap<string, string>): Promise<unknown> =>
  page.addInitScript(
    (entries) => {
      if (window.top !== window.self || location.href === 'about:blank' || sessionStorage.length > 0) return;
      for (const [key, value] of entries) sessionStorage.setItem(key, value);
    },
    [...session],
  );

/**
 * Makes a page for a window, or takes the empty one that a new browser has. `session` is what the session's storage of
 * the page held whose place it takes.
 */
export async function createWindow(
  context: BrowserContext,
  page: Page,
  args: HostOps['win.create']['args'],
  parts: WindowParts,
  session = new Map<string, string>(),
): Promise<HostWindow> {
  const cdp = await context.newCDPSession(page);
  const size = parts.emulatesSize ? { width: args.width, height: args.height } : undefined;
  const window: HostWindow = {
    ...{ id: args.id, page, cdp, expected: new Set(), session, size },
    zoom: 1,
    isCrashed: false,
  };
  if (session.size > 0) await giveSession(window, session);
  reportEvents(window, parts);
  await refusePopups(window, parts);
  if (args.preload !== undefined) await installPreload(window, args.preload, parts);
  await applySize(window);
  return window;
}

/** Gives a page the size that its window has for it: zoomed, it has fewer CSS pixels. */
export async function applySize({ page, size, zoom }: HostWindow): Promise<void> {
  if (size === undefined) return;
  await page.setViewportSize({ width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) });
}
