import { describe, expect, it } from 'vitest';
import { AppUrls } from './app-url';
import { preventable, strict } from './stub/strict';

describe('what is not emulated', () => {
  it('throws when it is touched, and says what it was', () => {
    const part = strict('shell', { beep: () => 'beep' });
    expect(part.beep()).toBe('beep');
    expect(() => Reflect.get(part, 'openEverything') as unknown).toThrow(
      'electron shell.openEverything is not emulated',
    );
  });

  it('does not stop a promise or a test from looking at it', async () => {
    const part = strict('app', { name: 'x' });
    expect(await Promise.resolve(part)).toBe(part);
    expect(part).toEqual({ name: 'x' });
  });

  it('leaves methods with the private fields of their object', () => {
    class Counter {
      #count = 0;
      next(): number {
        return ++this.#count;
      }
    }
    expect(strict('counter', new Counter()).next()).toBe(1);
  });
});

describe('an event of the stand-in', () => {
  it('knows that it was prevented', () => {
    const event = preventable({ url: 'x' });
    event.preventDefault();
    expect(event).toMatchObject({ url: 'x', defaultPrevented: true });
  });
});

describe('addresses', () => {
  const urls = new AppUrls();
  urls.add('app');

  it.each([
    ['app://bundle/index.html?x#y', 'http://bundle.app.localhost/index.html?x#y'],
    ['app://bundle', 'http://bundle.app.localhost/'],
    ['https://example.com/', 'https://example.com/'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
    ['other://bundle/', 'other://bundle/'],
  ])('%s is loaded as %s', (app, page) => {
    expect(urls.toPage(app)).toBe(page);
    if (app !== page && !app.endsWith('bundle')) expect(urls.toApp(page)).toBe(app);
  });

  it('of a policy are those that Chromium knows', () => {
    expect(urls.policyForPage("default-src 'none'; script-src app:; img-src data:")).toBe(
      "default-src 'none'; script-src http://*.app.localhost; img-src data:",
    );
  });
});
