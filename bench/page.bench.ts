import type { Page } from '@playwright/test';
import { hansCorpus } from './corpus';
import { filled, launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { figure, median } from './table';
import { at, endOfFrameAfter, longestTask, record, workBetween } from './trace';

async function arm(page: Page): Promise<void> {
  await page.evaluate(() => {
    performance.clearMarks();
    document.addEventListener('click', () => performance.mark('bench-click'), { capture: true, once: true });
    const main = document.querySelector('main.page-text');
    if (main === null) throw new Error('no text');
    const changes = new MutationObserver(() => {
      performance.mark('bench-shown');
      changes.disconnect();
    });
    changes.observe(main, { subtree: true, childList: true, characterData: true });
  });
}

async function switchTo({ page, cdp }: BenchApp, script: string) {
  const segment = page.getByRole('radiogroup', { name: 'Script' }).locator('label').getByText(script, { exact: true });
  const box = await segment.boundingBox();
  if (box === null) throw new Error('no segment');
  await arm(page);
  const recording = await record(cdp, 'bench-click', async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => performance.getEntriesByName('bench-shown').length > 0);
    await filled(page);
  });
  const from = at(recording, 'bench-click');
  const end = endOfFrameAfter(recording, at(recording, 'bench-shown'));
  return {
    work: workBetween(recording, from, end),
    after: longestTask(recording, end, Infinity),
    paints: recording.paints.length,
  };
}

async function main(): Promise<void> {
  const app = await launchWith({ 'one page': await hansCorpus(1000), 'a long text': await hansCorpus(1_000_000) });
  try {
    const { page } = app;
    let t = performance.now();
    await openText(page, 'a long text');
    console.log('open', performance.now() - t);
    const text = await storedText(page, 'a long text');
    console.log(text.blocks.length, text.canonical.length, text.script);
    await openText(page, 'one page');
    t = performance.now();
    await storeMarks(page, marksOn(text, Number(process.env['MARKS'] ?? 10000)));
    console.log('store', performance.now() - t);
    for (const title of ['one page', 'a long text']) {
      t = performance.now();
      await openText(page, title);
      console.log('open', performance.now() - t);
      const works: number[] = [];
      for (let i = 0; i < 4; i++)
        for (const script of ['Traditional', 'Taiwan phrases', 'Original']) {
          const r = await switchTo(app, script);
          console.log(title, script, figure(r.work), figure(r.after), r.paints);
          if (i > 1) works.push(r.work);
        }
      console.log(title, figure(median(works)));
    }
  } finally {
    await app.close();
  }
}
void main();
