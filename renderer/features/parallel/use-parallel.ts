import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { languageTag } from '#core/script/conversion-table';
import type { ScriptMode, SourceScript } from '#core/script/mode';
import type { Text } from '#core/text/text';
import { ScrollPair } from '../../page/scroll-pair';
import { useSettings } from '../../services';
import { useFixedIn } from '../corrections';
import { useShownText, type ReaderPage, type Shown } from '../reader';

/** The second column of a text, while there is one. */
export interface Parallel {
  readonly mode: ScriptMode;
  readonly choose: (mode: ScriptMode) => void;
  /** What it shows; undefined while that is being loaded. */
  readonly shown: Shown | undefined;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly page: ReaderPage | undefined;
  readonly setPage: (page: ReaderPage | undefined) => void;
  readonly close: () => void;
}

/** A script to set beside another: Simplified beside any Traditional one, Traditional beside Simplified. */
function counterpart(source: SourceScript, mode: ScriptMode): ScriptMode {
  const isSimplified = mode === 'simplified' || (mode === 'original' && source === 'hans');
  return isSimplified ? 'traditional' : 'simplified';
}

/** Lets two columns scroll together while both are there, or show the same words where they are turned over in pages. */
function usePair(
  main: ReaderPage | undefined,
  second: ReaderPage | undefined,
  isInPages: boolean,
  cause: unknown,
): void {
  const pair = useRef<ScrollPair>(undefined);
  // In this phase, so that the second column is never seen elsewhere than the page.
  useLayoutEffect(() => {
    if (main === undefined || second === undefined) return;
    if (isInPages) return second.goWith(main);
    const made = new ScrollPair(main, second);
    pair.current = made;
    const disconnect = made.connect();
    return () => {
      pair.current = undefined;
      disconnect();
    };
  }, [main, second, isInPages]);
  // Before the frame that shows another script in one of them.
  useLayoutEffect(() => {
    pair.current?.align();
  }, [cause]);
}

/** The second column of the text on this page; undefined while a person has not asked for one. */
export function useParallel(
  text: Text,
  main: { readonly page: ReaderPage | undefined; readonly shown: Shown | undefined },
  onFailure: () => void,
): Parallel | undefined {
  const [settings, change] = useSettings();
  const { parallel, parallelScript, script, repairs, variants, careful, quotes, layout, turning } = settings;
  const mode = parallelScript ?? counterpart(text.script, script);
  const [page, setPage] = useState<ReaderPage>();
  const fixedIn = useFixedIn(text, mode);
  const asked = parallel ? { text, mode, repairs, variants, careful, quotes, layout } : undefined;
  const wanted = useShownText(asked, fixedIn, onFailure);
  const shown = parallel ? wanted : undefined;
  const second = shown === undefined ? undefined : page;
  usePair(
    main.page,
    second,
    turning === 'pages',
    useMemo(() => [main.shown, shown], [main.shown, shown]),
  );
  return useMemo(
    () =>
      parallel
        ? {
            mode,
            shown,
            page: second,
            setPage,
            language: languageTag(text.script, shown?.mode ?? 'original'),
            choose: (next) => {
              change({ parallelScript: next });
            },
            close: () => {
              change({ parallel: false });
            },
          }
        : undefined,
    [parallel, mode, shown, second, text, change],
  );
}
