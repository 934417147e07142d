import type { Page, Request, Route } from '@playwright/test';
import type { AppUrls } from './app-url';
import { withoutFragment, type HostWindow } from './host-window';
import type { Link } from './link';
import { ADDRESS_HEADER, PARTITION_HEADER, type ChildOps, type HostOps } from './messages';

/** What routing needs of its host. */
export interface RoutingParts {
  readonly link: Link<ChildOps, HostOps>;
  readonly urls: AppUrls;
  readonly errors: string[];
  /** Every request that was not for the app's own schemes. */
  readonly blocked: string[];
  readonly windowOf: (page: Page) => HostWindow | undefined;
  /** The session whose pages ask; undefined for the default one. */
  readonly partition: string | undefined;
}

function windowOfRequest(request: Request, { windowOf }: RoutingParts): HostWindow | undefined {
  try {
    return windowOf(request.frame().page());
  } catch {
    // A navigation in a page that is not a window yet: window.open.
    return undefined;
  }
}

/** True if the app prevents this page from going where it wants to. */
async function isPrevented(request: Request, window: HostWindow, { link, urls }: RoutingParts): Promise<boolean> {
  const isTop = request.isNavigationRequest() && request.frame() === window.page.mainFrame();
  if (!isTop || window.expected.delete(withoutFragment(request.url()))) return false;
  const { prevented } = await link.ask('win.navigate', { win: window.id, url: urls.toApp(request.url()) });
  return prevented;
}

async function serve(route: Route, url: string, { link, urls, errors, partition }: RoutingParts): Promise<void> {
  const request = route.request();
  const body = request.postDataBuffer();
  const sent = {
    ...{ url, method: request.method(), headers: request.headers(), partition },
    body: body && new Uint8Array(body),
  };
  const reply = await link.ask('protocol.fetch', sent);
  if ('failed' in reply) {
    if (reply.error !== undefined) errors.push(reply.error);
    await route.abort('failed');
    return;
  }
  const headers = Object.fromEntries(
    reply.headers.map(([name, value]) => [
      name,
      name.startsWith('content-security-policy') ? urls.policyForPage(value) : value,
    ]),
  );
  await route.fulfill({ status: reply.status, headers, body: Buffer.from(reply.body) });
}

/** What a page loads as files of its own. Where one of them fails, nobody asks how. */
const FILES = new Set(['script', 'stylesheet', 'font', 'image']);

/** Lets Chromium fetch a file from main's own process. */
async function fetchFile(route: Route, url: string, port: number, { partition = '' }: RoutingParts): Promise<void> {
  const headers = { ...route.request().headers(), [ADDRESS_HEADER]: url, [PARTITION_HEADER]: partition };
  await route.continue({ url: `http://127.0.0.1:${port}/`, headers });
}

/** Decides what becomes of a request: served by the app, refused by it, or refused because it leads outside. */
export async function routeRequest(route: Route, parts: RoutingParts): Promise<void> {
  const request = route.request();
  const url = request.url();
  const window = windowOfRequest(request, parts);
  if (request.isNavigationRequest() && window === undefined) return route.abort('aborted');
  if (window !== undefined && (await isPrevented(request, window, parts))) return route.abort('aborted');
  const appUrl = parts.urls.toApp(url);
  const { partition } = parts;
  const details = { url: appUrl, method: request.method(), resourceType: request.resourceType(), partition };
  const { cancel, port } = await parts.link.ask('request', details);
  if (cancel === true) return route.abort('blockedbyclient');
  if (appUrl !== url && FILES.has(request.resourceType())) return fetchFile(route, appUrl, port, parts);
  if (appUrl !== url) return serve(route, appUrl, parts);
  if (/^(data|blob|file):/.test(url)) return route.continue();
  parts.blocked.push(url);
  return route.abort('internetdisconnected');
}
