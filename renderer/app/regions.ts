import { canHaveFocus } from '../ui/use-modal';
import { firstTabbable } from './focus-keeper';

/** The parts of the window that F6 goes round, in their order: the bar, what lies to the left, the text, what is over it, the notes. */
const REGIONS = [
  'header',
  '[data-region=left]',
  '[role=search]',
  'main',
  'section.page-text',
  '[role=toolbar]',
  '[role=dialog]',
  '[data-region=right]',
].join(', ');

/** Where the focus was in a region when it left it. */
const last = new WeakMap<Element, HTMLElement>();

const regionsNow = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((region) => region.checkVisibility());

/** The innermost region that an element is in. */
const regionOf = (element: Element | null, regions: readonly HTMLElement[]): HTMLElement | undefined =>
  regions.findLast((region) => element !== null && region.contains(element));

function targetIn(region: HTMLElement): HTMLElement | undefined {
  const left = last.get(region);
  if (left !== undefined && region.contains(left) && canHaveFocus(left)) return left;
  return region.matches('[tabindex="0"]') ? region : firstTabbable(region);
}

/** Goes to the next region, or the one before, and round: there to where the focus was last. */
export function goRound(by: 1 | -1): void {
  const regions = regionsNow();
  const now = document.activeElement;
  const from = regionOf(now, regions);
  if (from !== undefined && now instanceof HTMLElement) last.set(from, now);
  const start = from === undefined ? (by === 1 ? -1 : 0) : regions.indexOf(from);
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(start + by * step + regions.length * 2) % regions.length];
    const target = region && targetIn(region);
    if (target === undefined || target === now) continue;
    target.focus({ preventScroll: true });
    return;
  }
}
