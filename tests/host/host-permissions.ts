import type { CDPSession } from '@playwright/test';
import type { AppUrls } from './app-url';
import type { Link } from './link';
import type { ChildOps, HostOps } from './messages';

/** Permissions as Electron names them, and as the DevTools protocol does. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  'persistent-storage': 'persistent-storage',
  notifications: 'notifications',
  geolocation: 'geolocation',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  'local-fonts': 'local-fonts',
  midi: 'midi',
};

/** Sets each permission of the app's origins as the app's own handlers decide. */
export async function applyPermissions(
  cdp: CDPSession,
  browserContextId: string,
  { link, urls, errors }: { link: Link<ChildOps, HostOps>; urls: AppUrls; errors: string[] },
): Promise<void> {
  for (const scheme of urls.schemes) {
    const app = `${scheme}://bundle/`;
    for (const [permission, name] of Object.entries(PERMISSIONS)) {
      const granted = await link.ask('permission', { permission, origin: app });
      const setting = granted ? 'granted' : 'denied';
      await cdp
        .send('Browser.setPermission', { permission: { name }, setting, origin: urls.toPage(app), browserContextId })
        .catch((error: unknown) => errors.push(`permission ${permission}: ${String(error)}`));
    }
  }
}
