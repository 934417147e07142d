import type { Page } from '@playwright/test';
import type { Rect } from './words-on-page';

/** CSS pixels beside a character within which a line of a mark is looked for. */
const BESIDE = 6;

/** The share of the rows of a rectangle in which something is drawn in the ink of red marks, beside it or in it. */
export async function linedRows(page: Page, { left, top, right, bottom }: Rect): Promise<number> {
  const shot = await page.screenshot({
    clip: { x: left - BESIDE, y: top + 1, width: right - left + 2 * BESIDE, height: bottom - top - 2 },
  });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    let lined = 0;
    for (let row = 0; row < picture.height; row++) {
      const { data } = context.getImageData(0, row, picture.width, 1);
      const isInk = (at: number): boolean => (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) > 70;
      if (Array.from({ length: picture.width }, (_, x) => 4 * x).some(isInk)) lined++;
    }
    return lined / picture.height;
  }, shot.toString('base64'));
}
