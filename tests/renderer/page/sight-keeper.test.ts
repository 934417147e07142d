import { describe, expect, it, vi } from 'vitest';
import type { SightedPage } from '../../../renderer/page/as-opened';
import { SightKeeper, type ReadPage } from '../../../renderer/page/sight-keeper';

/** A page that must not be drawn. */
const UNSEEN = {
  get view(): never {
    throw new Error('drawn');
  },
} as unknown as SightedPage;

const read = (isShownNext: boolean): ReadPage => ({ page: UNSEEN, isShownNext: () => Promise.resolve(isShownNext) });

describe('the keeper of the last sight', () => {
  it('sends nothing where no page is read, or the next start shows another', async () => {
    const send = vi.fn(() => Promise.resolve());
    const keeper = new SightKeeper(send);
    await keeper.keep();
    const leave = keeper.follow(read(false));
    await keeper.keep();
    leave();
    await keeper.keep();
    expect(send.mock.calls).toEqual([[undefined], [undefined], [undefined]]);
  });

  it('follows the page that came last, also when the one before goes after it', async () => {
    const send = vi.fn(() => Promise.resolve());
    const keeper = new SightKeeper(send);
    const asked = vi.fn(() => Promise.resolve(false));
    const leave = keeper.follow(read(true));
    keeper.follow({ page: UNSEEN, isShownNext: asked });
    leave();
    await keeper.keep();
    expect(asked).toHaveBeenCalledOnce();
    expect(send).toHaveBeenLastCalledWith(undefined);
  });
});
