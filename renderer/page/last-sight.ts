import { HELD_BACK } from '#core/ipc/held-back';

/** Milliseconds that what was shown last is waited for at the most. */
const LONGEST_WAIT_MS = 1_000;

const sightIn = (page: Document): HTMLElement | null => page.getElementById('last-sight');

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Resolves once what was shown last can be read; at once where there is nothing, or where nobody sees it: no frame is ever
 * drawn there.
 */
export async function sightDrawn(): Promise<void> {
  if (sightIn(document) === null || document.hidden) return;
  const drawn = async (): Promise<void> => {
    // The second frame begins when the first was drawn.
    await frame();
    await frame();
  };
  await Promise.race([drawn(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}

/** Lets the page load what was held back for what was shown last. */
export function loadHeldBack(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>(`link[${HELD_BACK}]`)) {
    link.rel = link.getAttribute(HELD_BACK) ?? '';
  }
}

/** Takes away what was shown last, once what stands in its place is drawn. Does nothing where it has gone. */
export function liftSight(): void {
  sightIn(document)?.remove();
}
