import type { Page } from '@playwright/test';
import { opened } from '../e2e/reading-page';
import { HostApp } from '../host/host';

/** The app on a profile that outlives it. */
export interface Running {
  readonly page: Page;
  /** Id of main's process. */
  readonly pid: number;
  /** Quits as a person does. */
  close(): Promise<void>;
  /** Kills main and the browser at once, as a power cut does. */
  crash(): Promise<void>;
}

/** Starts the app on a profile. Resolves when its text is shown; rejects where it is not, as on a failure panel. */
export type Start = (profile: string) => Promise<Running>;

/** The page, once it shows its text, and fit for functions of scripts, whose bundler names them by a helper. */
export async function shown(page: Page): Promise<Page> {
  page.setDefaultTimeout(20_000);
  await opened(page);
  await page.evaluate('globalThis.__name = (named) => named');
  return page;
}

/** Starts the app in the host. */
export const hostStart =
  (root: string, home: string): Start =>
  async (profile) => {
    const app = await HostApp.launch({ root, args: [`--user-data-dir=${profile}`], home });
    try {
      const page = await shown(await app.firstWindow());
      return { page, pid: app.process().pid ?? 0, close: () => app.close(), crash: () => app.crash() };
    } catch (error) {
      await app.close();
      throw error;
    }
  };
