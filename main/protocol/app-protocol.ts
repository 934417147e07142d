import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';

const SCHEME = 'app';

/** The one origin of every page of this application. It names the database, so it must never change. */
export const APP_ORIGIN = `${SCHEME}://bundle`;

/** To be registered before the application is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
};

/** Nothing but the application's own files; no inline script or style, no connection, no frame, no form. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
};

/**
 * The file that an address of ours names, or undefined if it is not ours, lies outside the root, or is of a kind
 * that is never served.
 */
export function fileOf(address: string, root: string): string | undefined {
  const url = new URL(address);
  if (url.protocol !== `${SCHEME}:` || url.host !== 'bundle') return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  if (!file.startsWith(resolve(root) + sep)) return undefined;
  return extname(file) in CONTENT_TYPES ? file : undefined;
}

const refusal = (status: number): Response => new Response(null, { status });

/** What is served in place of the file with a path, where there is something. */
export type Instead = (path: string) => string | undefined;

/** The answer to a request for a file of ours that lies in `root`; reading is all that is allowed. */
export async function serveFile(request: Request, root: string, instead?: Instead): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = fileOf(request.url, root);
  if (file === undefined) return refusal(404);
  try {
    return new Response(instead?.(new URL(request.url).pathname) ?? new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return refusal(404);
  }
}

/** Serves the built page from `root` under `app://bundle/`, read-only. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, root: string, instead?: Instead): void {
  protocol.handle(SCHEME, (request) => serveFile(request, root, instead));
}
