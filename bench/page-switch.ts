import type { Page } from '@playwright/test';
import type { BenchApp } from './page-app';
import { at, endOfFrameAfter, longestTask, record, workBetween } from './trace';

/** What a change of the page cost, in milliseconds. */
export interface Cost {
  /** Main-thread work from the click to the end of the first frame that shows the change. */
  readonly work: number;
  /** Time on the clock from the click to the end of that frame. */
  readonly wait: number;
  /** The most work of one task after that frame, until all of the text is done. */
  readonly longestTask: number;
  /** The longest time on the clock between two frames meanwhile; on a busy machine others take part of it. */
  readonly longestFrame: number;
  /** Time on the clock from the click until every block shows the change. */
  readonly untilDone: number;
  /** How often the main thread painted until then. */
  readonly paints: number;
}

/** What the page keeps while a change of it is watched. */
interface Watch {
  readonly done: Promise<number>;
}

declare global {
  // A global of the page, where scripts of the bench find what an earlier one left.
  var bench: Watch | undefined;
}

/**
 * Watches the page from inside. User-timing marks tell the trace when the click came, when the text first changed, and
 * when all of it was done. From the first change on a frame is asked for at every chance, as while a person scrolls:
 * the times between them are what a person would feel.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main.page-text');
    if (main === null) throw new Error('there is no text');
    performance.clearMarks();
    document.addEventListener('click', () => performance.mark('bench-click'), { capture: true, once: true });
    const done = new Promise<number>((resolve) => {
      let last = 0;
      let longest = 0;
      const frame = (now: number): void => {
        if (last > 0) longest = Math.max(longest, now - last);
        last = now;
        if (main.dataset['filling'] !== undefined) {
          requestAnimationFrame(frame);
          return;
        }
        performance.mark('bench-done');
        // Two frames more, so that the panes beside the text are drawn as well.
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            setTimeout(resolve, 20, longest);
          });
        });
      };
      const changes = new MutationObserver(() => {
        performance.mark('bench-shown');
        changes.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(frame));
      });
      changes.observe(main, { subtree: true, childList: true, characterData: true });
    });
    globalThis.bench = { done };
  });

/**
 * Chooses a script with the mouse and measures what that costs. Work is the sum of the main thread's tasks in a trace,
 * in processor time, not the time on the clock: a frame waits for the screen's beat, and for other programs.
 */
export async function switchTo({ page, cdp }: BenchApp, script: string): Promise<Cost> {
  const box = await page.getByRole('radio', { name: script, exact: true }).boundingBox();
  if (box === null) throw new Error(`there is no script ${script}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // What the opening of texts and earlier switches left behind is not to be collected on this one's time.
  await page.requestGC();
  await watch(page);
  let longestFrame = NaN;
  const recording = await record(cdp, 'bench-click', async () => {
    await page.mouse.down();
    await page.mouse.up();
    longestFrame = await page.evaluate(() => globalThis.bench?.done ?? NaN);
  });
  const click = at(recording, 'bench-click');
  const done = at(recording, 'bench-done');
  const end = endOfFrameAfter(recording, at(recording, 'bench-shown'));
  return {
    work: workBetween(recording, click, end),
    wait: end - click,
    longestTask: longestTask(recording, end, Math.max(done, end)),
    longestFrame,
    untilDone: Math.max(done, end) - click,
    paints: recording.paints.filter((time) => time >= click && time <= Math.max(done, end)).length,
  };
}
