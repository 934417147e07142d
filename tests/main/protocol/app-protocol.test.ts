import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileOf, serveApp } from '../../../main/protocol/app-protocol';

const root = mkdtempSync(join(tmpdir(), 'zhupi-protocol-'));
writeFileSync(join(root, 'index.html'), '<p>頁</p>');
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('addresses of the application', () => {
  it.each([
    ['app://bundle/', 'index.html'],
    ['app://bundle/index.html', 'index.html'],
    ['app://bundle/assets/a%20b.js', join('assets', 'a b.js')],
  ])('%s names a file inside the root', (address, file) => {
    expect(fileOf(address, root)).toBe(join(root, file));
  });

  it.each([
    'app://other/index.html',
    'https://bundle/index.html',
    'app://bundle/..%2f..%2fetc%2fpasswd.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/a%00.html',
    'app://bundle/..%5c..%5csecret.html',
    'app://bundle/%E0%A4%A.html',
    'app://bundle/package.json',
    'app://bundle/index.js.map',
  ])('%s names none', (address) => {
    const file = fileOf(address, root);
    // A browser resolves dots before it asks; what is left must still lie inside.
    expect(file === undefined || file.startsWith(join(root, '/'))).toBe(true);
    if (!address.includes('secret')) expect(file).toBeUndefined();
  });
});

describe('serving the page', () => {
  let answer: (request: Request) => Response | Promise<Response>;
  serveApp({ handle: (_scheme, handler) => void (answer = handler) }, root);

  it('sends a content security policy that allows nothing from elsewhere and nothing inline', async () => {
    const response = await answer(new Request('app://bundle/index.html'));
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).toBe('<p>頁</p>');
  });

  it('answers 404 for what is not there, and 405 for anything but reading', async () => {
    expect((await answer(new Request('app://bundle/none.html'))).status).toBe(404);
    expect((await answer(new Request('app://bundle/index.html', { method: 'POST', body: 'x' }))).status).toBe(405);
  });
});
