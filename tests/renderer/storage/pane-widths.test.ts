import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_PAGE, PANE_WIDTHS, widthOfPane } from '../../../renderer/storage/pane-widths';

describe('the width of a pane', () => {
  const pane = fc.constantFrom('contents' as const, 'notes' as const);

  it('is what is wanted, as far as its limits and the page let it', () => {
    fc.assert(
      fc.property(
        pane,
        fc.integer({ min: -100, max: 5000 }),
        fc.integer({ min: 300, max: 4000 }),
        (name, wanted, room) => {
          const { least, most } = PANE_WIDTHS[name];
          const width = widthOfPane(name, wanted, room, 200);
          expect(width).toBeGreaterThanOrEqual(least);
          expect(width).toBeLessThanOrEqual(most);
          if (room - 200 - least >= LEAST_PAGE) expect(room - 200 - width).toBeGreaterThanOrEqual(LEAST_PAGE);
          const isFree = wanted >= least && wanted <= most && room - 200 - wanted >= LEAST_PAGE;
          if (isFree) expect(width).toBe(wanted);
        },
      ),
    );
  });
});
