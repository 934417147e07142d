import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { loadFold } from '#core/search/fold';
import { loadReadings } from '#core/search/pinyin-readings';
import { loadProjector } from '../../load-script';
import { browserIdleTime, IdleFiller } from '../../page/idle-filler';
import { useLiveCorrections } from '../corrections';
import type { ReaderPage, Shown } from '../reader';
import type { FindState } from './find-state';
import { Finder } from './finder';
import { SearchBuilder } from './search-builder';

/**
 * Frames for which a hit is brought into sight: far away heights were guessed, and what a frame lays out may push the
 * words away again.
 */
const REVEALING_FRAMES = 4;

const inSlices = (step: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    new IdleFiller(browserIdleTime()).start(
      () => {
        const goesOn = step();
        if (!goesOn) resolve();
        return goesOn;
      },
      () => undefined,
    );
  });

const makeFinder = (): Finder =>
  new Finder(
    new SearchBuilder({
      fold: loadFold,
      projector: (text, mode, careful) => loadProjector(text.script, mode, careful),
      readings: loadReadings,
      inSlices,
    }),
  );

/** A column in which a text is shown. */
interface Column {
  readonly shown: Shown | undefined;
  readonly page: ReaderPage | undefined;
}

/**
 * A search in the text that is open. It stays the same; who wants to draw it follows it. What the column beside the page
 * displays is found and painted too, where there is one.
 */
export function useFinder({ shown, page }: Column, beside: Column | undefined): Finder {
  const [finder] = useState(makeFinder);
  const corrections = useLiveCorrections();
  const [second, mode] = [beside?.page, beside?.shown?.mode];
  const place = useMemo(
    () => shown && { ...shown, modes: mode === undefined ? [shown.mode] : [shown.mode, mode], corrections },
    [shown, mode, corrections],
  );
  useLayoutEffect(() => {
    if (page === undefined) return;
    let revealed = 0;
    finder.attach({
      paint: (hits, current) => {
        page.found.paint(hits, current);
        second?.found.paint(hits, current);
      },
      reveal: (span) => {
        cancelAnimationFrame(revealed);
        let left = REVEALING_FRAMES;
        const reveal = (): void => {
          page.scrollTo(span.start);
          if (left-- > 0) revealed = requestAnimationFrame(reveal);
        };
        reveal();
      },
      sees: (span) => {
        return page.view.rectsOf(span).some((rect) => page.sees(rect));
      },
      top: () => page.topOffset(),
      leave: (span) => {
        page.view.root.focus({ preventScroll: true });
        if (span !== undefined) page.selectQuietly(span);
      },
    });
  }, [finder, page, second]);
  useEffect(() => {
    if (place !== undefined) finder.show(place);
  }, [finder, place]);
  useEffect(
    () => () => {
      finder.dispose();
    },
    [finder],
  );
  return finder;
}

/** A search as it is now, followed. */
export const useFindState = (finder: Finder): FindState => useSyncExternalStore(finder.subscribe, finder.current);
