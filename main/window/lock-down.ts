import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from '../protocol/app-protocol';

/** All that a page of ours may be granted: to keep its database, and to put plain text on the clipboard. */
const GRANTED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

/** Decides on a permission for a page of this origin. */
export const mayUse = (permission: string, origin: string): boolean => GRANTED.has(permission) && isOurs(origin);

/** Denies every permission that is not in the short list above. */
export function restrictPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(mayUse(permission, details.requestingUrl));
  });
}

/** True for one and the same document; what an address names within it does not count. */
const isSame = (one: string, other: string): boolean => one.split('#', 1)[0] === other.split('#', 1)[0];

function keepInside(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A page may start itself again, as after a fault; it may go nowhere else.
  contents.on('will-navigate', (event) => {
    if (!isSame(event.url, contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isSame(event.url, contents.getURL())) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** Refuses every navigation, new window and webview, in every page that will ever be made. */
export function refuseToLeave(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    keepInside(contents);
  });
}
