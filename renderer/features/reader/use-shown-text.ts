import { useEffect, useMemo, useRef, useState } from 'react';
import type { FixedIn } from '#core/text/shown-text';
import { useServices } from '../../services';
import { loadShowing, show, type Showing, type Shown, type Wanted } from './load-showing';

/** What was made of what was wanted. */
interface Made {
  readonly wanted: Wanted;
  readonly fixedIn: FixedIn;
  readonly shown: Shown;
}

const make = (showing: Showing, fixedIn: FixedIn): Made => ({
  wanted: showing.wanted,
  fixedIn,
  shown: show(showing, fixedIn),
});

const KEYS = ['text', 'mode', 'repairs', 'variants', 'careful', 'quotes', 'layout'] as const;

const isSame = (one: Wanted, other: Wanted | undefined): boolean =>
  other !== undefined && KEYS.every((key) => one[key] === other[key]);

/**
 * The text in the chosen script. While the conversion is being loaded, what was shown before stays; where it cannot
 * be loaded, `onFailure` is called and what was shown stays for good. `fixedIn` says what the reader has corrected in
 * this mode. Where nothing is `wanted` nothing is loaded; where that was `loaded` before, it is shown at once.
 */
export function useShownText(
  wanted: Wanted | undefined,
  fixedIn: FixedIn,
  onFailure: () => void,
  loaded?: Showing,
): Shown | undefined {
  const { type } = useServices();
  const [made, setMade] = useState(() => (loaded && isSame(loaded.wanted, wanted) ? make(loaded, fixedIn) : undefined));
  const last = useRef(made);
  const now = useSteady(wanted);
  useEffect(() => {
    if (now === undefined) return;
    if (last.current?.fixedIn === fixedIn && isSame(now, last.current.wanted)) return;
    let isWanted = true;
    loadShowing(now, type).then(
      (showing) => {
        if (!isWanted) return;
        last.current = make(showing, fixedIn);
        setMade(last.current);
      },
      () => {
        if (isWanted) onFailure();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [now, fixedIn, type, onFailure]);
  return wanted !== undefined && made?.wanted.text === wanted.text ? made.shown : undefined;
}

/** What is wanted, the same object for as long as the same is wanted. */
function useSteady(wanted: Wanted | undefined): Wanted | undefined {
  const { text, mode, repairs, variants, careful, quotes, layout } = wanted ?? {};
  return useMemo(
    () =>
      text === undefined || mode === undefined || quotes === undefined || layout === undefined
        ? undefined
        : {
            text,
            mode,
            repairs: repairs === true,
            variants: variants === true,
            careful: careful === true,
            quotes,
            layout,
          },
    [text, mode, repairs, variants, careful, quotes, layout],
  );
}
