import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostApp } from '../tests/host/host';
import { ensureChromium } from '../scripts/ensure-chromium';
import { opened, settled } from '../tests/e2e/reading-page';
async function main() {
  const home = mkdtempSync(join(tmpdir(), 'vshot-'));
  const app = await HostApp.launch({ root: process.cwd(), args: [`--user-data-dir=${join(home, 'p')}`], home, executablePath: ensureChromium()! });
  const page = await app.firstWindow();
  await opened(page);
  for (const [lang, key] of [['English','en'], ['繁體中文','hant'], ['简体中文','hans']]) {
    await page.keyboard.press('Control+,');
    await page.locator(`[role=dialog] label`, { hasText: lang }).click();
    await page.keyboard.press('Escape');
    for (const width of [1024, 1180, 1280, 1480]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      console.log(key, width, await page.evaluate(() => { const b = document.querySelector('header')!; const t = [...b.children].map((c) => Math.round(c.getBoundingClientRect().width)); return [b.scrollWidth, b.clientWidth, Math.round(b.lastElementChild!.getBoundingClientRect().right), t.join(',')]; }));
      await page.screenshot({ path: `/tmp/shots-vertical/bar-${key}-${width}.png`, clip: { x: 0, y: 0, width, height: 60 } });
    }
  }
  await app.close();
}
void main();
