import type { Page } from '@playwright/test';
import { expect, runsRealElectron, test, LONG } from './fixtures';
import { opened } from './reading-page';

/** The page has no Node, and its only door is frozen. */
async function expectOneDoor(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
  ).toEqual(['undefined', 'undefined']);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  expect(await page.evaluate(() => Object.isFrozen(Reflect.get(window, 'zhupi')))).toBe(true);
}

/** Permissions are denied but for the two the page needs. */
async function expectFewPermissions(page: Page): Promise<void> {
  const state = (name: string): Promise<string> =>
    page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state, name);
  expect(await state('geolocation')).toBe('denied');
  expect(await state('notifications')).toBe('denied');
  expect(await state('persistent-storage')).toBe('granted');
  expect(await page.evaluate(() => navigator.storage.persist())).toBe(true);
  expect(
    await page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
}

/** Malformed requests and unknown channels are refused, and nothing changes. */
async function expectRefusals(page: Page): Promise<void> {
  const ask = (channel: string, payload: unknown): Promise<string> =>
    page.evaluate(
      ([name, sent]) => {
        const door = Reflect.get(window, 'zhupi') as {
          request: (channel: string, payload: unknown) => Promise<unknown>;
        };
        return door.request(name, sent).then(
          () => 'answered',
          (error: unknown) => (error as Error).message,
        );
      },
      [channel, payload] as const,
    );
  expect(await ask('library.read', { id: 7 })).toContain('malformed request');
  expect(await ask('export.save', { suggestedName: 'x', extension: 'md', text: 'x', path: '/tmp/x' })).toContain(
    'malformed request',
  );
  expect(await ask('preferences.set', { language: 'en', theme: 'pink' })).toContain('malformed request');
  expect(await ask('anything.else', {})).toContain('unknown channel');
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
}

test('the page has no Node, one frozen door, two permissions, and no answer to what is malformed', async ({
  launch,
}) => {
  const page = await opened(await (await launch()).firstWindow());
  await expectOneDoor(page);
  await expectFewPermissions(page);
  await expectRefusals(page);
});

test('scripts, styles, frames and connections from elsewhere are refused', async ({ launch, host }) => {
  const page = await opened(await (await launch()).firstWindow());
  // In a task of its own: what the test's protocol evaluates is exempt from the rule.
  const evaluated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(Reflect.construct(Function, ['return 1']));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(evaluated).toBe('EvalError');
  const inline = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(1, 2, 3) !important }';
    document.body.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return [Reflect.get(window, 'ran') as unknown, getComputedStyle(document.body).color];
  });
  expect(inline[0]).toBeUndefined();
  expect(inline[1]).not.toBe('rgb(1, 2, 3)');
  expect(
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  if (!runsRealElectron) expect(host.current?.blocked).toEqual([]);
});

test('a navigation and a pop-up are refused', async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  const address = page.url();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.textContent = 'away';
    document.body.append(link);
    link.click();
    window.open('https://example.com/');
    location.href = 'app://bundle/other.html';
  });
  await page.waitForTimeout(400);
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
  await opened(page);
});

test('the page may start itself again, and comes back as it was', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const loading = page.waitForEvent('load');
  await page.evaluate(() => {
    location.reload();
  });
  await loading;
  await opened(page);
});

test("a stranger's page gets no answer from main", async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  const opening = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows();
    // The same preload in a page that is not ours.
    const preferences = { preload: `${process.cwd()}/out/preload/index.js`, sandbox: true };
    const stranger = new BrowserWindow({ show: false, webPreferences: preferences });
    await stranger.loadURL('data:text/html,<title>stranger</title>').catch(() => undefined);
    return own?.id;
  });
  const stranger = await opening;
  const answer = await stranger.evaluate(() => {
    const door = Reflect.get(window, 'zhupi') as { request: (channel: string) => Promise<unknown> } | undefined;
    return (
      door?.request('library.list').then(
        () => 'answered',
        (error: unknown) => (error as Error).message,
      ) ?? 'no door'
    );
  });
  expect(answer).toContain('not from this application');
  await opened(page);
});
